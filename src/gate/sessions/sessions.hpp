// sessions: who is at which screen, since when, and whether his screen is locked. In memory: a restart ends them all.
// Used by the server for every request; the locks themselves are the server's, not the page's.
// Always: a session belongs to one account and one network; past its idle limit it answers nothing until it is unlocked.
// An attacker who steals a cookie needs the owner's network, before the lock and before the session's end.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "crypto/hash.hpp"
#include "gate/accounts/accounts.hpp"
#include "gate/settings.hpp"

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace zk::gate {

// What a browser holds in its cookie: 32 bytes of chance in hex. The server keeps only its hash.
using SessionToken = std::string;

inline constexpr std::size_t k_sessions_max = 4096;
// Somebody works at a few screens; the oldest of more than these ends.
inline constexpr std::size_t k_sessions_per_account_max = 8;
// As many wrong answers at the lock end the session: then name, password and second step are asked again.
inline constexpr unsigned k_unlock_tries = 5;

// Whether somebody did something, or a page asked by itself: that keeps no screen open.
enum class Activity : std::uint8_t { person, page };
enum class Screen : std::uint8_t { open, locked };

// A session as it was at one moment.
struct Session {
    Account account;
    std::string csrf; // what a change must carry beside the cookie
    Instant began_at;
    Instant ends_at;
    std::chrono::minutes idle_limit;
    std::chrono::milliseconds idle_for; // since a person last did something in it, before this request
    Screen screen;
    bool pin_allowed; // by the practice, for this role
    bool names_hidden;
    std::string address;
};

class Sessions {
public:
    // All of it outlives the sessions.
    Sessions(Accounts& accounts, Settings const& settings, Clock const& clock, Random& random);
    Sessions(Sessions const&) = delete;
    Sessions& operator=(Sessions const&) = delete;
    ~Sessions() = default;

    struct Begun {
        SessionToken token;
        Session session;
    };
    // For who just logged in.
    [[nodiscard]] Begun begin(Account const& account, std::string_view address);
    // Fault::refused "no-session" when there is none, it ended, its owner may not enter any more, or it is asked for
    // from another network: that ends it.
    [[nodiscard]] Result<Session> find(std::string_view token, std::string_view address, Activity activity);

    void lock(std::string_view token);
    // Fault::refused "login-failed"; after too many of those the session is gone: "no-session".
    [[nodiscard]] Result<Session> unlock(std::string_view token, std::string_view address, Proof const& proof);
    void set_names_hidden(std::string_view token, bool hidden);
    void end(std::string_view token);
    void end_all_of(AccountId const& account);
    [[nodiscard]] std::size_t count_of(AccountId const& account) const;

    [[nodiscard]] std::size_t count() const;

private:
    struct Kept {
        Account account;
        std::uint64_t generation; // of the accounts, when this one was read
        std::string network;
        std::string csrf;
        Instant began_at;
        Instant last_at;
        Screen screen = Screen::open;
        bool names_hidden = false;
        unsigned failures = 0;
    };
    using All = std::map<crypto::Digest, Kept>;

    [[nodiscard]] std::chrono::minutes idle_limit(Role role) const;
    [[nodiscard]] std::chrono::hours length_max() const;
    [[nodiscard]] Session session_of(Kept const& kept, std::string_view address) const;
    // Held: m_mutex. Ends what is not to be used any more.
    [[nodiscard]] All::iterator usable(std::string_view token, std::string_view address);
    [[nodiscard]] bool is_over(Kept& kept);
    void make_room(AccountId const& account);

    Accounts& m_accounts;
    Settings const& m_settings;
    Clock const& m_clock;
    Random& m_random;
    mutable std::mutex m_mutex;
    All m_all;
};

} // namespace zk::gate
