#include "gate/relation.hpp"

#include <algorithm>

namespace zk::catalogue {

void Codec<zk::gate::Treats>::encode(Writer& out, zk::gate::Treats const& value)
{
    out.sized(value.practitioner);
    Codec<Date>::encode(out, value.until_seen);
}

Result<zk::gate::Treats> Codec<zk::gate::Treats>::decode(ByteView bytes)
{
    Reader reader(bytes);
    ZK_TRY(ByteView const practitioner, reader.sized());
    ZK_TRY(ByteView const day, reader.raw(reader.left()));
    ZK_TRY(Date const until_seen, Codec<Date>::decode(day));
    return zk::gate::Treats { std::string(as_text(practitioner)), until_seen };
}

} // namespace zk::catalogue

namespace zk::gate {

void note_contact(std::vector<Treats>& relation, std::string const& practitioner, Date day)
{
    if (practitioner.empty())
        return;
    auto const known = std::ranges::find(relation, practitioner, &Treats::practitioner);
    if (known == relation.end())
        relation.push_back({ practitioner, day });
    else
        known->until_seen = std::max(known->until_seen, day);
}

} // namespace zk::gate
