#include "app/patient_page.hpp"

#include "app/json_view.hpp"
#include "care/agenda/agenda.hpp"
#include "care/billing/billing.hpp"
#include "care/dossier/dossier.hpp"
#include "care/patients/patients.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using catalogue::Category;
using catalogue::Grant;
using nlohmann::ordered_json;

catalogue::ElementSet const& elements_of_page()
{
    static catalogue::ElementSet const out = catalogue::elements_where([](catalogue::Element const& element) {
        auto const compartment = catalogue::compartment_of(element);
        return element.portability != catalogue::Portability::internal
            && element.shown == catalogue::Shown::with_the_rest && compartment != catalogue::Compartment::practice
            && compartment != catalogue::Compartment::journal;
    });
    return out;
}

// The status in one of the five words; when he arrived is for the day itself.
ordered_json rows_of(std::vector<care::PatientAppointment> const& appointments)
{
    ordered_json out = ordered_json::array();
    for (care::PatientAppointment const& one : appointments) {
        ordered_json row { { "id", one.id.text() }, { "version", one.version } };
        row.update(json_of(one.view));
        row["status"] = care::text_of(one.status);
        row.erase("arrived_at");
        out.push_back(std::move(row));
    }
    return out;
}

bool sees(Grant const& grant, Category category)
{
    auto const any = catalogue::elements_where([&](auto const& element) { return element.category == category; });
    return (grant.elements() & any).any();
}

template<typename Views>
void put_list(ordered_json& out, char const* name, Grant const& grant, Category category, Views const& views)
{
    if (sees(grant, category))
        out[name] = json_of(views);
}

// With what a correction names.
void put_records(ordered_json& out, char const* name, Grant const& grant, Category category,
    std::vector<catalogue::View> const& views)
{
    if (!sees(grant, category))
        return;
    out[name] = ordered_json::array();
    for (catalogue::View const& view : views) {
        ordered_json one = json_of(view);
        if (auto const& origin = view.origin()) {
            one["id"] = origin->id.text();
            one["version"] = origin->version;
        }
        out[name].push_back(std::move(one));
    }
}

} // namespace

gate::Request look_at(PatientId const& patient)
{
    return { .event = keep::LogEvent::looked,
        .action = keep::LogAction::read,
        .purpose = catalogue::Purpose::care,
        .patients = { patient },
        .wanted = elements_of_page() };
}

Result<ordered_json> page_of(keep::Vault const& vault, Grant const& grant, PatientId const& patient)
{
    ordered_json out;
    out["id"] = patient.text();
    ZK_TRY(care::ShownIdentity const identity, care::identity_and_version(vault, grant, patient));
    out["version"] = identity.version;
    ordered_json shown { { "name", care::shown_name(identity.view) } };
    shown.update(json_of(identity.view));
    out["identity"] = std::move(shown);
    ZK_TRY(auto const alerts, care::alerts(vault, grant, patient));
    put_records(out, "alerts", grant, Category::alert, alerts);
    ZK_TRY(auto const treatments, care::treatments(vault, grant, patient));
    put_records(out, "treatments", grant, Category::treatment_code, treatments);
    ZK_TRY(auto const notes, care::notes(vault, grant, patient));
    put_records(out, "notes", grant, Category::note, notes);
    ZK_TRY(auto const invoices, care::invoices(vault, grant, patient));
    put_list(out, "invoices", grant, Category::invoice, invoices);
    ZK_TRY(auto const appointments, care::appointments(vault, grant, patient));
    if (sees(grant, Category::appointment_time))
        out["appointments"] = rows_of(appointments);
    return out;
}

} // namespace zk::app
