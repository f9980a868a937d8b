#include "keep/vault/intent.hpp"

namespace zk::keep {

namespace {

constexpr std::uint8_t k_version = 1;

Result<RowWrite> read_write(Reader& reader)
{
    ZK_TRY(auto subject, reader.array<k_id_bytes>());
    ZK_TRY(std::uint16_t kind, reader.u16());
    ZK_TRY(auto id, reader.array<k_id_bytes>());
    ZK_TRY(std::uint64_t version, reader.u64());
    ZK_TRY(ByteView box, reader.sized());
    return RowWrite { { Subject::from_raw(subject), static_cast<catalogue::RecordKind>(kind), RecordId::from_raw(id) },
        version, to_bytes(box) };
}

} // namespace

Bytes encode_intent(StoreWrites const& writes)
{
    Writer out;
    out.u8(k_version).varint(writes.size());
    for (auto const& [store, rows] : writes) {
        out.u8(static_cast<std::uint8_t>(store)).varint(rows.size());
        for (RowWrite const& row : rows) {
            out.raw(row.key.subject.bytes()).u16(static_cast<std::uint16_t>(row.key.kind)).raw(row.key.id.bytes());
            out.u64(row.version).sized(row.box);
        }
    }
    return out.take();
}

Result<StoreWrites> decode_intent(ByteView bytes)
{
    Reader reader(bytes);
    ZK_TRY(std::uint8_t version, reader.u8());
    if (version != k_version)
        return fail(Fault::bad_input, "intent-of-another-version");
    ZK_TRY(std::uint64_t stores, reader.varint());
    StoreWrites out;
    for (std::uint64_t i = 0; i < stores; ++i) {
        ZK_TRY(std::uint8_t store, reader.u8());
        if (store < static_cast<std::uint8_t>(catalogue::Compartment::identity)
            || store > static_cast<std::uint8_t>(catalogue::Compartment::practice))
            return fail(Fault::tampered, "intent-unknown-store");
        ZK_TRY(std::uint64_t rows, reader.varint());
        auto& list = out[static_cast<catalogue::Compartment>(store)];
        for (std::uint64_t j = 0; j < rows; ++j) {
            ZK_TRY(RowWrite write, read_write(reader));
            list.push_back(std::move(write));
        }
    }
    ZK_CHECK(reader.expect_end());
    return out;
}

} // namespace zk::keep
