#include "app/moving_in/unmerge.hpp"
#include "app/commands/commands.hpp"
#include "app/json_view.hpp"
#include "app/terminal/terminal.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

Result<Exit> run_patient_unmerge(Context const& context, UnmergeOptions const& options)
{
    ZK_TRY(PatientId const from, PatientId::parse(options.id));
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_TRY(Unmerged const done, unmerge(open.practice(), open.who(), from, options.number));
    ZK_CHECK(open.close());
    if (context.format == Format::json) {
        ZK_CHECK(print_json({ { "id", options.id }, { "new_id", done.patient.text() }, { "number", options.number },
            { "moved",
                { { "treatments", done.treatments }, { "notes", done.notes }, { "appointments", done.appointments },
                    { "invoices", done.invoices } } } }));
        return Exit::done;
    }
    print("Nummer %s is weer een eigen patiënt: %s\n"
          "Meegegaan: %llu behandelingen, %llu aantekeningen, %llu afspraken, %llu facturen.\n"
          "Het BSN blijft bij %s; stel van de nieuwe patiënt de identiteit vast.\n"
          "Waarschuwingen staan nu bij allebei, en wat na het overzetten is ingevoerd bij de eerste: kijk beide na.\n",
        options.number.c_str(), done.patient.text().c_str(), static_cast<unsigned long long>(done.treatments),
        static_cast<unsigned long long>(done.notes), static_cast<unsigned long long>(done.appointments),
        static_cast<unsigned long long>(done.invoices), options.id.c_str());
    return Exit::done;
}

} // namespace zk::app
