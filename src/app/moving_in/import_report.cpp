#include "app/moving_in/import_report.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using nlohmann::ordered_json;

ordered_json problem_json(SourceFolder const& source, Problem const& problem)
{
    return { { "file", source.files[problem.file].name }, { "row", problem.row }, { "reason", problem.reason.text() } };
}

} // namespace

nlohmann::ordered_json report_json(SourceFolder const& source, ImportReport const& report, StaffTaken const& staff)
{
    auto count = [&](RowKind kind) {
        auto const found = report.taken.find(kind);
        return found == report.taken.end() ? TakenRows {} : found->second;
    };
    auto rows = [&](RowKind kind) { return report.rows.at(kind); };
    TakenRows const patients = count(RowKind::patients);
    TakenRows const treatments = count(RowKind::treatments);
    TakenRows const invoices = count(RowKind::invoices);
    TakenRows const appointments = count(RowKind::appointments);
    ordered_json out;
    out["patients"] = { { "rows", rows(RowKind::patients) }, { "accepted", patients.accepted },
        { "without_bsn", patients.without_bsn }, { "merged", patients.merged },
        { "quarantined", patients.quarantined } };
    out["treatments"] = { { "rows", rows(RowKind::treatments) }, { "accepted", treatments.accepted },
        { "quarantined", treatments.quarantined } };
    out["invoices"] = { { "rows", rows(RowKind::invoices) }, { "accepted", invoices.accepted },
        { "quarantined", invoices.quarantined }, { "total_cents", invoices.total.count() } };
    out["appointments"] = { { "rows", rows(RowKind::appointments) }, { "accepted", appointments.accepted },
        { "quarantined", appointments.quarantined } };
    out["staff"] = { { "rows", rows(RowKind::staff) }, { "accepted", staff.accepted } };
    out["not_taken"] = ordered_json::array();
    for (NotTaken const& one : source.not_taken)
        out["not_taken"].push_back({ { "file", one.file }, { "column", one.column } });
    out["problems"] = ordered_json::array();
    for (Problem const& problem : report.problems)
        out["problems"].push_back(problem_json(source, problem));
    for (Problem const& problem : staff.problems)
        out["problems"].push_back(problem_json(source, problem));
    out["import"] = report.import ? ordered_json(report.import->text()) : ordered_json(nullptr);
    out["continued"] = report.continuing == Continuing::goes_on;
    return out;
}

Result<> keep_report(
    gate::Practice& practice, std::optional<ImportId> const& import, nlohmann::ordered_json const& report)
{
    if (!import)
        return {};
    ZK_TRY(auto imports, practice.vault().read_practice<care::ImportRecord>());
    for (auto& stored : imports) {
        if (import_id_of(stored.id) != *import)
            continue;
        ordered_json kept = report;
        auto& problems = kept["problems"];
        if (problems.size() > k_kept_problems_max)
            problems.erase(problems.begin() + k_kept_problems_max, problems.end());
        stored.record.report = kept.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
        keep::Change change = practice.vault().change();
        practice.vault().update_practice(change, stored.id, stored.version, stored.record);
        return practice.vault().commit(std::move(change));
    }
    return {};
}

} // namespace zk::app
