#include "app/routes/handlers.hpp"
#include "app/routes/json_body.hpp"
#include "app/routes/owner_tasks.hpp"
#include "base/amsterdam.hpp"
#include "care/patients/task.hpp"
#include "gate/glass_seen.hpp"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

namespace check = care::check;

} // namespace

Reply note_glass_seen(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(auto const entry, body.number("entry", std::numeric_limits<std::uint64_t>::max()));
    if (!entry)
        return fail(Fault::bad_input, "field-missing", Place::of("entry"));
    ZK_CHECK(gate::note_glass_seen(served.practice, caller.who, *entry));
    return http::no_content();
}

Reply show_today(ServedPractice& served, Caller const& caller, http::Request const&)
{
    nlohmann::ordered_json out { { "date", served.practice.today().iso() } };
    out["tasks"] = nlohmann::ordered_json::array();
    if (caller.who.role != catalogue::Role::functionaris) {
        ZK_TRY(auto const tasks, served.practice.vault().read_practice<care::TaskRecord>());
        auto const open
            = std::ranges::count_if(tasks, [](auto const& stored) { return !stored.record.done_at.get().has_value(); });
        if (open > 0)
            out["tasks"].push_back({ { "kind", "verify_identity" }, { "count", open } });
    }
    if (caller.who.role == catalogue::Role::praktijkhouder)
        ZK_CHECK(add_owner_tasks(served, out["tasks"]));
    if (auto const run = last_check_of(served)) {
        check::StateCounts const& counts = run->result.counts;
        out["check"] = { { "proven", counts.proven }, { "declared", counts.declared }, { "open", counts.open },
            { "failed", counts.failed }, { "measured_at", iso_with_offset(run->when.now) } };
    }
    return http::json(200, out.dump());
}

} // namespace zk::app
