#include "app/moving_in/desk.hpp"

#include "app/moving_in/import_report.hpp"
#include "base/ascii.hpp"
#include "base/encoding.hpp"
#include "crypto/seal.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using nlohmann::ordered_json;

void wipe(RawFile& file)
{
    if (file.bytes)
        crypto::wipe(std::span(reinterpret_cast<std::uint8_t*>(file.bytes->data()), file.bytes->size()));
}

Result<> check_name(std::string const& name)
{
    bool const leads_away = name.find('/') != std::string::npos || name.find('\\') != std::string::npos;
    if (name.empty() || name.size() > k_desk_file_name_bytes_max || leads_away || !valid_utf8(name)
        || std::ranges::any_of(name, ascii::is_control))
        return fail(Fault::bad_input, "file-name-unusable");
    return {};
}

std::string dump(ordered_json const& json)
{
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

} // namespace

MovingInDesk::Files::~Files()
{
    std::ranges::for_each(all, wipe);
}

MovingInDesk::~MovingInDesk()
{
    if (m_thread.joinable())
        m_thread.join();
}

RawFile* MovingInDesk::find(std::string const& name)
{
    auto const found = std::ranges::find(m_files->all, name, &RawFile::name);
    return found == m_files->all.end() ? nullptr : &*found;
}

std::uint64_t MovingInDesk::bytes_in_all() const
{
    std::uint64_t out = 0;
    for (RawFile const& file : m_files->all)
        out += file.bytes ? file.bytes->size() : 0;
    return out;
}

Result<std::uint64_t> MovingInDesk::take_piece(
    AccountId const& by, std::string const& name, std::uint64_t offset, std::string_view piece)
{
    ZK_CHECK(check_name(name));
    std::lock_guard const lock(m_mutex);
    if (m_state == State::running)
        return fail(Fault::conflict, "moving-in-runs");
    if (m_owner && *m_owner != by && !m_files->all.empty())
        return fail(Fault::conflict, "moving-in-by-another");
    m_owner = by;
    m_touched = m_practice.clock().now();
    // What was told of the one before is over.
    m_state = State::waiting;
    m_error.reset();
    RawFile* file = find(name);
    if (offset == 0) {
        if (file == nullptr && m_files->all.size() == k_import_files_max)
            return fail(Fault::bad_input, "import-too-many-files");
        if (file == nullptr)
            file = &m_files->all.emplace_back(RawFile { name, std::nullopt });
        wipe(*file);
        // Pictures and the like are named without being read.
        file->bytes = is_text(piece.substr(0, k_head_bytes)) ? std::optional(std::string()) : std::nullopt;
        // In the order in which a folder on disk is read.
        std::ranges::sort(m_files->all, {}, &RawFile::name);
        file = find(name);
    }
    if (file == nullptr || (file->bytes && file->bytes->size() != offset))
        return fail(Fault::conflict, "piece-out-of-order");
    if (!file->bytes)
        return offset + piece.size();
    if (bytes_in_all() + piece.size() > k_desk_bytes_max)
        return fail(Fault::bad_input, "export-too-large", Place::path(name));
    file->bytes->append(piece);
    return file->bytes->size();
}

Result<> MovingInDesk::drop(std::string const& name)
{
    std::lock_guard const lock(m_mutex);
    if (m_state == State::running)
        return fail(Fault::conflict, "moving-in-runs");
    RawFile* const file = find(name);
    if (file == nullptr)
        return fail(Fault::not_found, "file-unknown");
    wipe(*file);
    m_files->all.erase(m_files->all.begin() + (file - m_files->all.data()));
    if (m_mapping)
        std::erase_if(m_mapping->files, [&](MappedFile const& mapped) { return mapped.file == name; });
    m_touched = m_practice.clock().now();
    return {};
}

Result<> MovingInDesk::set_mapping(Mapping mapping)
{
    std::lock_guard const lock(m_mutex);
    if (m_state == State::running)
        return fail(Fault::conflict, "moving-in-runs");
    m_mapping = std::move(mapping);
    m_touched = m_practice.clock().now();
    return {};
}

Result<> MovingInDesk::forget()
{
    std::lock_guard const lock(m_mutex);
    if (m_state == State::running)
        return fail(Fault::conflict, "moving-in-runs");
    m_files = std::make_unique<Files>();
    m_mapping.reset();
    m_owner.reset();
    m_state = State::waiting;
    m_report.clear();
    m_error.reset();
    return {};
}

void MovingInDesk::forget_when_left_alone()
{
    {
        std::lock_guard const lock(m_mutex);
        bool const alone = m_practice.clock().now() >= m_touched + k_desk_left_alone;
        if (m_state == State::running || m_files->all.empty() || !alone)
            return;
    }
    // Somebody may begin meanwhile: then it stays.
    [[maybe_unused]] Result<> const forgotten = forget();
}

Result<MovingInDesk::Look> MovingInDesk::look()
{
    std::lock_guard const lock(m_mutex);
    if (m_state == State::running)
        return fail(Fault::conflict, "moving-in-runs");
    if (m_files->all.empty())
        return fail(Fault::not_found, "moving-in-without-files");
    m_touched = m_practice.clock().now();
    Mapping const mapping = m_mapping.value_or(Mapping {});
    Look out { .preview = preview_files(m_files->all, mapping), .mapped = m_mapping.has_value() };
    auto const source = read_files(m_files->all, mapping);
    if (!source) {
        out.error = source.error();
        return out;
    }
    auto const foreseen = foresee(m_practice, *source);
    if (!foreseen) {
        out.error = foreseen.error();
        return out;
    }
    ZK_TRY(StaffTaken const staff, foresee_staff(m_accounts, *source));
    out.report = dump(report_json(*source, *foreseen, staff));
    return out;
}

Result<> MovingInDesk::begin(gate::Who const& who)
{
    std::lock_guard const lock(m_mutex);
    if (m_state == State::running)
        return fail(Fault::conflict, "moving-in-runs");
    if (m_files->all.empty())
        return fail(Fault::conflict, "moving-in-without-files");
    if (m_thread.joinable())
        m_thread.join();
    m_state = State::running;
    m_error.reset();
    m_report.clear();
    m_rows_done = 0;
    m_rows = 0;
    m_thread = std::thread([this, who, mapping = m_mapping.value_or(Mapping {})] { run(who, mapping); });
    return {};
}

void MovingInDesk::run(gate::Who const& who, Mapping const& mapping)
{
    auto const moved = [&]() -> Result<std::string> {
        try {
            return move_in(who, mapping);
        } catch (std::exception const&) {
            return fail(Fault::internal, "moving-in-failed");
        }
    }();
    // Also what came in before a fault is found.
    Result<> refreshed = m_patients.refresh();
    if (refreshed)
        refreshed = m_agenda.refresh();
    std::lock_guard const lock(m_mutex);
    m_touched = m_practice.clock().now();
    if (!moved || !refreshed) {
        m_state = State::failed;
        m_error = moved ? refreshed.error() : moved.error();
        return;
    }
    m_state = State::done;
    m_report = *moved;
    m_files = std::make_unique<Files>();
    m_mapping.reset();
    m_owner.reset();
}

Result<std::string> MovingInDesk::move_in(gate::Who const& who, Mapping const& mapping)
{
    ZK_TRY(SourceFolder const source, read_files(m_files->all, mapping));
    Progress const progress = [this](std::uint64_t done, std::uint64_t all) {
        m_rows = all;
        m_rows_done = done;
    };
    ZK_TRY(ImportReport const report, apply(m_practice, who, source, progress));
    ZK_TRY(StaffTaken const staff, take_staff(m_practice, m_accounts, who, source, report.import));
    ordered_json const answer = report_json(source, report, staff);
    ZK_CHECK(keep_report(m_practice, report.import, answer));
    return dump(answer);
}

MovingInDesk::Status MovingInDesk::status() const
{
    std::lock_guard const lock(m_mutex);
    Status out { .state = m_state, .files = {}, .rows_done = m_rows_done, .rows = m_rows, .report = m_report };
    out.error = m_error;
    if (m_state == State::running)
        return out;
    for (RawFile const& file : m_files->all)
        out.files.push_back({ file.name, file.bytes ? file.bytes->size() : 0, file.bytes.has_value() });
    return out;
}

} // namespace zk::app
