#include "app/check/machine_facts.hpp"

#include "app/hardening.hpp"
#include "app/http/line_probe.hpp"
#include "app/version.hpp"
#include "care/check/probes.hpp"
#include "crypto/secret.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace zk::app {

namespace {

using care::check::FolderFacts;
using care::check::ProcessFacts;
using care::check::SystemFacts;

// Magic numbers of statfs(2): file systems that lie on another machine, or are made by a program such as a cloud's.
constexpr std::array<std::uint64_t, 6> k_network_file_systems { 0x6969, 0xff534d42, 0xfe534d42, 0x517b, 0x65735546,
    0x01021997 };
constexpr std::array<std::string_view, 5> k_synced_folders { "dropbox", "onedrive", "google drive", "icloud",
    "nextcloud" };

std::string os_release_value(std::string const& text, std::string_view key)
{
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(key) || line.size() <= key.size() || line[key.size()] != '=')
            continue;
        std::string value = line.substr(key.size() + 1);
        std::erase(value, '"');
        return value;
    }
    return "";
}

Result<std::string> read_text(std::filesystem::path const& path)
{
    std::ifstream file(path);
    if (!file)
        return fail(Fault::unavailable, "fact-unreadable", Place::path(path.string()));
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::optional<Date> date_of_file(std::filesystem::path const& path)
{
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return std::nullopt;
    auto const seconds = std::chrono::sys_seconds { std::chrono::seconds { status.st_mtim.tv_sec } };
    return Date::of(std::chrono::floor<std::chrono::days>(seconds));
}

// The newest of apt's lists.
std::optional<Date> package_lists_date()
{
    std::optional<Date> newest;
    std::error_code error;
    for (auto const& entry : std::filesystem::directory_iterator("/var/lib/apt/lists", error)) {
        if (!entry.path().filename().string().ends_with("InRelease"))
            continue;
        auto const date = date_of_file(entry.path());
        if (date && (!newest || *newest < *date))
            newest = date;
    }
    return newest;
}

// "Inst openssl [3.0.1] (3.0.2 Debian-Security:12/stable-security [amd64])": apt itself says what waits.
Result<bool> security_updates_wait()
{
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> const apt(
        ::popen("LC_ALL=C apt-get --simulate -o Debug::NoLocking=1 upgrade 2>/dev/null", "re"), ::pclose);
    if (!apt)
        return fail(Fault::unavailable, "fact-unreadable", Place::of("apt-get"));
    std::array<char, 4096> line {};
    bool wait = false;
    while (std::fgets(line.data(), static_cast<int>(line.size()), apt.get()) != nullptr) {
        std::string_view const text(line.data());
        wait = wait || (text.starts_with("Inst ") && text.find("ecurity") != std::string_view::npos);
    }
    return wait;
}

} // namespace

Result<SystemFacts> read_system()
{
    SystemFacts out;
    ZK_TRY(std::string const os, read_text("/etc/os-release"));
    std::string const id = os_release_value(os, "ID");
    std::string const version = os_release_value(os, "VERSION_ID");
    out.supported_until = care::check::system_supported_until(id, version);
    out.package_lists_of = package_lists_date();
    ZK_TRY(bool const wait, security_updates_wait());
    // apt does not tell since when an update waits; never longer than since packages were last installed.
    if (wait)
        out.oldest_pending_update = date_of_file("/var/lib/dpkg/status");
    return out;
}

Result<FolderFacts> read_folder_rights(std::filesystem::path const& folder)
{
    FolderFacts out { .files = 0, .deviations = {} };
    std::filesystem::path const whole = std::filesystem::absolute(folder);
    auto look = [&](std::filesystem::path const& path) {
        ++out.files;
        std::string const name = path == folder ? "." : path.lexically_relative(folder).string();
        struct stat status {};
        if (::lstat(path.c_str(), &status) != 0)
            return;
        if (S_ISLNK(status.st_mode)) {
            out.deviations.push_back({ FolderFacts::Wrong::link_outward, name });
            return;
        }
        if (status.st_uid != ::geteuid())
            out.deviations.push_back({ FolderFacts::Wrong::owner, name });
        if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
            out.deviations.push_back({ FolderFacts::Wrong::mode, name });
    };
    look(folder);
    std::error_code error;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder, error))
        look(entry.path());
    if (error)
        return fail(Fault::unavailable, "fact-unreadable", Place::path(folder.string()));
    struct statfs system {};
    if (::statfs(folder.c_str(), &system) == 0
        && std::ranges::find(k_network_file_systems, static_cast<std::uint64_t>(system.f_type))
            != k_network_file_systems.end())
        out.deviations.push_back({ FolderFacts::Wrong::network_share, "." });
    for (std::filesystem::path const& part : whole) {
        std::string name = part.string();
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (std::ranges::any_of(k_synced_folders, [&](std::string_view synced) { return name.starts_with(synced); }))
            out.deviations.push_back({ FolderFacts::Wrong::synced_folder, "." });
    }
    return out;
}

Result<ProcessFacts> read_process(std::optional<ListensAt> const& listens)
{
    ProcessFacts out { .dumps = core_dumps() == CoreDumps::off ? ProcessFacts::Dumps::off : ProcessFacts::Dumps::on,
        .keys = crypto::secrets_are_locked() ? ProcessFacts::Keys::locked : ProcessFacts::Keys::not_locked,
        .swap = ProcessFacts::Swap::unknown,
        .unexpected_listeners = std::nullopt };
    if (auto const sockets = listening_sockets())
        out.unexpected_listeners = std::ranges::count_if(
            *sockets, [&](ListeningSocket const& socket) { return !is_configured(socket, listens); });
    auto const swaps = read_text("/proc/swaps");
    if (!swaps)
        return out;
    out.swap = ProcessFacts::Swap::none;
    std::istringstream lines(*swaps);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        bool const sealed
            = line.starts_with("/dev/dm-") || line.starts_with("/dev/mapper/") || line.starts_with("/dev/zram");
        if (!sealed)
            out.swap = ProcessFacts::Swap::plain;
        else if (out.swap == ProcessFacts::Swap::none)
            out.swap = ProcessFacts::Swap::encrypted;
    }
    return out;
}

Result<care::check::TransportFacts> read_transport()
{
    using care::check::TransportFacts;
    ZK_TRY(std::vector<ListeningSocket> const sockets, listening_sockets());
    TransportFacts out { .served = care::check::Served::yes, .ports = {}, .certificate_until = std::nullopt };
    for (ListeningSocket const& socket : sockets) {
        if (socket.kind != ListeningSocket::Kind::tcp)
            continue;
        http::LineFacts const line = http::ask_line(socket.address, socket.port);
        auto const answers = line.answers == http::LineAnswers::only_tls_1_3 ? TransportFacts::Answers::only_tls_1_3
            : line.answers == http::LineAnswers::something_older             ? TransportFacts::Answers::something_older
                                                                             : TransportFacts::Answers::nothing;
        out.ports.push_back({ socket.port, answers });
        // Of several ports the certificate that ends first counts.
        if (line.certificate_until && (!out.certificate_until || *line.certificate_until < *out.certificate_until))
            out.certificate_until = line.certificate_until;
    }
    return out;
}

Result<care::check::SoftwareFacts> read_software()
{
    ZK_TRY(Date const built, Date::parse_iso(k_build_date));
    return care::check::SoftwareFacts { .build_date = built,
        .flaw_list = care::check::SoftwareFacts::FlawList::none_laid_in };
}

} // namespace zk::app
