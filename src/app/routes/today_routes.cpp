#include "app/routes/handlers.hpp"
#include "base/amsterdam.hpp"
#include "care/check/wording.hpp"
#include "care/patients/task.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

namespace check = care::check;

// The praktijkhouder is told of each for a week.
Result<std::size_t> glasses_broken_lately(gate::Practice& practice)
{
    Instant const since = practice.clock().now() - std::chrono::days(7);
    ZK_TRY(auto const lines, practice.log().lines_of(keep::LogEvent::glass_broken));
    return static_cast<std::size_t>(std::ranges::count_if(
        lines, [&](keep::ReadLine const& read) { return read.line.at.get_or(Instant {}) >= since; }));
}

} // namespace

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
    if (caller.who.role == catalogue::Role::praktijkhouder) {
        ZK_TRY(std::size_t const broken, glasses_broken_lately(served.practice));
        if (broken > 0)
            out["tasks"].push_back({ { "kind", "glass_broken" }, { "count", broken } });
    }
    if (auto const run = last_check_of(served)) {
        check::StateCounts const& counts = run->result.counts;
        out["check"] = { { "proven", counts.proven }, { "declared", counts.declared }, { "open", counts.open },
            { "failed", counts.failed }, { "measured_at", iso_with_offset(run->when.now) } };
        check::FirstStep const first = check::first_step_of(run->result, run->when.today());
        // What is to be done is told to who may see the evidence.
        if (first.question != nullptr && served.practice.policy().oversees(caller.who))
            out["check"].update(
                { { "worst",
                      { { "id", first.question->question->id }, { "text", first.question->question->text },
                          { "text_en", first.question->question->text_en },
                          { "state", check::name_of(first.question->verdict.state) } } },
                    { "next", first.step } });
    }
    return http::json(200, out.dump());
}

} // namespace zk::app
