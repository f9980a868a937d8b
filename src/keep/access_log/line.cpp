#include "keep/access_log/line.hpp"

namespace zk::catalogue {

using zk::keep::LineSubject;

void Codec<LineSubject>::encode(Writer& out, LineSubject const& value)
{
    out.raw(value.patient.bytes()).varint(value.number).raw(value.previous);
}

Result<LineSubject> Codec<LineSubject>::decode(ByteView bytes)
{
    Reader reader(bytes);
    ZK_TRY(auto const patient, reader.array<k_id_bytes>());
    ZK_TRY(std::uint64_t const number, reader.varint());
    ZK_TRY(auto const previous, reader.array<32>());
    ZK_CHECK(reader.expect_end());
    return LineSubject { PatientId::from_raw(patient), number, previous };
}

} // namespace zk::catalogue

namespace zk::keep {

namespace {

template<typename Open, typename Value>
void set_if(Open& field, std::optional<Value> const& value)
{
    if (value)
        field = *value;
}

} // namespace

Line line_of(LineDraft const& draft)
{
    Line out;
    out.event = draft.event;
    out.action = draft.action;
    out.outcome = draft.outcome;
    out.actor = draft.actor;
    if (!draft.system_user.empty())
        out.system_user = draft.system_user;
    set_if(out.on_behalf_of, draft.on_behalf_of);
    set_if(out.role, draft.role);
    set_if(out.purpose, draft.purpose);
    if (!draft.access_point.empty())
        out.access_point = draft.access_point;
    if (!draft.categories.empty())
        out.categories = draft.categories;
    set_if(out.relation, draft.relation);
    set_if(out.reason, draft.reason);
    set_if(out.search, draft.search);
    set_if(out.count, draft.count);
    if (!draft.object.empty())
        out.object = draft.object;
    if (draft.digest)
        out.digest = to_bytes(*draft.digest);
    return out;
}

Bytes JournalCodec::encode(Line const& line)
{
    return catalogue::encode(line, catalogue::SealingAccess {});
}

Result<Line> JournalCodec::decode(ByteView bytes)
{
    return catalogue::decode<Line>(bytes, std::nullopt, catalogue::SealingAccess {});
}

} // namespace zk::keep
