// desk: the files of an old export while somebody looks at them and takes them in. In memory, one export at a time.
// Used by the routes of moving in; the server forgets it when nobody comes back.
// Always: the files are on no disk until their rows are sealed; they are wiped when done, dropped, or left alone.
// An attacker who reads this memory reads the export: it lies here no longer than it takes.
#pragma once

#include "app/import/preview.hpp"
#include "care/agenda/agenda.hpp"
#include "care/patients/patients.hpp"
#include "gate/accounts/accounts.hpp"

#include <atomic>
#include <thread>

namespace zk::app {

// Of all files together. A practice of ten thousand patients and twenty years exports some 150 MiB.
inline constexpr std::uint64_t k_desk_bytes_max = 256 * k_mib;
inline constexpr std::size_t k_desk_file_name_bytes_max = 255;
inline constexpr std::chrono::minutes k_desk_left_alone { 30 };
static_assert(k_desk_bytes_max < k_import_file_bytes_max, "the desk is the stricter of the two");

class MovingInDesk {
public:
    enum class State : std::uint8_t { waiting, running, done, failed };

    // All of it outlives the desk.
    MovingInDesk(gate::Practice& practice, gate::Accounts& accounts, care::Patients& patients, care::Agenda& agenda)
        : m_practice(practice)
        , m_accounts(accounts)
        , m_patients(patients)
        , m_agenda(agenda)
    {
    }
    MovingInDesk(MovingInDesk const&) = delete;
    MovingInDesk& operator=(MovingInDesk const&) = delete;
    // Waits for what runs.
    ~MovingInDesk();

    // A file comes in pieces, in order; the piece at 0 begins it anew. Fault::conflict "moving-in-runs",
    // "piece-out-of-order"; Fault::bad_input "export-too-large", "import-too-many-files".
    [[nodiscard]] Result<std::uint64_t> take_piece(
        AccountId const& by, std::string const& name, std::uint64_t offset, std::string_view piece);
    [[nodiscard]] Result<> drop(std::string const& name);
    [[nodiscard]] Result<> set_mapping(Mapping mapping);
    [[nodiscard]] Result<> forget();
    void forget_when_left_alone();

    struct Look {
        Preview preview;
        bool mapped = false; // by a person
        // What it would do; absent while something is not settled.
        std::optional<std::string> report; // JSON
        std::optional<Error> error;        // why there is none
    };
    [[nodiscard]] Result<Look> look();

    // On a thread of its own.
    [[nodiscard]] Result<> begin(gate::Who const& who);

    struct FileHead {
        std::string name;
        std::uint64_t bytes;
        bool text;
    };
    struct Status {
        State state = State::waiting;
        std::vector<FileHead> files;
        std::uint64_t rows_done = 0;
        std::uint64_t rows = 0;
        std::string report; // JSON, of the last one that was done
        std::optional<Error> error;
    };
    [[nodiscard]] Status status() const;

private:
    struct Files {
        std::vector<RawFile> all;
        Files() = default;
        Files(Files const&) = delete;
        Files& operator=(Files const&) = delete;
        ~Files();
    };
    [[nodiscard]] RawFile* find(std::string const& name);
    [[nodiscard]] std::uint64_t bytes_in_all() const;
    void run(gate::Who const& who, Mapping const& mapping);
    [[nodiscard]] Result<std::string> move_in(gate::Who const& who, Mapping const& mapping);

    gate::Practice& m_practice;
    gate::Accounts& m_accounts;
    care::Patients& m_patients;
    care::Agenda& m_agenda;

    mutable std::mutex m_mutex;
    // While it runs, the thread alone reads them.
    std::unique_ptr<Files> m_files = std::make_unique<Files>();
    std::optional<Mapping> m_mapping;
    std::optional<AccountId> m_owner;
    Instant m_touched {};
    State m_state = State::waiting;
    std::string m_report;
    std::optional<Error> m_error;
    std::atomic<std::uint64_t> m_rows_done = 0;
    std::atomic<std::uint64_t> m_rows = 0;
    std::thread m_thread;
};

} // namespace zk::app
