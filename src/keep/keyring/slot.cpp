#include "keep/keyring/slot.hpp"

#include "crypto/seal.hpp"

namespace zk::keep {

Slot Slot::create(catalogue::RetentionClass which, Period period, Random& random)
{
    Slot out;
    out.m_key = crypto::Key::random(random);
    out.m_digest_key = crypto::derive(out.m_key, "zorgkluis rows of a slot");
    out.m_class = which;
    out.m_period = period;
    return out;
}

Bytes Slot::encode() const
{
    Writer out;
    out.u8(static_cast<std::uint8_t>(m_class)).u32(m_period).u64(m_generation).u64(m_rows.count).raw(m_rows.digest);
    out.raw(m_key.expose());
    return out.take();
}

Result<Slot> Slot::decode(ByteView bytes)
{
    Reader reader(bytes);
    Slot out;
    ZK_TRY(std::uint8_t const which, reader.u8());
    if (which == 0 || which > catalogue::k_retention_class_last)
        return fail(Fault::tampered, "slot-unknown-class");
    out.m_class = static_cast<catalogue::RetentionClass>(which);
    ZK_TRY(out.m_period, reader.u32());
    ZK_TRY(out.m_generation, reader.u64());
    ZK_TRY(out.m_rows.count, reader.u64());
    ZK_TRY(out.m_rows.digest, reader.array<32>());
    ZK_TRY(ByteView const key, reader.raw(crypto::k_key_bytes));
    ZK_TRY(out.m_key, crypto::Key::from(key));
    ZK_CHECK(reader.expect_end());
    out.m_digest_key = crypto::derive(out.m_key, "zorgkluis rows of a slot");
    return out;
}

Slot Slot::copy() const
{
    auto out = decode(encode());
    ZK_REQUIRE(out.has_value());
    return std::move(*out);
}

void Slot::toggle(RowSet& set, RowKey const& key, std::uint64_t version, ByteView box) const
{
    Writer row;
    row.raw(key.subject.bytes()).u16(static_cast<std::uint16_t>(key.kind)).raw(key.id.bytes()).u64(version);
    auto const tag = crypto::tag_of(box);
    ZK_REQUIRE(tag.has_value());
    crypto::Digest const one = crypto::keyed(m_digest_key, "zorgkluis row", { row.view(), *tag });
    for (std::size_t i = 0; i < one.size(); ++i)
        set.digest[i] ^= one[i];
}

void Slot::add(RowSet& set, RowKey const& key, std::uint64_t version, ByteView box) const
{
    toggle(set, key, version, box);
    ++set.count;
}

void Slot::remove(RowSet& set, RowKey const& key, std::uint64_t version, ByteView box) const
{
    toggle(set, key, version, box);
    --set.count;
}

} // namespace zk::keep
