#include "app/check/statements.hpp"

#include <algorithm>

namespace zk::app {

namespace {

using care::check::Answer;
using care::check::Statement;
using catalogue::Open;
using catalogue::record_kind;
using catalogue::RetentionClass;

struct StatementRecord {
    static constexpr auto kind = record_kind(RetentionClass::practice, 5);
    Open<"statement.probe", std::string> probe;
    Open<"statement.answer", std::string> answer;
    Open<"statement.role", catalogue::Role> role;
    Open<"statement.author", std::string> author;
    Open<"statement.event_date", Date> event_date;
    Open<"statement.made_at", Instant> made_at;
    Open<"statement.explanation", std::string> explanation;
    Open<"statement.attachment", Bytes> attachment;
    Open<"statement.text_version", std::uint64_t> text_version;
    static constexpr auto members = std::tuple(&StatementRecord::probe, &StatementRecord::answer,
        &StatementRecord::role, &StatementRecord::author, &StatementRecord::event_date, &StatementRecord::made_at,
        &StatementRecord::explanation, &StatementRecord::attachment, &StatementRecord::text_version);
};

Result<Statement> statement_of(StatementRecord const& record)
{
    auto const& role = record.role.get();
    auto const& event_date = record.event_date.get();
    auto const& made_at = record.made_at.get();
    if (!role || !event_date || !made_at)
        return fail(Fault::tampered, "statement-incomplete", Place::of("practice.db"));
    ZK_TRY(Answer const answer, care::check::parse_answer(record.answer.get_or("")));
    Statement out { record.probe.get_or(""), answer, *role, record.author.get_or(""), *event_date, *made_at,
        record.explanation.get_or(""), std::nullopt, static_cast<int>(record.text_version.get_or(0)) };
    if (auto const& attachment = record.attachment.get()) {
        Reader reader(*attachment);
        ZK_TRY(out.attachment_sha256, reader.array<32>());
    }
    return out;
}

} // namespace

Result<std::vector<Statement>> load_statements(keep::Vault const& vault)
{
    ZK_TRY(auto const records, vault.read_practice<StatementRecord>());
    std::vector<Statement> out;
    for (auto const& stored : records) {
        ZK_TRY(Statement statement, statement_of(stored.record));
        out.push_back(std::move(statement));
    }
    std::ranges::sort(out, {}, &Statement::made_at);
    return out;
}

Result<> keep_statement(gate::Practice& practice, gate::Who const& who, Statement const& statement)
{
    StatementRecord record;
    record.probe = statement.probe;
    record.answer = std::string(care::check::name_of(statement.answer));
    record.role = statement.role;
    record.author = statement.account;
    record.event_date = statement.event_date;
    record.made_at = statement.made_at;
    if (!statement.explanation.empty())
        record.explanation = statement.explanation;
    if (statement.attachment_sha256)
        record.attachment = to_bytes(*statement.attachment_sha256);
    record.text_version = static_cast<std::uint64_t>(statement.text_version);
    ZK_CHECK(practice.policy().note(who, keep::LogEvent::statement_made, keep::LogAction::create, statement.probe));
    keep::Change change = practice.vault().change();
    practice.vault().insert_practice(change, record);
    return practice.vault().commit(std::move(change));
}

} // namespace zk::app
