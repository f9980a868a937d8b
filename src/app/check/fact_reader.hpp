// fact_reader: reads the facts of the check from an open practice and its machine.
// Used by the check command.
// Always: it changes nothing; what goes over patients is read in one pass, under one line in the log.
// An attacker gains nothing: facts hold counts, dates, settings and staff codes.
#pragma once

#include "app/check/listening.hpp"
#include "app/check/store_facts.hpp"
#include "care/check/fact_source.hpp"
#include "gate/accounts/accounts.hpp"

#include <stop_token>

namespace zk::app {

// Where a check runs: in a server, which listens somewhere and may have to stop meanwhile, or beside none.
struct CheckPlace {
    std::optional<ListensAt> listens {};
    std::stop_token stop {};
};

class PracticeFactReader final : public care::check::FactReader {
public:
    // The statements: some facts count what was declared (3.6a, 3.6c). `now` is the moment of the whole check.
    [[nodiscard]] static Result<std::unique_ptr<PracticeFactReader>> open(gate::Practice& practice,
        gate::Accounts const& accounts, std::vector<care::check::Statement> const& statements, Instant now,
        CheckPlace place = {});

    [[nodiscard]] PatientCounts const& patients() const { return m_counts; }

    Result<care::check::AccountFacts> accounts() override;
    Result<care::check::LockFacts> locks() override;
    Result<care::check::SessionFacts> sessions() override;
    Result<care::check::TransportFacts> transport() override;
    Result<care::check::SystemFacts> system() override;
    Result<care::check::FolderFacts> folder() override;
    Result<care::check::ProcessFacts> process() override;
    Result<care::check::SoftwareFacts> software() override;
    Result<std::optional<care::check::SampleFacts>> sample() override;
    Result<care::check::SeparationFacts> separation() override;
    Result<care::check::DemoFacts> demo() override;
    Result<care::check::CatalogueFacts> catalogue() override;
    Result<care::check::RetentionFacts> retention() override;
    Result<std::optional<care::check::JournalFacts>> journal() override;
    Result<care::check::IndexFacts> index() override;
    Result<care::check::MatrixFacts> matrix() override;
    Result<care::check::CountFacts> counts() override;

private:
    PracticeFactReader(gate::Practice& practice, gate::Accounts const& accounts,
        std::vector<care::check::Statement> const& statements, Instant now, CheckPlace place, catalogue::Grant grant)
        : m_practice(practice)
        , m_accounts(accounts)
        , m_statements(statements)
        , m_now(now)
        , m_place(std::move(place))
        , m_grant(std::move(grant))
    {
    }
    // Fault::unavailable "check-stopped": before each fact that takes long.
    [[nodiscard]] Result<> go_on() const;

    gate::Practice& m_practice;
    gate::Accounts const& m_accounts;
    std::vector<care::check::Statement> const& m_statements;
    Instant m_now;
    CheckPlace m_place;
    catalogue::Grant m_grant;
    PatientCounts m_counts;
};

} // namespace zk::app
