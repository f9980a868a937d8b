#include "app/moving_in/correct.hpp"
#include "app/moving_in/reread.hpp"
#include "app/moving_in/unmerge.hpp"
#include "app/routes/handlers.hpp"
#include "app/routes/json_body.hpp"
#include "base/limits.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using nlohmann::ordered_json;

constexpr std::string_view k_waits = "waits_for_quarantined_patient";

bool waits_for(WaitingRecord const& row, WaitingRecord const& patient)
{
    return row.reason == k_waits && patient.kind == RowKind::patients && row.waits_for == patient.waits_for;
}

ordered_json head_json(WaitingRecord const& row)
{
    return { { "id", row.stored.id.text() }, { "kind", key_of(row.kind).text() }, { "file", row.file },
        { "row", row.row }, { "reason", row.reason } };
}

ordered_json row_json(WaitingRecord const& row, std::vector<WaitingRecord> const& all)
{
    ordered_json out = head_json(row);
    out["cells"] = ordered_json::array();
    for (ReadCell const& cell : cells_of(row.kind, row.fields))
        out["cells"].push_back({ { "header", cell.header },
            { "column", cell.column ? ordered_json(key_of(*cell.column).text()) : ordered_json(nullptr) },
            { "text", cell.text } });
    out["columns"] = ordered_json::array();
    for (std::size_t i = 0; i < k_column_count; ++i) {
        if (belongs_to(static_cast<Column>(i), row.kind))
            out["columns"].push_back(key_of(static_cast<Column>(i)).text());
    }
    out["with"] = std::ranges::count_if(all, [&](WaitingRecord const& other) { return waits_for(other, row); });
    auto const patient = std::ranges::find_if(all, [&](WaitingRecord const& other) { return waits_for(row, other); });
    if (patient != all.end())
        out["waits_for"] = patient->stored.id.text();
    return out;
}

// What was broken in the export need not be UTF-8, JSON must be.
http::Response answer_of(ordered_json const& out)
{
    return http::json(200, out.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

Result<RecordId> row_of(http::Request const& request)
{
    auto const id = RecordId::parse(request.parameter("id"));
    if (!id)
        return fail(Fault::not_found, "waiting-row-unknown");
    return *id;
}

} // namespace

Reply list_waiting(ServedPractice& served, Caller const& caller, http::Request const&)
{
    ZK_TRY(auto const rows, waiting_rows(served.practice, caller.who));
    ordered_json list = ordered_json::array();
    for (WaitingRecord const& row : rows) {
        ordered_json one = head_json(row);
        one["with"] = row.kind == RowKind::patients
            ? std::ranges::count_if(rows, [&](WaitingRecord const& other) { return waits_for(other, row); })
            : 0;
        list.push_back(std::move(one));
    }
    return answer_of({ { "rows", std::move(list) } });
}

Reply show_waiting(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(RecordId const id, row_of(request));
    ZK_TRY(auto const rows, waiting_rows(served.practice, caller.who));
    auto const row = std::ranges::find(rows, id, [](WaitingRecord const& one) { return one.stored.id; });
    if (row == rows.end())
        return fail(Fault::not_found, "waiting-row-unknown");
    return answer_of(row_json(*row, rows));
}

Reply correct_waiting(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(RecordId const id, row_of(request));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(auto const texts, body.texts("set", k_note_bytes_max));
    std::vector<Correction> corrections;
    for (auto const& [column, value] : texts)
        corrections.push_back({ column, value });
    auto const corrected = correct(served.practice, caller.who, id, corrections);
    if (!corrected && corrected.error().code() == "column-unknown")
        return fail(Fault::bad_input, "column-unknown", Place::of("set"));
    ZK_CHECK(corrected);
    ZK_CHECK(served.patients.refresh());
    ZK_CHECK(served.agenda.refresh());
    return answer_of({ { "accepted", corrected->accepted }, { "still_waiting", corrected->still_waiting } });
}

Reply list_merges(ServedPractice& served, Caller const& caller, http::Request const&)
{
    ZK_TRY(auto const found, merges(served.practice, caller.who));
    ordered_json list = ordered_json::array();
    for (Merge const& one : found) {
        ordered_json shown { { "patient", one.patient.text() }, { "number", one.number }, { "name", one.name } };
        if (one.import)
            shown["import"] = one.import->text();
        list.push_back(std::move(shown));
    }
    return answer_of({ { "merges", std::move(list) } });
}

Reply undo_merge(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    auto const patient = PatientId::parse(request.parameter("id"));
    if (!patient)
        return fail(Fault::not_found, "patient-unknown");
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::string const number, body.text("number"));
    ZK_TRY(Unmerged const done, unmerge(served.practice, caller.who, *patient, number));
    ZK_CHECK(served.patients.refresh());
    ZK_CHECK(served.agenda.refresh());
    return answer_of({ { "patient", done.patient.text() }, { "treatments", done.treatments }, { "notes", done.notes },
        { "appointments", done.appointments }, { "invoices", done.invoices } });
}

} // namespace zk::app
