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

} // namespace

Result<StaffTaken> take_staff(gate::Practice& practice, gate::Accounts& accounts, gate::Who const& who,
    SourceFolder const& source, std::optional<ImportId> const& import)
{
    StaffTaken out;
    ZK_TRY(auto const existing, accounts.list());
    std::vector<gate::NewAccount> made;
    for (SourceStaff const& row : source.staff) {
        std::string const login = login_of(row);
        bool const there
            = std::ranges::any_of(existing, [&](gate::Account const& account) { return account.login == login; })
            || std::ranges::any_of(made, [&](gate::NewAccount const& account) { return account.login == login; });
        if (there)
            continue;
        auto const role = gate::role_from_function(row.role);
        if (!role) {
            out.problems.push_back({ row.origin.file, row.origin.row, "unknown_function" });
            continue;
        }
        bool const treats = *role == catalogue::Role::praktijkhouder || *role == catalogue::Role::behandelaar
            || *role == catalogue::Role::assistent;
        made.push_back({ .login = login,
            .name = row.name,
            .role = *role,
            .practitioner = treats ? row.code : "",
            .big = row.big,
            .agb = row.agb,
            .imported_by = import });
    }
    if (made.empty())
        return out;
    keep::Change change = practice.vault().change();
    ZK_TRY(auto const added, accounts.add_all(change, made));
    ZK_CHECK(practice.policy().note(who, keep::LogEvent::account_changed, keep::LogAction::create,
        import ? "import " + import->text() : std::string("import")));
    ZK_CHECK(practice.vault().commit(std::move(change)));
    out.accepted = added.size();
    return out;
}

} // namespace zk::app
