#include "app/moving_in/staff.hpp"

#include "base/text.hpp"
#include "gate/accounts/staff_functions.hpp"

#include <algorithm>

namespace zk::app {

namespace {

// The code is what colleagues call each other in the agenda: short, and no two are the same.
std::string login_of(SourceStaff const& row)
{
    std::string out = fold_for_search(row.code.empty() ? row.name : row.code);
    std::ranges::replace(out, ' ', '.');
    return out;
}

struct StaffPlan {
    std::vector<gate::NewAccount> made;
    std::vector<Problem> problems;
};

Result<StaffPlan> plan_staff(
    gate::Accounts const& accounts, SourceFolder const& source, std::optional<ImportId> const& import)
{
    StaffPlan out;
    ZK_TRY(auto const existing, accounts.list());
    for (SourceStaff const& row : source.staff) {
        std::string const login = login_of(row);
        bool const there
            = std::ranges::any_of(existing, [&](gate::Account const& account) { return account.login == login; })
            || std::ranges::any_of(out.made, [&](gate::NewAccount const& account) { return account.login == login; });
        if (there)
            continue;
        auto const role = gate::role_from_function(row.role);
        if (!role) {
            out.problems.push_back({ row.origin.file, row.origin.row, "unknown_function" });
            continue;
        }
        bool const treats = *role == catalogue::Role::praktijkhouder || *role == catalogue::Role::behandelaar
            || *role == catalogue::Role::assistent;
        out.made.push_back({ .login = login,
            .name = row.name,
            .role = *role,
            .practitioner = treats ? row.code : "",
            .big = row.big,
            .agb = row.agb,
            .imported_by = import });
    }
    return out;
}

} // namespace

Result<StaffTaken> foresee_staff(gate::Accounts const& accounts, SourceFolder const& source)
{
    ZK_TRY(StaffPlan plan, plan_staff(accounts, source, std::nullopt));
    return StaffTaken { .accepted = plan.made.size(), .problems = std::move(plan.problems) };
}

Result<StaffTaken> take_staff(gate::Practice& practice, gate::Accounts& accounts, gate::Who const& who,
    SourceFolder const& source, std::optional<ImportId> const& import)
{
    ZK_TRY(StaffPlan plan, plan_staff(accounts, source, import));
    StaffTaken out { .accepted = 0, .problems = std::move(plan.problems) };
    if (plan.made.empty())
        return out;
    keep::Change change = practice.vault().change();
    ZK_TRY(auto const added, accounts.add_all(change, plan.made));
    ZK_CHECK(practice.policy().note(who, keep::LogEvent::account_changed, keep::LogAction::create,
        import ? "import " + import->text() : std::string("import")));
    ZK_CHECK(practice.vault().commit(std::move(change)));
    out.accepted = added.size();
    return out;
}

} // namespace zk::app
