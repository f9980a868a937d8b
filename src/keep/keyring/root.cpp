#include "keep/keyring/root.hpp"

#include "crypto/seal.hpp"

namespace zk::keep {

namespace {

Bytes place_of(std::string_view what, PracticeId const& practice, ByteView which)
{
    Writer out;
    out.sized(std::string_view("zorgkluis keyring 1")).sized(what).raw(practice.bytes()).sized(which);
    return out.take();
}

} // namespace

Bytes root_place(PracticeId const& practice, RootKind kind)
{
    return place_of("root", practice, std::array { static_cast<std::uint8_t>(kind) });
}

Bytes secret_place(PracticeId const& practice, std::string_view name)
{
    return place_of("secret", practice, as_bytes(name));
}

Bytes slot_place(PracticeId const& practice, SlotId const& id)
{
    return place_of("slot", practice, id.bytes());
}

Bytes intent_place(PracticeId const& practice, std::uint64_t number)
{
    Writer which;
    which.u64(number);
    return place_of("intent", practice, which.view());
}

Bytes known_place(PracticeId const& practice)
{
    return place_of("known", practice, {});
}

Result<Root> read_root(Database const& database, RootKind kind)
{
    ZK_TRY(Statement statement,
        database.prepare("SELECT practice, salt, passes, memory_kib, box FROM root WHERE kind = ?1"));
    statement.bind(1, static_cast<std::int64_t>(kind));
    ZK_TRY(bool const row, statement.step());
    if (!row)
        return fail(Fault::tampered, "keyring-without-root", Place::of("keyring.db"));
    ZK_TRY(PracticeId practice, PracticeId::from_bytes(statement.blob(0)));
    Reader salt(statement.blob(1));
    ZK_TRY(crypto::Salt salt_bytes, salt.array<crypto::k_salt_bytes>());
    crypto::Cost const cost { static_cast<std::uint32_t>(statement.integer(2)),
        static_cast<std::uint32_t>(statement.integer(3)) };
    return Root { practice, salt_bytes, cost, to_bytes(statement.blob(4)) };
}

Result<> write_root(Database& database, PracticeId const& practice, RootKind kind, std::string_view secret,
    crypto::Cost cost, crypto::Key const& practice_key, Random& random)
{
    auto const salt = random.array<crypto::k_salt_bytes>();
    ZK_TRY(crypto::Key const wrapping, crypto::key_from_passphrase(secret, salt, cost));
    Bytes const box = crypto::seal(wrapping, root_place(practice, kind), practice_key.expose(), random);
    ZK_TRY(Statement statement,
        database.prepare("INSERT OR REPLACE INTO root(kind, practice, salt, passes, memory_kib, box) VALUES(?1, ?2, "
                         "?3, ?4, ?5, ?6)"));
    statement.bind(1, static_cast<std::int64_t>(kind)).bind(2, practice.bytes()).bind(3, ByteView(salt));
    statement.bind(4, static_cast<std::int64_t>(cost.passes)).bind(5, static_cast<std::int64_t>(cost.memory_kib));
    statement.bind(6, ByteView(box));
    return statement.run();
}

Result<> write_secret(Database& database, PracticeId const& practice, crypto::Key const& practice_key,
    std::string_view name, crypto::Key const& secret, Random& random)
{
    Bytes const box = crypto::seal(practice_key, secret_place(practice, name), secret.expose(), random);
    ZK_TRY(Statement statement, database.prepare("INSERT OR REPLACE INTO secret(name, box) VALUES(?1, ?2)"));
    statement.bind(1, name).bind(2, ByteView(box));
    return statement.run();
}

Result<crypto::Key> read_secret(
    Database const& database, PracticeId const& practice, crypto::Key const& practice_key, std::string_view name)
{
    ZK_TRY(Statement statement, database.prepare("SELECT box FROM secret WHERE name = ?1"));
    statement.bind(1, name);
    ZK_TRY(bool const row, statement.step());
    if (!row)
        return fail(Fault::tampered, "keyring-without-secret", Place::of("keyring.db"));
    auto plain = crypto::open(practice_key, secret_place(practice, name), statement.blob(0));
    if (!plain)
        return std::unexpected(plain.error().at(Place::of("keyring.db secret")));
    auto out = crypto::Key::from(*plain);
    crypto::wipe(*plain);
    return out;
}

} // namespace zk::keep
