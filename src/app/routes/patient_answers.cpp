#include "app/routes/patient_answers.hpp"

#include "app/json_view.hpp"
#include "app/routes/refusals.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

using nlohmann::ordered_json;

Result<PatientId> patient_of(ServedPractice& served, http::Request const& request)
{
    auto const id = PatientId::parse(request.parameter("id"));
    if (!id)
        return fail(Fault::not_found, "patient-unknown");
    ZK_TRY(bool const exists, care::patient_exists(served.practice.vault(), *id));
    if (!exists)
        return fail(Fault::not_found, "patient-unknown");
    return *id;
}

ordered_json found_json(ServedPractice& served, std::vector<care::FoundPatient> const& patients)
{
    std::vector<PatientId> ids;
    for (care::FoundPatient const& one : patients)
        ids.push_back(one.id);
    auto const aliases = served.agenda.aliases_today(ids);
    ordered_json out = ordered_json::array();
    for (care::FoundPatient const& one : patients) {
        auto const alias = aliases.find(one.id);
        out.push_back({ { "id", one.id.text() }, { "name", one.name }, { "birth_date", one.birth_date },
            { "alias", alias == aliases.end() ? one.initials : alias->second } });
    }
    return out;
}

std::string name_of(Caller const& caller)
{
    gate::Account const& account = caller.session.account;
    return account.name.empty() ? account.login : account.name;
}

http::Response json_answer(ordered_json const& body)
{
    return http::json(200, body.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

http::Response edited_answer(care::Edited const& edited)
{
    if (!edited.theirs)
        return json_answer({ { "version", edited.version } });
    ordered_json more { { "theirs", json_of(*edited.theirs) }, { "version", edited.version } };
    if (!edited.by.empty())
        more["by"] = edited.by;
    return refusal_with(Error(Fault::conflict, "changed-by-another"), more);
}

} // namespace zk::app
