// practice: one practice with its data folder open: keys, stores, log, settings, policy. The house that others live in.
// Made by app/ for a command or the server; the slices get their vault and policy from it.
// Always: it opens only with the passphrase; what a crash left half done is finished, and says so in the log.
// An attacker who has the open program has the practice: keep it locked when nobody is there.
#pragma once

#include "gate/policy.hpp"
#include "keep/folder.hpp"

#include <mutex>

namespace zk::gate {

enum class Mode : std::uint8_t { production = 1, test = 2 };
constexpr Mode last_of(Mode)
{
    return Mode::test;
}
[[nodiscard]] constexpr std::string_view text_of(Mode mode)
{
    return mode == Mode::test ? "test" : "production";
}

enum class PracticeKind : std::uint8_t {
    tandarts = 1,
    fysio = 2,
    huisarts = 3,
    psycholoog = 4,
    logopedie = 5,
    oefentherapie = 6,
    huisartsenpost = 7,
    zorggroep = 8,
    apotheek = 9,
    anders = 10,
};
constexpr PracticeKind last_of(PracticeKind)
{
    return PracticeKind::anders;
}
[[nodiscard]] std::string_view text_of(PracticeKind kind);
[[nodiscard]] Result<PracticeKind> parse_practice_kind(std::string_view text);

struct PracticeRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::practice, 1);
    catalogue::Open<"practice.name", std::string> name;
    catalogue::Open<"practice.kind", PracticeKind> practice_kind;
    catalogue::Open<"practice.agb", std::string> agb;
    catalogue::Open<"practice.mode", Mode> mode;
    catalogue::Open<"practice.founded_at", Instant> founded_at;
    static constexpr auto members = std::tuple(&PracticeRecord::name, &PracticeRecord::practice_kind,
        &PracticeRecord::agb, &PracticeRecord::mode, &PracticeRecord::founded_at);
};

struct PracticeFacts {
    std::string name;
    PracticeKind kind = PracticeKind::anders;
    std::string agb;
    Mode mode = Mode::production;
    Instant founded_at {};
};

enum class FirstTime : std::uint8_t { no, yes };

class Practice {
public:
    // What the house stands on; all of it outlives the practice. The disk's root is the data folder.
    struct Ground {
        Disk& disk;
        Clock const& clock;
        Random& random;
        std::string program;
    };
    struct Created {
        std::unique_ptr<Practice> practice;
        keep::RecoveryCode recovery_code;
    };
    [[nodiscard]] static Result<Created> create(
        keep::Folder folder, Ground const& ground, std::string_view passphrase, PracticeFacts facts);
    [[nodiscard]] static Result<std::unique_ptr<Practice>> open(
        keep::Folder folder, Ground const& ground, std::string_view passphrase);
    Practice(Practice const&) = delete;
    Practice& operator=(Practice const&) = delete;
    ~Practice();

    // As they are now; changed by one while others read.
    [[nodiscard]] PracticeFacts facts() const;
    [[nodiscard]] keep::Folder const& folder() const { return m_folder; }
    [[nodiscard]] keep::Vault& vault() { return *m_vault; }
    [[nodiscard]] keep::AccessLog& log() { return *m_log; }
    [[nodiscard]] Policy& policy() { return *m_policy; }
    [[nodiscard]] Settings const& settings() const { return m_settings; }
    [[nodiscard]] Clock const& clock() const { return m_ground.clock; }
    [[nodiscard]] Random& random() { return m_ground.random; }
    [[nodiscard]] Disk const& disk() const { return m_ground.disk; }
    [[nodiscard]] Date today() const;
    // The cost of passwords: a test practice protects nobody and must be quick.
    [[nodiscard]] crypto::Cost login_cost() const;

    // Journaled, durable, and in force when it returns.
    [[nodiscard]] Result<> set(Who const& who, std::string_view key, std::string_view value, std::string_view reason);

    // Name, kind and AGB code. Journaled, durable, and in force when it returns.
    [[nodiscard]] Result<> rename(Who const& who, PracticeFacts const& facts);

    // Lays everything out and empties the write-ahead files. The destructor tries the same.
    [[nodiscard]] Result<> close();

private:
    Practice(keep::Folder folder, Ground const& ground);
    [[nodiscard]] Result<> start(std::unique_ptr<keep::Keyring> keyring, FirstTime first_time);
    [[nodiscard]] Result<> note_what_was_mended();

    keep::Folder m_folder;
    Ground m_ground;
    mutable std::mutex m_facts_mutex;
    PracticeFacts m_facts;
    Settings m_settings;
    std::unique_ptr<keep::Vault> m_vault;
    std::unique_ptr<keep::AccessLog> m_log;
    std::unique_ptr<Policy> m_policy;
};

} // namespace zk::gate
