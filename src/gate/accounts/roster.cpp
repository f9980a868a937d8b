#include "gate/accounts/roster.hpp"

#include <algorithm>

namespace zk::gate {

Result<> check_roster(std::vector<RosterLine> const& lines)
{
    if (lines.size() > k_roster_lines_max)
        return fail(Fault::bad_input, "roster-too-long");
    for (RosterLine const& line : lines) {
        if (line.practitioner.empty() || line.practitioner.size() > k_practitioner_code_bytes_max)
            return fail(Fault::bad_input, "roster-bad-practitioner");
        if (line.until && *line.until < line.from)
            return fail(Fault::bad_input, "roster-ends-before-it-begins");
    }
    return {};
}

std::vector<WorksFor> works_for(std::vector<RosterLine> const& lines, Date on)
{
    std::vector<WorksFor> out;
    for (RosterLine const& line : lines) {
        bool const is_known = std::ranges::any_of(
            out, [&](WorksFor const& one) { return one.practitioner == line.practitioner && one.kind == line.kind; });
        if (line.from <= on && (!line.until || on <= *line.until) && !is_known)
            out.push_back({ line.practitioner, line.kind });
    }
    return out;
}

} // namespace zk::gate

namespace zk::catalogue {

using gate::RosterKind;
using gate::RosterLine;

// The days are counted as those of elements are: four bytes each; the last one may be absent.
void Codec<RosterLine>::encode(Writer& out, RosterLine const& value)
{
    out.sized(value.practitioner);
    Codec<RosterKind>::encode(out, value.kind);
    Codec<Date>::encode(out, value.from);
    if (value.until)
        Codec<Date>::encode(out, *value.until);
}

Result<RosterLine> Codec<RosterLine>::decode(ByteView bytes)
{
    constexpr std::size_t k_day_bytes = 4;
    Reader reader(bytes);
    ZK_TRY(ByteView const practitioner, reader.sized());
    ZK_TRY(ByteView const kind_byte, reader.raw(1));
    ZK_TRY(RosterKind const kind, Codec<RosterKind>::decode(kind_byte));
    ZK_TRY(ByteView const from_bytes, reader.raw(k_day_bytes));
    ZK_TRY(Date const from, Codec<Date>::decode(from_bytes));
    RosterLine line { std::string(as_text(practitioner)), kind, from, std::nullopt };
    if (!reader.at_end()) {
        ZK_TRY(ByteView const until_bytes, reader.raw(k_day_bytes));
        ZK_TRY(line.until, Codec<Date>::decode(until_bytes));
        ZK_CHECK(reader.expect_end());
    }
    return line;
}

} // namespace zk::catalogue
