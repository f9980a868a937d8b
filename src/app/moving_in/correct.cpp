#include "app/moving_in/correct.hpp"

#include "app/moving_in/reread.hpp"
#include "app/moving_in/turn.hpp"

#include <algorithm>

namespace zk::app {

namespace {

using catalogue::Grant;

template<typename Rows>
void give_fingerprints(Rows& rows, std::vector<Bytes> const& by_file)
{
    for (auto& row : rows)
        row.origin.fingerprint = by_file[row.origin.file];
}

Result<Meanings> corrected_cells(WaitingRecord const& row, std::vector<Correction> const& corrections)
{
    Meanings cells = meanings_of(row.kind, row.fields);
    for (Correction const& correction : corrections) {
        auto const column = column_of(correction.column);
        if (!column || !belongs_to(*column, row.kind))
            return fail(Fault::wrong_use, "column-unknown");
        std::erase_if(cells, [&](auto const& cell) { return cell.first == *column; });
        cells.emplace_back(*column, correction.value);
    }
    return cells;
}

Result<> remove_rows(gate::Practice& practice, std::vector<WaitingRecord const*> const& rows)
{
    keep::Change change = practice.vault().change();
    for (WaitingRecord const* row : rows)
        practice.vault().remove_without_patient<care::QuarantineRecord>(change, row->stored.id, row->stored.version);
    return practice.vault().commit(std::move(change));
}

} // namespace

Result<std::vector<WaitingRecord>> waiting_rows(gate::Practice& practice, gate::Who const& who)
{
    ZK_TRY(Grant const grant, practice.policy().for_moving_in(who, keep::LogEvent::looked, {}, "quarantine"));
    ZK_TRY(auto records, practice.vault().read_unowned<care::QuarantineRecord>(grant));
    std::vector<WaitingRecord> out;
    for (auto& stored : records) {
        care::QuarantineRecord const& record = stored.record;
        auto const sort = record.sort.reveal(grant).value_or(care::RowSort::patient);
        WaitingRecord row { .stored = stored,
            .kind = static_cast<RowKind>(static_cast<unsigned>(sort) - 1),
            .file = record.file.reveal(grant).value_or(""),
            .row = record.row.reveal(grant).value_or(0),
            .reason = record.reason.reveal(grant).value_or(""),
            .waits_for = record.waits_for.reveal(grant).value_or(""),
            .fields = record.fields.reveal(grant).value_or(Fields {}),
            .fingerprint = record.source_row.reveal(grant).value_or(Bytes {}) };
        out.push_back(std::move(row));
    }
    std::ranges::sort(out, {}, [](WaitingRecord const& row) { return std::tuple(row.kind, row.file, row.row); });
    return out;
}

Result<Corrected> correct(
    gate::Practice& practice, gate::Who const& who, RecordId const& row, std::vector<Correction> const& corrections)
{
    MovingInTurn const turn;
    ZK_TRY(std::vector<WaitingRecord> const all, waiting_rows(practice, who));
    auto const chosen = std::ranges::find(all, row, [](WaitingRecord const& one) { return one.stored.id; });
    if (chosen == all.end())
        return fail(Fault::not_found, "waiting-row-unknown");
    std::vector<WaitingRecord const*> tried { &*chosen };
    if (chosen->kind == RowKind::patients) {
        for (WaitingRecord const& one : all) {
            if (one.reason == "waits_for_quarantined_patient" && one.waits_for == chosen->waits_for)
                tried.push_back(&one);
        }
    }
    std::vector<RawFile> files;
    Mapping mapping;
    std::vector<Bytes> fingerprints;
    for (WaitingRecord const* one : tried) {
        ZK_TRY(Meanings const cells,
            one == &*chosen ? corrected_cells(*one, corrections)
                            : Result<Meanings>(meanings_of(one->kind, one->fields)));
        add_file(files, mapping, one->kind, cells);
        fingerprints.push_back(one->fingerprint);
    }
    ZK_TRY(SourceFolder source, read_files(files, mapping));
    // The old fingerprints: the same export later finds these rows there already.
    give_fingerprints(source.patients, fingerprints);
    give_fingerprints(source.treatments, fingerprints);
    give_fingerprints(source.invoices, fingerprints);
    give_fingerprints(source.appointments, fingerprints);
    give_fingerprints(source.quarantined, fingerprints);
    ZK_TRY(ImportReport const report, apply(practice, who, source, {}, Again { fingerprints, chosen->waits_for }));
    ZK_CHECK(remove_rows(practice, tried));
    Corrected out;
    for (auto const& [kind, taken] : report.taken) {
        out.accepted += taken.accepted + taken.merged;
        out.still_waiting += taken.quarantined;
    }
    return out;
}

} // namespace zk::app
