#include "keep/keyring/keyring.hpp"

#include "crypto/seal.hpp"
#include "keep/keyring/root.hpp"
#include "keep/sqlite/database.hpp"
#include "keep/sqlite/pool.hpp"

#include <mutex>

namespace zk::keep {

namespace {

using catalogue::RetentionClass;

constexpr std::array k_tables {
    "CREATE TABLE intent(number INTEGER PRIMARY KEY, box BLOB NOT NULL) STRICT",
    "CREATE TABLE known(practice BLOB PRIMARY KEY, box BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE root(kind INTEGER PRIMARY KEY, practice BLOB NOT NULL, salt BLOB NOT NULL, passes INTEGER NOT NULL, "
    "memory_kib INTEGER NOT NULL, box BLOB NOT NULL) STRICT",
    "CREATE TABLE secret(name TEXT PRIMARY KEY, box BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE slot(practice BLOB NOT NULL, id BLOB NOT NULL, box BLOB NOT NULL, PRIMARY KEY(practice, id)) STRICT, "
    "WITHOUT ROWID",
};
// "ZKkr"
constexpr std::int64_t k_application_id = 0x5a4b6b72;
constexpr std::int64_t k_format = 1;

struct Reading {
    Database database;
    Statement slot;

    static Result<Reading> open(std::filesystem::path const& path)
    {
        ZK_TRY(Database database, Database::open(path, OpenMode::read_only));
        ZK_TRY(Statement slot, database.prepare("SELECT box FROM slot WHERE practice = ?1 AND id = ?2"));
        return Reading { std::move(database), std::move(slot) };
    }
};

// What apply() writes with, prepared once.
struct Writing {
    Statement put;
    Statement destroy;
    Statement forget;
    Statement add;
    Statement known;

    static Result<Writing> prepare(Database const& database)
    {
        ZK_TRY(Statement put, database.prepare("INSERT OR REPLACE INTO slot(practice, id, box) VALUES(?1, ?2, ?3)"));
        ZK_TRY(Statement destroy, database.prepare("DELETE FROM slot WHERE practice = ?1 AND id = ?2"));
        ZK_TRY(Statement forget, database.prepare("DELETE FROM intent WHERE number = ?1"));
        ZK_TRY(Statement add, database.prepare("INSERT INTO intent(number, box) VALUES(?1, ?2)"));
        ZK_TRY(Statement known, database.prepare("INSERT OR REPLACE INTO known(practice, box) VALUES(?1, ?2)"));
        return Writing { std::move(put), std::move(destroy), std::move(forget), std::move(add), std::move(known) };
    }
};

} // namespace

struct Keyring::Inside {
    std::filesystem::path path;
    PracticeId practice;
    Random& random;
    crypto::Key practice_key;
    crypto::Key link;
    crypto::Key journal_seed;
    mutable std::mutex mutex;
    Database writer;
    Writing writing;
    Pool<Reading> readers;
    // Rising, so that what waits is finished in the order in which it was decided; from a number of chance, since it is
    // bound into the box and must not come twice.
    std::uint64_t next_intent = 0;

    Inside(std::filesystem::path file, PracticeId id, Random& chance, crypto::Key key, crypto::Key link_secret,
        crypto::Key seed, Database database, Writing prepared)
        : path(std::move(file))
        , practice(id)
        , random(chance)
        , practice_key(std::move(key))
        , link(std::move(link_secret))
        , journal_seed(std::move(seed))
        , writer(std::move(database))
        , writing(std::move(prepared))
        , readers(path)
    {
        auto const start = random.array<8>();
        next_intent = Reader(start).u64().value() >> 2;
    }

    static Result<std::unique_ptr<Inside>> make(std::filesystem::path const& path, PracticeId const& practice,
        crypto::Key key, Database database, Random& random)
    {
        ZK_TRY(crypto::Key link, read_secret(database, practice, key, "link"));
        ZK_TRY(crypto::Key seed, read_secret(database, practice, key, "journal"));
        ZK_TRY(Writing writing, Writing::prepare(database));
        return std::make_unique<Inside>(path, practice, random, std::move(key), std::move(link), std::move(seed),
            std::move(database), std::move(writing));
    }

    Result<> write(KeyringChange const& change, std::uint64_t& intent_number);
    Result<> write_known(crypto::Key const& key, std::uint64_t journal_size);
    // All of it within one transaction of the writer.
    Result<> seal_anew(crypto::Key const& key, std::string_view passphrase, RecoveryCode const& code);
    Result<> seal_slots_anew(crypto::Key const& key);
};

Keyring::Keyring(std::unique_ptr<Inside> inside)
    : m_inside(std::move(inside))
{
}

Keyring::~Keyring() = default;

Result<Keyring::Created> Keyring::create(
    std::filesystem::path const& path, std::string_view passphrase, crypto::Cost cost, Random& random)
{
    ZK_TRY(Database database, Database::open(path, OpenMode::create));
    auto const practice = PracticeId::random(random);
    crypto::Key practice_key = crypto::Key::random(random);
    RecoveryCode code = RecoveryCode::random(random);
    ZK_CHECK(database.begin());
    for (char const* table : k_tables)
        ZK_CHECK(database.execute(table));
    ZK_CHECK(database.execute("PRAGMA application_id = " + std::to_string(k_application_id)));
    ZK_CHECK(database.execute("PRAGMA user_version = " + std::to_string(k_format)));
    ZK_CHECK(write_root(database, practice, RootKind::passphrase, passphrase, cost, practice_key, random));
    ZK_CHECK(write_root(database, practice, RootKind::recovery, code.expose(), cost, practice_key, random));
    ZK_CHECK(write_secret(database, practice, practice_key, "link", crypto::Key::random(random), random));
    ZK_CHECK(write_secret(database, practice, practice_key, "journal", crypto::Key::random(random), random));
    ZK_CHECK(database.commit());
    ZK_TRY(auto inside, Inside::make(path, practice, std::move(practice_key), std::move(database), random));
    return Created { std::unique_ptr<Keyring>(new Keyring(std::move(inside))), std::move(code) };
}

namespace {

Result<Database> open_file(std::filesystem::path const& path)
{
    ZK_TRY(Database database, Database::open(path, OpenMode::read_write));
    ZK_TRY(Statement format,
        database.prepare("SELECT application_id, user_version FROM pragma_application_id, pragma_user_version"));
    ZK_TRY(bool const row, format.step());
    if (!row || format.integer(0) != k_application_id)
        return fail(Fault::bad_input, "not-a-keyring-of-zorgkluis", Place::of("keyring.db"));
    if (format.integer(1) != k_format)
        return fail(Fault::bad_input, "keyring-of-another-version", Place::of("keyring.db"));
    return database;
}

Result<std::pair<PracticeId, crypto::Key>> unwrap(Database const& database, RootKind kind, std::string_view secret)
{
    ZK_TRY(Root const root, read_root(database, kind));
    ZK_TRY(crypto::Key const wrapping, crypto::key_from_passphrase(secret, root.salt, root.cost));
    auto plain = crypto::open(wrapping, root_place(root.practice, kind), root.box);
    if (!plain)
        return kind == RootKind::passphrase ? fail(Fault::crypto, "passphrase-does-not-fit")
                                            : fail(Fault::crypto, "recovery-code-does-not-fit");
    ZK_TRY(crypto::Key key, crypto::Key::from(*plain));
    crypto::wipe(*plain);
    return std::pair(root.practice, std::move(key));
}

} // namespace

Result<std::unique_ptr<Keyring>> Keyring::open(
    std::filesystem::path const& path, std::string_view passphrase, Random& random)
{
    ZK_TRY(Database database, open_file(path));
    ZK_TRY(auto opened, unwrap(database, RootKind::passphrase, passphrase));
    ZK_TRY(auto inside, Inside::make(path, opened.first, std::move(opened.second), std::move(database), random));
    return std::unique_ptr<Keyring>(new Keyring(std::move(inside)));
}

Result<std::unique_ptr<Keyring>> Keyring::recover(
    std::filesystem::path const& path, RecoveryCode const& code, std::string_view new_passphrase, Random& random)
{
    ZK_TRY(Database database, open_file(path));
    ZK_TRY(auto opened, unwrap(database, RootKind::recovery, code.expose()));
    ZK_TRY(Root const root, read_root(database, RootKind::recovery));
    ZK_CHECK(
        write_root(database, opened.first, RootKind::passphrase, new_passphrase, root.cost, opened.second, random));
    ZK_TRY(auto inside, Inside::make(path, opened.first, std::move(opened.second), std::move(database), random));
    return std::unique_ptr<Keyring>(new Keyring(std::move(inside)));
}

PracticeId const& Keyring::practice() const
{
    return m_inside->practice;
}

Subject Keyring::subject_of(PatientId const& patient, RetentionClass which, Period period) const
{
    Writer whose;
    whose.raw(patient.bytes()).u32(period);
    switch (catalogue::retention_of(which).compartment) {
    case catalogue::Compartment::identity:
        return Subject::from_raw(patient.raw());
    case catalogue::Compartment::care:
        return Subject::from_raw(crypto::keyed_short(m_inside->link, "zorgkluis care id", { whose.view() }));
    case catalogue::Compartment::money:
        return Subject::from_raw(crypto::keyed_short(m_inside->link, "zorgkluis money id", { whose.view() }));
    case catalogue::Compartment::practice:
    case catalogue::Compartment::journal:
        break;
    }
    require_failed("a patient has data in identity, care and money only", __FILE__, __LINE__);
}

Subject Keyring::subject_of_practice() const
{
    return Subject::from_raw(m_inside->practice.raw());
}

Subject Keyring::journal_subject_of(PatientId const& patient) const
{
    return Subject::from_raw(crypto::keyed_short(m_inside->link, "zorgkluis journal id", { patient.bytes() }));
}

SlotId Keyring::slot_id(Subject const& subject, RetentionClass which, Period period) const
{
    Writer name;
    name.raw(subject.bytes()).u8(static_cast<std::uint8_t>(which)).u32(period);
    return SlotId::from_raw(crypto::keyed_short(m_inside->link, "zorgkluis slot id", { name.view() }));
}

Result<std::optional<Slot>> Keyring::slot(SlotId const& id) const
{
    ZK_TRY(auto reader, m_inside->readers.take());
    reader->slot.bind(1, m_inside->practice.bytes()).bind(2, id.bytes());
    ZK_TRY(bool const row, reader->slot.step());
    if (!row)
        return std::nullopt;
    auto plain = crypto::open(m_inside->practice_key, slot_place(m_inside->practice, id), reader->slot.blob(0));
    reader->slot.reset();
    if (!plain)
        return std::unexpected(plain.error().at(Place::of("keyring.db slot")));
    auto out = Slot::decode(*plain);
    crypto::wipe(*plain);
    if (!out)
        return std::unexpected(out.error().at(Place::of("keyring.db slot")));
    return std::optional<Slot>(std::move(*out));
}

Result<std::vector<SlotId>> Keyring::existing(std::span<SlotId const> ids) const
{
    std::vector<SlotId> out;
    if (ids.empty())
        return out;
    std::string sql = "SELECT id FROM slot WHERE practice = ?1 AND id IN (?2";
    for (std::size_t i = 1; i < ids.size(); ++i)
        sql += ", ?" + std::to_string(i + 2);
    ZK_TRY(auto reader, m_inside->readers.take());
    ZK_TRY(Statement statement, reader->database.prepare(sql + ")"));
    statement.bind(1, m_inside->practice.bytes());
    for (std::size_t i = 0; i < ids.size(); ++i)
        statement.bind(static_cast<int>(i) + 2, ids[i].bytes());
    while (true) {
        ZK_TRY(bool const row, statement.step());
        if (!row)
            return out;
        ZK_TRY(SlotId const id, SlotId::from_bytes(statement.blob(0)));
        out.push_back(id);
    }
}

Result<std::vector<SlotId>> Keyring::slot_ids() const
{
    ZK_TRY(auto reader, m_inside->readers.take());
    ZK_TRY(Statement statement, reader->database.prepare("SELECT id FROM slot WHERE practice = ?1"));
    statement.bind(1, m_inside->practice.bytes());
    std::vector<SlotId> out;
    while (true) {
        ZK_TRY(bool const row, statement.step());
        if (!row)
            return out;
        ZK_TRY(SlotId const id, SlotId::from_bytes(statement.blob(0)));
        out.push_back(id);
    }
}

Result<> Keyring::Inside::write(KeyringChange const& change, std::uint64_t& intent_number)
{
    for (KeyringChange::Put const& one : change.put) {
        Bytes plain = one.slot.encode();
        Bytes const box = crypto::seal(practice_key, slot_place(practice, one.id), plain, random);
        crypto::wipe(plain);
        writing.put.bind(1, practice.bytes()).bind(2, one.id.bytes()).bind(3, ByteView(box));
        ZK_CHECK(writing.put.run());
    }
    for (SlotId const& id : change.destroy) {
        writing.destroy.bind(1, practice.bytes()).bind(2, id.bytes());
        ZK_CHECK(writing.destroy.run());
    }
    for (std::uint64_t const number : change.remove_intents) {
        writing.forget.bind(1, static_cast<std::int64_t>(number));
        ZK_CHECK(writing.forget.run());
    }
    if (change.add_intent) {
        intent_number = next_intent++;
        Bytes const box = crypto::seal(practice_key, intent_place(practice, intent_number), *change.add_intent, random);
        writing.add.bind(1, static_cast<std::int64_t>(intent_number)).bind(2, ByteView(box));
        ZK_CHECK(writing.add.run());
    }
    return change.journal_size ? write_known(practice_key, *change.journal_size) : Result<>();
}

Result<> Keyring::Inside::write_known(crypto::Key const& key, std::uint64_t journal_size)
{
    Writer plain;
    plain.u64(journal_size);
    Bytes const box = crypto::seal(key, known_place(practice), plain.view(), random);
    writing.known.bind(1, practice.bytes()).bind(2, ByteView(box));
    return writing.known.run();
}

Result<std::uint64_t> Keyring::apply(KeyringChange const& change)
{
    std::lock_guard const lock(m_inside->mutex);
    ZK_CHECK(m_inside->writer.begin());
    std::uint64_t intent_number = 0;
    Result<> done = m_inside->write(change, intent_number);
    if (done)
        done = m_inside->writer.commit();
    if (!done) {
        m_inside->writer.roll_back();
        return std::unexpected(done.error());
    }
    return intent_number;
}

Result<> Keyring::Inside::seal_slots_anew(crypto::Key const& key)
{
    // Read by another connection: it sees what was there before we wrote.
    ZK_TRY(auto reader, readers.take());
    ZK_TRY(Statement slots, reader->database.prepare("SELECT id, box FROM slot WHERE practice = ?1"));
    slots.bind(1, practice.bytes());
    while (true) {
        ZK_TRY(bool const row, slots.step());
        if (!row)
            return {};
        ZK_TRY(SlotId const id, SlotId::from_bytes(slots.blob(0)));
        auto plain = crypto::open(practice_key, slot_place(practice, id), slots.blob(1));
        if (!plain)
            return std::unexpected(plain.error().at(Place::of("keyring.db slot")));
        Bytes const box = crypto::seal(key, slot_place(practice, id), *plain, random);
        crypto::wipe(*plain);
        writing.put.bind(1, practice.bytes()).bind(2, id.bytes()).bind(3, ByteView(box));
        ZK_CHECK(writing.put.run());
    }
}

Result<> Keyring::Inside::seal_anew(crypto::Key const& key, std::string_view passphrase, RecoveryCode const& code)
{
    for (auto const& [kind, secret] : { std::pair(RootKind::passphrase, passphrase),
             std::pair(RootKind::recovery, std::string_view(code.expose())) }) {
        ZK_TRY(Root const root, read_root(writer, kind));
        ZK_CHECK(write_root(writer, practice, kind, secret, root.cost, key, random));
    }
    ZK_CHECK(write_secret(writer, practice, key, "link", link, random));
    ZK_CHECK(write_secret(writer, practice, key, "journal", journal_seed, random));
    return seal_slots_anew(key);
}

Result<RecoveryCode> Keyring::rotate(std::string_view passphrase)
{
    ZK_TRY(std::vector<PendingIntent> const waiting, pending_intents());
    ZK_REQUIRE(waiting.empty());
    ZK_TRY(std::uint64_t const lines, journal_size());
    Inside& inside = *m_inside;
    crypto::Key key = crypto::Key::random(inside.random);
    RecoveryCode code = RecoveryCode::random(inside.random);
    {
        std::lock_guard const lock(inside.mutex);
        ZK_CHECK(inside.writer.begin());
        Result<> done = inside.seal_anew(key, passphrase, code);
        if (done)
            done = inside.write_known(key, lines);
        if (done)
            done = inside.writer.commit();
        if (!done) {
            inside.writer.roll_back();
            return std::unexpected(done.error());
        }
        inside.practice_key = std::move(key);
    }
    // The write-ahead file still has what the old key sealed.
    ZK_CHECK(settle());
    return code;
}

Result<std::vector<PendingIntent>> Keyring::pending_intents() const
{
    ZK_TRY(auto reader, m_inside->readers.take());
    ZK_TRY(Statement statement, reader->database.prepare("SELECT number, box FROM intent ORDER BY number"));
    std::vector<PendingIntent> out;
    while (true) {
        ZK_TRY(bool const row, statement.step());
        if (!row)
            return out;
        auto const number = static_cast<std::uint64_t>(statement.integer(0));
        auto plain = crypto::open(m_inside->practice_key, intent_place(m_inside->practice, number), statement.blob(1));
        if (!plain)
            return std::unexpected(plain.error().at(Place::of("keyring.db intent")));
        out.push_back({ number, std::move(*plain) });
    }
}

Result<std::uint64_t> Keyring::journal_size() const
{
    ZK_TRY(auto reader, m_inside->readers.take());
    ZK_TRY(Statement statement, reader->database.prepare("SELECT box FROM known WHERE practice = ?1"));
    statement.bind(1, m_inside->practice.bytes());
    ZK_TRY(bool const row, statement.step());
    if (!row)
        return 0;
    auto plain = crypto::open(m_inside->practice_key, known_place(m_inside->practice), statement.blob(0));
    if (!plain)
        return std::unexpected(plain.error().at(Place::of("keyring.db known")));
    Reader size(*plain);
    return size.u64();
}

crypto::Signer Keyring::journal_signer() const
{
    return crypto::Signer::from_seed(m_inside->journal_seed);
}

crypto::Key Keyring::alias_key() const
{
    return crypto::derive(m_inside->link, "zorgkluis alias");
}

Result<> Keyring::settle()
{
    std::lock_guard const lock(m_inside->mutex);
    return m_inside->writer.checkpoint();
}

Result<> Keyring::vacuum()
{
    std::lock_guard const lock(m_inside->mutex);
    m_inside->readers.clear();
    ZK_CHECK(m_inside->writer.execute("VACUUM"));
    return m_inside->writer.checkpoint();
}

Result<std::string> Keyring::shape() const
{
    ZK_TRY(auto reader, m_inside->readers.take());
    ZK_TRY(Statement statement,
        reader->database.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"));
    std::string out;
    while (true) {
        ZK_TRY(bool const row, statement.step());
        if (!row)
            return out;
        out += std::string(statement.text(0)) + "\n";
    }
}

std::string Keyring::expected_shape()
{
    std::string out;
    for (char const* table : k_tables)
        out += std::string(table) + "\n";
    return out;
}

} // namespace zk::keep
