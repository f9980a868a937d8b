#include "gate/practice.hpp"

#include "base/agb.hpp"
#include "base/amsterdam.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "keep/sqlite/sqlite_engine.hpp"

namespace zk::gate {

namespace {

using catalogue::Compartment;

constexpr std::array<std::string_view, 10> k_kinds { "tandarts", "fysio", "huisarts", "psycholoog", "logopedie",
    "oefentherapie", "huisartsenpost", "zorggroep", "apotheek", "anders" };
static_assert(k_kinds.size() == static_cast<std::size_t>(last_of(PracticeKind {})));

std::array<std::pair<Compartment, std::filesystem::path>, 4> stores_of(keep::Folder const& folder)
{
    return { std::pair(Compartment::identity, folder.identity()), std::pair(Compartment::care, folder.care()),
        std::pair(Compartment::money, folder.money()), std::pair(Compartment::practice, folder.practice()) };
}

Result<PracticeFacts> load_facts(keep::Vault const& vault)
{
    ZK_TRY(auto const records, vault.read_practice<PracticeRecord>());
    if (records.size() != 1)
        return fail(Fault::tampered, "practice-facts-missing", Place::of("practice.db"));
    PracticeRecord const& record = records.front().record;
    return PracticeFacts { record.name.get_or(""), record.practice_kind.get_or(PracticeKind::anders),
        record.agb.get_or(""), record.mode.get_or(Mode::production), record.founded_at.get_or(Instant {}) };
}

// In a test practice nothing is protected: its keys are quick to open.
crypto::Cost passphrase_cost(Mode mode)
{
    return mode == Mode::test ? crypto::k_login_cost : crypto::k_passphrase_cost;
}

} // namespace

std::string_view text_of(PracticeKind kind)
{
    return k_kinds[static_cast<std::size_t>(kind) - 1];
}

Result<PracticeKind> parse_practice_kind(std::string_view text)
{
    for (std::size_t i = 0; i < k_kinds.size(); ++i) {
        if (k_kinds[i] == text)
            return static_cast<PracticeKind>(i + 1);
    }
    return fail(Fault::wrong_use, "practice-kind-unknown");
}

Practice::Practice(keep::Folder folder, Ground const& ground)
    : m_folder(std::move(folder))
    , m_ground(ground)
{
}

Practice::~Practice()
{
    // What cannot be laid out now is finished at the next start.
    [[maybe_unused]] Result<> const closed = close();
    m_policy.reset();
    m_log.reset();
}

Result<Practice::Created> Practice::create(
    keep::Folder folder, Ground const& ground, std::string_view passphrase, PracticeFacts facts)
{
    std::unique_ptr<Practice> practice(new Practice(std::move(folder), ground));
    for (auto const& [which, path] : stores_of(practice->m_folder))
        ZK_CHECK(keep::create_sqlite_store(path));
    ZK_TRY(keep::Keyring::Created created,
        keep::Keyring::create(practice->m_folder.keyring(), passphrase, passphrase_cost(facts.mode), ground.random));
    facts.founded_at = ground.clock.now();
    practice->m_facts = facts;
    ZK_CHECK(practice->start(std::move(created.keyring), FirstTime::yes));
    PracticeRecord record;
    record.name = facts.name;
    record.practice_kind = facts.kind;
    record.agb = facts.agb;
    record.mode = facts.mode;
    record.founded_at = facts.founded_at;
    keep::Change change = practice->m_vault->change();
    practice->m_vault->insert_practice(change, record);
    ZK_CHECK(practice->m_vault->commit(std::move(change)));
    return Created { std::move(practice), std::move(created.recovery_code) };
}

Result<std::unique_ptr<Practice>> Practice::open(keep::Folder folder, Ground const& ground, std::string_view passphrase)
{
    std::unique_ptr<Practice> practice(new Practice(std::move(folder), ground));
    ZK_TRY(auto keyring, keep::Keyring::open(practice->m_folder.keyring(), passphrase, ground.random));
    ZK_CHECK(practice->start(std::move(keyring), FirstTime::no));
    ZK_TRY(practice->m_facts, load_facts(*practice->m_vault));
    return practice;
}

Result<> Practice::start(std::unique_ptr<keep::Keyring> keyring, FirstTime first_time)
{
    keep::Vault::Stores stores;
    for (auto const& [which, path] : stores_of(m_folder)) {
        ZK_TRY(stores[which], keep::open_sqlite_store(path, keyring->practice()));
    }
    ZK_TRY(m_vault, keep::Vault::open(std::move(keyring), std::move(stores), m_ground.random));
    keep::AccessLog::Parts const parts { m_ground.disk, m_folder.index(), m_vault->keyring(), m_ground.clock,
        m_ground.random, m_ground.program };
    ZK_TRY(m_log, first_time == FirstTime::yes ? keep::AccessLog::create(parts) : keep::AccessLog::open(parts));
    m_vault->on_commit_note_journal_size([log = m_log.get()] { return log->size(); });
    ZK_CHECK(m_settings.load(*m_vault));
    m_policy = std::make_unique<Policy>(*m_vault, *m_log, m_ground.clock, m_settings);
    return note_what_was_mended();
}

Result<> Practice::note_what_was_mended()
{
    auto note = [&](std::string const& what, std::uint64_t count) -> Result<> {
        if (count == 0)
            return {};
        keep::LineDraft draft { .event = keep::LogEvent::mended, .action = keep::LogAction::execute };
        draft.object = what;
        draft.count = count;
        ZK_CHECK(m_log->append(draft));
        return {};
    };
    ZK_CHECK(note("unwritten-changes", m_vault->open_finding().intents_rolled_forward));
    return note("torn-journal-bytes", m_log->torn_bytes_dropped());
}

PracticeFacts Practice::facts() const
{
    std::lock_guard const lock(m_facts_mutex);
    return m_facts;
}

Date Practice::today() const
{
    return amsterdam_date(m_ground.clock.now());
}

crypto::Cost Practice::login_cost() const
{
    return crypto::k_login_cost;
}

Result<> Practice::set(Who const& who, std::string_view key, std::string_view value, std::string_view reason)
{
    if (who.role != Role::praktijkhouder)
        return fail(Fault::refused, "not-for-this-role");
    keep::Change change = m_vault->change();
    ZK_CHECK(m_settings.put(*m_vault, change, key, value, reason, who.account, m_ground.clock.now()));
    ZK_CHECK(m_policy->note(who, keep::LogEvent::setting_changed, keep::LogAction::update, std::string(key)));
    ZK_CHECK(m_vault->commit(std::move(change)));
    return m_settings.load(*m_vault);
}

Result<> Practice::rename(Who const& who, PracticeFacts const& facts)
{
    if (who.role != Role::praktijkhouder)
        return fail(Fault::refused, "not-for-this-role");
    std::string_view const name = trim(facts.name);
    if (name.empty())
        return fail(Fault::bad_input, "practice-name-missing", Place::of("name"));
    if (name.size() > k_name_bytes_max)
        return fail(Fault::bad_input, "field-too-long", Place::of("name"));
    std::string agb;
    if (!trim(facts.agb).empty()) {
        auto const parsed = Agb::parse(trim(facts.agb));
        if (!parsed)
            return fail(Fault::bad_input, "agb-not-eight-digits", Place::of("agb"));
        agb = parsed->digits();
    }
    ZK_TRY(auto records, m_vault->read_practice<PracticeRecord>());
    if (records.size() != 1)
        return fail(Fault::tampered, "practice-facts-missing", Place::of("practice.db"));
    auto& [id, version, record] = records.front();
    record.name = std::string(name);
    record.practice_kind = facts.kind;
    record.agb = agb;
    keep::Change change = m_vault->change();
    m_vault->update_practice(change, id, version, record);
    ZK_CHECK(m_policy->note(who, keep::LogEvent::setting_changed, keep::LogAction::update, "practice"));
    ZK_CHECK(m_vault->commit(std::move(change)));
    std::lock_guard const lock(m_facts_mutex);
    m_facts.name = std::string(name);
    m_facts.kind = facts.kind;
    m_facts.agb = agb;
    return {};
}

Result<> Practice::close()
{
    if (m_log)
        ZK_CHECK(m_log->close());
    if (m_vault)
        ZK_CHECK(m_vault->settle());
    return {};
}

} // namespace zk::gate
