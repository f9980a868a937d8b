#include "keep/backup/copying.hpp"

#include "keep/journal/tree_files.hpp"

#include <functional>

namespace zk::keep {

namespace {

// The names of journal tiles nest about so deep; a folder that goes on for ever does not.
constexpr unsigned k_depth_max = 16;

using Take = std::function<Result<>(ByteView piece)>;

Result<BackedUpFile> read_pieces(Disk const& disk, std::string const& path, std::string_view name, Take const& take)
{
    crypto::Sha256 sha256;
    BackedUpFile out { .name = std::string(name), .size_bytes = 0, .sha256 = {} };
    for (;;) {
        ZK_TRY(Bytes const piece, disk.read_some(path, out.size_bytes, k_copy_piece_bytes));
        if (piece.empty())
            break;
        sha256.add(piece);
        ZK_CHECK(take(piece));
        out.size_bytes += piece.size();
    }
    out.sha256 = sha256.done();
    return out;
}

Result<> add_to_tally(Disk const& disk, std::string const& folder, unsigned depth, Tally& out)
{
    ZK_TRY(std::vector<DiskEntry> const entries, disk.list(folder));
    for (DiskEntry const& entry : entries) {
        if (entry.kind == EntryKind::directory && depth < k_depth_max) {
            ZK_CHECK(add_to_tally(disk, path_in(folder, entry.name), depth + 1, out));
        } else {
            ++out.files;
            out.bytes += entry.size_bytes;
        }
    }
    return {};
}

} // namespace

Result<BackedUpFile> measure_file(Disk const& disk, std::string const& folder, std::string_view name)
{
    return read_pieces(disk, path_in(folder, name), name, [](ByteView) { return Result<> {}; });
}

Result<BackedUpFile> copy_file(
    Disk const& from, std::string const& from_path, Disk& to, std::string const& folder, std::string_view name)
{
    std::string const path = path_in(folder, name);
    ZK_TRY(auto const file, to.open_append(path, 0));
    std::uint64_t written = 0;
    ZK_TRY(BackedUpFile copied, read_pieces(from, from_path, name, [&](ByteView piece) -> Result<> {
        written += piece.size();
        Result<> const done = file->append(piece);
        if (!done && done.error().code() == "disk-full" && written > k_fat_file_bytes_max)
            return fail(Fault::storage, "disk-takes-no-file-of-4-gib", Place::path(path));
        return done;
    }));
    ZK_CHECK(file->sync());
    return copied;
}

Result<Tally> tally(Disk const& disk, std::string const& folder)
{
    Tally out;
    ZK_CHECK(add_to_tally(disk, folder, 0, out));
    return out;
}

} // namespace zk::keep
