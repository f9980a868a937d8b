#include "app/import/folder.hpp"
#include "base/limits.hpp"

#include <algorithm>
#include <fstream>

namespace zk::app {

namespace {

namespace fs = std::filesystem;

std::unexpected<Error> unreadable(std::string const& name)
{
    return fail(Fault::storage, "file-unreadable", Place::path(name));
}

Result<std::string> read_bytes(fs::path const& path, std::string const& name, std::size_t size)
{
    std::ifstream in(path, std::ios::binary);
    std::string out(size, '\0');
    if (!in || !in.read(out.data(), static_cast<std::streamsize>(size)))
        return unreadable(name);
    return out;
}

// Pictures and the like are named without being read.
Result<RawFile> load(fs::path const& path, std::string name)
{
    std::error_code error;
    if (!fs::is_regular_file(path, error))
        return RawFile { fs::is_directory(path, error) ? name + "/" : name, std::nullopt };
    std::uintmax_t const size = fs::file_size(path, error);
    if (error)
        return unreadable(name);
    ZK_TRY(std::string const head, read_bytes(path, name, std::min<std::uintmax_t>(size, k_head_bytes)));
    if (!is_text(head))
        return RawFile { std::move(name), std::nullopt };
    if (size > k_import_file_bytes_max)
        return fail(Fault::bad_input, "file-too-large", Place::path(name));
    ZK_TRY(std::string bytes, read_bytes(path, name, size));
    return RawFile { std::move(name), std::move(bytes) };
}

} // namespace

Result<std::vector<RawFile>> load_folder(fs::path const& folder)
{
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return fail(Fault::not_found, "import-folder-missing", Place::path(folder.string()));
    std::vector<fs::path> paths;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (paths.size() == k_import_files_max)
            return fail(Fault::bad_input, "import-too-many-files", Place::path(folder.string()));
        paths.push_back(at->path());
    }
    if (error)
        return fail(Fault::storage, "import-folder-unreadable", Place::path(folder.string()));
    // The order of a folder on disk is chance; ours is not.
    std::ranges::sort(paths);
    std::vector<RawFile> out;
    for (fs::path const& path : paths) {
        ZK_TRY(RawFile file, load(path, path.filename().string()));
        out.push_back(std::move(file));
    }
    return out;
}

} // namespace zk::app
