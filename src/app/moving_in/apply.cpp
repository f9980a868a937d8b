#include "app/moving_in/apply.hpp"

#include "app/moving_in/turn.hpp"
#include "app/moving_in/write.hpp"

#include <algorithm>

namespace zk::app {

namespace {

using care::ImportRecord;
using care::ImportState;

// So many rows share one commit: small enough to lose little, large enough to be quick.
constexpr std::size_t k_rows_per_commit = 2000;

std::map<RowKind, std::uint64_t> count_rows(SourceFolder const& source)
{
    std::map<RowKind, std::uint64_t> out;
    for (RowKind const kind : k_row_kinds)
        out[kind] = 0;
    for (SourceFile const& file : source.files) {
        if (file.kind)
            out[*file.kind] += file.rows;
    }
    return out;
}

// Which folder it is: over the rows' fingerprints, in any order, so that an unfinished import is known again.
Bytes source_of(SourceFolder const& source)
{
    std::vector<Bytes const*> fingerprints;
    fingerprints.reserve(source.patients.size() + source.quarantined.size());
    for (auto const& row : source.patients)
        fingerprints.push_back(&row.origin.fingerprint);
    for (auto const& row : source.quarantined)
        fingerprints.push_back(&row.origin.fingerprint);
    std::ranges::sort(fingerprints, [](Bytes const* a, Bytes const* b) { return *a < *b; });
    crypto::Sha256 hash;
    for (Bytes const* fingerprint : fingerprints)
        hash.add(*fingerprint);
    return to_bytes(hash.done());
}

void count_taken(Bundle const& bundle, TakenByKind& taken)
{
    if (bundle.main != nullptr) {
        ++taken[RowKind::patients].accepted;
        taken[RowKind::patients].without_bsn += bundle.main->bsn ? 0U : 1U;
    }
    taken[RowKind::patients].merged += bundle.merged.size();
    taken[RowKind::treatments].accepted += bundle.treatments.size();
    taken[RowKind::appointments].accepted += bundle.appointments.size();
    taken[RowKind::invoices].accepted += bundle.invoices.size();
    for (SourceInvoice const* invoice : bundle.invoices)
        taken[RowKind::invoices].total += invoice->amount;
}

TestNumbers test_numbers_of(gate::Practice const& practice)
{
    return practice.facts().mode == gate::Mode::test ? TestNumbers::allowed : TestNumbers::refused;
}

class Applying {
public:
    Applying(gate::Practice& practice, gate::Who const& who, SourceFolder const& source, Progress const& progress,
        Again const& again)
        : m_again(again)
        , m_practice(practice)
        , m_who(who)
        , m_source(source)
        , m_progress(progress)
    {
    }

    Result<ImportReport> run()
    {
        ZK_CHECK(find_or_start());
        ImportReport report { .import = std::nullopt,
            .continuing = m_continuing,
            .rows = count_rows(m_source),
            .taken = {},
            .problems = {} };
        ZK_TRY(Known known, load_known(m_practice, m_import));
        for (Bytes const& fingerprint : m_again.fingerprints)
            known.rows.erase(std::string(as_text(fingerprint)));
        known.waiting_numbers.erase(m_again.patient_number);
        ZK_TRY(Decisions const decisions,
            decide(m_source, known, test_numbers_of(m_practice), m_practice.today(), m_practice.random()));
        report.taken = known.taken;
        report.problems = decisions.problems;
        for (Bundle const& bundle : decisions.bundles)
            m_rows += bundle.rows();
        m_rows += decisions.waiting.size();
        if (m_rows > 0) {
            ZK_CHECK(start());
            ZK_CHECK(write_bundles(decisions.bundles, report.taken));
            ZK_CHECK(write_waiting_rows(decisions.waiting, report.taken));
        }
        ZK_CHECK(finish());
        if (m_record)
            report.import = m_import;
        return report;
    }

private:
    Result<> find_or_start()
    {
        Bytes const source = source_of(m_source);
        ZK_TRY(auto unfinished, unfinished_import(m_practice));
        if (unfinished) {
            if (unfinished->record.source.get() != source)
                return fail(Fault::conflict, "another-import-unfinished");
            m_continuing = Continuing::goes_on;
            m_import = import_id_of(unfinished->id);
            m_record = std::move(unfinished);
            return {};
        }
        m_new.state = ImportState::running;
        m_new.started_at = m_practice.clock().now();
        m_new.source = source;
        return {};
    }

    // The record that says that an import is under way, before its first row.
    Result<> start()
    {
        if (m_record)
            return {};
        keep::Vault& vault = m_practice.vault();
        keep::Change change = vault.change();
        RecordId const id = vault.insert_practice(change, m_new);
        ZK_CHECK(vault.commit(std::move(change)));
        m_import = import_id_of(id);
        m_record = keep::Stored<ImportRecord> { id, 1, m_new };
        return {};
    }

    Result<> finish()
    {
        if (!m_record)
            return {};
        m_record->record.state = ImportState::done;
        keep::Vault& vault = m_practice.vault();
        keep::Change change = vault.change();
        vault.update_practice(change, m_record->id, m_record->version, m_record->record);
        return vault.commit(std::move(change));
    }

    [[nodiscard]] Writing writing(catalogue::Grant const& grant) const
    {
        return { m_practice.vault(), grant, m_import.value(), m_practice.clock().now(), m_practice.today() };
    }

    Result<> write_bundles(std::span<Bundle const> bundles, TakenByKind& taken)
    {
        while (!bundles.empty()) {
            std::size_t count = 0;
            for (std::size_t rows = 0; count < bundles.size() && rows < k_rows_per_commit; ++count)
                rows += bundles[count].rows();
            ZK_CHECK(write_some(bundles.first(count)));
            for (Bundle const& bundle : bundles.first(count))
                count_taken(bundle, taken);
            bundles = bundles.subspan(count);
        }
        return {};
    }

    Result<> write_some(std::span<Bundle const> bundles)
    {
        std::vector<PatientId> patients;
        for (Bundle const& bundle : bundles)
            patients.push_back(bundle.patient);
        ZK_TRY(catalogue::Grant const grant,
            m_practice.policy().for_moving_in(m_who, keep::LogEvent::imported, patients, m_import.value().text()));
        keep::Change change = m_practice.vault().change();
        Writing const how = writing(grant);
        std::size_t rows = 0;
        for (Bundle const& bundle : bundles) {
            ZK_CHECK(write_bundle(how, change, bundle));
            rows += bundle.rows();
        }
        ZK_CHECK(m_practice.vault().commit(std::move(change)));
        done(rows);
        return {};
    }

    Result<> write_waiting_rows(std::span<WaitingRow const> waiting, TakenByKind& taken)
    {
        while (!waiting.empty()) {
            auto const some = waiting.first(std::min(waiting.size(), k_rows_per_commit));
            ZK_TRY(catalogue::Grant const grant,
                m_practice.policy().for_moving_in(m_who, keep::LogEvent::imported, {}, m_import.value().text()));
            keep::Change change = m_practice.vault().change();
            for (WaitingRow const& row : some) {
                write_waiting(writing(grant), change, row, m_source.files[row.origin.file].name);
                ++taken[row.kind].quarantined;
            }
            ZK_CHECK(m_practice.vault().commit(std::move(change)));
            done(some.size());
            waiting = waiting.subspan(some.size());
        }
        return {};
    }

    void done(std::size_t rows)
    {
        m_done += rows;
        if (m_progress)
            m_progress(m_done, m_rows);
    }

    Again const& m_again;
    gate::Practice& m_practice;
    gate::Who const& m_who;
    SourceFolder const& m_source;
    Progress const& m_progress;
    Continuing m_continuing = Continuing::fresh;
    ImportRecord m_new;
    std::optional<ImportId> m_import;
    std::optional<keep::Stored<ImportRecord>> m_record;
    std::uint64_t m_rows = 0;
    std::uint64_t m_done = 0;
};

} // namespace

ImportId import_id_of(RecordId const& id)
{
    return ImportId::from_raw(id.raw());
}

Result<std::optional<keep::Stored<ImportRecord>>> unfinished_import(gate::Practice& practice)
{
    ZK_TRY(auto imports, practice.vault().read_practice<ImportRecord>());
    for (auto& stored : imports) {
        if (stored.record.state.get() == ImportState::running)
            return std::optional(std::move(stored));
    }
    return std::nullopt;
}

Result<ImportReport> foresee(gate::Practice& practice, SourceFolder const& source)
{
    ZK_TRY(auto const unfinished, unfinished_import(practice));
    if (unfinished && unfinished->record.source.get() != source_of(source))
        return fail(Fault::conflict, "another-import-unfinished");
    std::optional<ImportId> const going_on = unfinished ? std::optional(import_id_of(unfinished->id)) : std::nullopt;
    ZK_TRY(Known const known, load_known(practice, going_on));
    ZK_TRY(Decisions const decisions,
        decide(source, known, test_numbers_of(practice), practice.today(), practice.random()));
    ImportReport out { .import = std::nullopt,
        .continuing = unfinished ? Continuing::goes_on : Continuing::fresh,
        .rows = count_rows(source),
        .taken = known.taken,
        .problems = decisions.problems };
    for (Bundle const& bundle : decisions.bundles)
        count_taken(bundle, out.taken);
    for (WaitingRow const& row : decisions.waiting)
        ++out.taken[row.kind].quarantined;
    return out;
}

Result<ImportReport> apply(gate::Practice& practice, gate::Who const& who, SourceFolder const& source,
    Progress const& progress, Again const& again)
{
    MovingInTurn const turn;
    return Applying(practice, who, source, progress, again).run();
}

} // namespace zk::app
