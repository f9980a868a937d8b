// fact_source: the v1 probes behind one door: facts are read once, when a probe first needs them.
// Used by the evaluation through ProbeSource; the reader is written where files, settings and stores are known.
// Always: facts that cannot be read make their probes an error, which the evaluation shows as open.
// An attacker who makes a reader fail gets "open", never "proven".
#pragma once

#include "care/check/facts.hpp"
#include "care/check/measurement.hpp"

#include <optional>
#include <string_view>

namespace zk::care::check {

class FactReader {
public:
    FactReader() = default;
    FactReader(FactReader const&) = delete;
    FactReader& operator=(FactReader const&) = delete;
    virtual ~FactReader() = default;

    [[nodiscard]] virtual Result<AccountFacts> accounts() = 0;
    [[nodiscard]] virtual Result<LockFacts> locks() = 0;
    [[nodiscard]] virtual Result<SessionFacts> sessions() = 0;
    [[nodiscard]] virtual Result<TransportFacts> transport() = 0;
    [[nodiscard]] virtual Result<SystemFacts> system() = 0;
    [[nodiscard]] virtual Result<FolderFacts> folder() = 0;
    [[nodiscard]] virtual Result<ProcessFacts> process() = 0;
    [[nodiscard]] virtual Result<SoftwareFacts> software() = 0;
    // Nothing: the maintenance job did not run yet.
    [[nodiscard]] virtual Result<std::optional<SampleFacts>> sample() = 0;
    [[nodiscard]] virtual Result<SeparationFacts> separation() = 0;
    [[nodiscard]] virtual Result<DemoFacts> demo() = 0;
    [[nodiscard]] virtual Result<CatalogueFacts> catalogue() = 0;
    [[nodiscard]] virtual Result<RetentionFacts> retention() = 0;
    // Nothing: the log was not verified yet.
    [[nodiscard]] virtual Result<std::optional<JournalFacts>> journal() = 0;
    [[nodiscard]] virtual Result<IndexFacts> index() = 0;
    [[nodiscard]] virtual Result<MatrixFacts> matrix() = 0;
    [[nodiscard]] virtual Result<CountFacts> counts() = 0;
};

class FactSource final : public ProbeSource {
public:
    FactSource(FactReader& reader, Instant now)
        : m_reader(reader)
        , m_now(now)
    {
    }
    [[nodiscard]] Result<Measurement> measure(std::string_view probe_id) override;

    // Kept for one check: accounts, sessions and counts serve several probes.
    [[nodiscard]] Result<AccountFacts> accounts();
    [[nodiscard]] Result<SessionFacts> sessions();
    [[nodiscard]] Result<CountFacts> counts();
    [[nodiscard]] FactReader& reader() { return m_reader; }
    [[nodiscard]] Instant now() const { return m_now; }

private:
    FactReader& m_reader;
    Instant m_now;
    std::optional<Result<AccountFacts>> m_accounts;
    std::optional<Result<SessionFacts>> m_sessions;
    std::optional<Result<CountFacts>> m_counts;
};

} // namespace zk::care::check
