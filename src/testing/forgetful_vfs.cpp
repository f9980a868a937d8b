#include "testing/forgetful_vfs.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <fstream>
#include <mutex>
#include <random>
#include <sqlite3.h>
#include <vector>

namespace zk::testing {

namespace {

constexpr char const* k_name = "zk-forgetful";
constexpr std::size_t k_sector_bytes = 512;

struct Write {
    std::size_t offset;
    Bytes bytes;
    bool truncates = false; // to `offset`
};

struct File {
    Bytes durable;
    bool exists_durably = false;
    std::vector<Write> unsaved;
};

void act(Bytes& on, Write const& write)
{
    if (write.truncates) {
        on.resize(std::min(on.size(), write.offset));
        return;
    }
    on.resize(std::max(on.size(), write.offset + write.bytes.size()));
    std::ranges::copy(write.bytes, on.begin() + static_cast<std::ptrdiff_t>(write.offset));
}

// Any of its sectors may have reached the disk, in any order.
void act_in_part(Bytes& on, Write const& write, std::minstd_rand& chance)
{
    if (write.truncates) {
        if (chance() % 2 == 0)
            act(on, write);
        return;
    }
    for (std::size_t at = 0; at < write.bytes.size(); at += k_sector_bytes) {
        if (chance() % 4 == 0)
            continue;
        ByteView const some = ByteView(write.bytes).subspan(at, std::min(k_sector_bytes, write.bytes.size() - at));
        act(on, { write.offset + at, to_bytes(some) });
    }
}

} // namespace

struct ForgetfulVfs::Inside {
    sqlite3_vfs vfs {};
    sqlite3_vfs* real = nullptr;
    mutable std::mutex mutex;
    std::map<std::string, File> files;
    std::uint64_t steps = 0;
    Before before;
    std::uint64_t failing_from = UINT64_MAX;
    std::string failing_name;

    std::uint64_t step(bool sync)
    {
        std::uint64_t const now = steps++;
        if (before)
            before(now, sync);
        return now;
    }
};

namespace {

// SQLite's file, ours behind its first member, and the real one behind us.
struct Wrapped {
    sqlite3_file base;
    ForgetfulVfs::Inside* inside;
    File* file; // none for a temporary one
    char const* name;
    sqlite3_file* real;
};

Wrapped& of(sqlite3_file* file)
{
    return *reinterpret_cast<Wrapped*>(file);
}

sqlite3_file* real_of(sqlite3_file* file)
{
    return of(file).real;
}

int write(sqlite3_file* file, void const* data, int size, sqlite3_int64 offset)
{
    Wrapped& one = of(file);
    if (one.file != nullptr) {
        one.inside->step(false);
        std::lock_guard const lock(one.inside->mutex);
        auto const* bytes = static_cast<std::uint8_t const*>(data);
        one.file->unsaved.push_back({ static_cast<std::size_t>(offset), Bytes(bytes, bytes + size) });
    }
    return one.real->pMethods->xWrite(one.real, data, size, offset);
}

int truncate(sqlite3_file* file, sqlite3_int64 size)
{
    Wrapped& one = of(file);
    if (one.file != nullptr) {
        one.inside->step(false);
        std::lock_guard const lock(one.inside->mutex);
        one.file->unsaved.push_back({ static_cast<std::size_t>(size), {}, true });
    }
    return one.real->pMethods->xTruncate(one.real, size);
}

// The real disk need not be synced: what would be left of it is kept here.
int sync(sqlite3_file* file, int)
{
    Wrapped& one = of(file);
    if (one.file == nullptr)
        return SQLITE_OK;
    std::uint64_t const now = one.inside->step(true);
    std::lock_guard const lock(one.inside->mutex);
    bool const fails = now >= one.inside->failing_from
        && std::string_view(one.name).find(one.inside->failing_name) != std::string_view::npos;
    if (!fails) {
        one.file->exists_durably = true;
        for (Write const& each : one.file->unsaved)
            act(one.file->durable, each);
    }
    one.file->unsaved.clear();
    return fails ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

sqlite3_io_methods make_methods()
{
    sqlite3_io_methods out {};
    // Without xFetch: nothing is read past us by a memory map.
    out.iVersion = 2;
    out.xClose = [](sqlite3_file* f) { return real_of(f)->pMethods->xClose(real_of(f)); };
    out.xRead = [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
        return real_of(f)->pMethods->xRead(real_of(f), to, size, at);
    };
    out.xWrite = write;
    out.xTruncate = truncate;
    out.xSync = sync;
    out.xFileSize
        = [](sqlite3_file* f, sqlite3_int64* size) { return real_of(f)->pMethods->xFileSize(real_of(f), size); };
    out.xLock = [](sqlite3_file* f, int level) { return real_of(f)->pMethods->xLock(real_of(f), level); };
    out.xUnlock = [](sqlite3_file* f, int level) { return real_of(f)->pMethods->xUnlock(real_of(f), level); };
    out.xCheckReservedLock
        = [](sqlite3_file* f, int* held) { return real_of(f)->pMethods->xCheckReservedLock(real_of(f), held); };
    out.xFileControl = [](sqlite3_file* f, int what, void* with) {
        return real_of(f)->pMethods->xFileControl(real_of(f), what, with);
    };
    out.xSectorSize = [](sqlite3_file* f) { return real_of(f)->pMethods->xSectorSize(real_of(f)); };
    out.xDeviceCharacteristics
        = [](sqlite3_file* f) { return real_of(f)->pMethods->xDeviceCharacteristics(real_of(f)); };
    out.xShmMap = [](sqlite3_file* f, int region, int size, int extend, void volatile** at) {
        return real_of(f)->pMethods->xShmMap(real_of(f), region, size, extend, at);
    };
    out.xShmLock = [](sqlite3_file* f, int offset, int n, int flags) {
        return real_of(f)->pMethods->xShmLock(real_of(f), offset, n, flags);
    };
    out.xShmBarrier = [](sqlite3_file* f) { real_of(f)->pMethods->xShmBarrier(real_of(f)); };
    out.xShmUnmap = [](sqlite3_file* f, int remove) { return real_of(f)->pMethods->xShmUnmap(real_of(f), remove); };
    return out;
}

ForgetfulVfs::Inside& inside_of(sqlite3_vfs* vfs)
{
    return *static_cast<ForgetfulVfs::Inside*>(vfs->pAppData);
}

int open(sqlite3_vfs* vfs, char const* name, sqlite3_file* file, int flags, int* given_flags)
{
    static sqlite3_io_methods const methods = make_methods();
    ForgetfulVfs::Inside& inside = inside_of(vfs);
    Wrapped& one = of(file);
    one = { { nullptr }, &inside, nullptr, name, reinterpret_cast<sqlite3_file*>(&one + 1) };
    int const code = inside.real->xOpen(inside.real, name, one.real, flags, given_flags);
    // Whoever has methods is closed, also after an error.
    if (one.real->pMethods != nullptr)
        one.base.pMethods = &methods;
    if (code == SQLITE_OK && name != nullptr) {
        std::lock_guard const lock(inside.mutex);
        auto const [at, added] = inside.files.try_emplace(name);
        one.file = &at->second;
        // What was there before us is on the disk.
        if (added && std::filesystem::file_size(name) > 0) {
            std::ifstream from(name, std::ios::binary);
            one.file->durable = Bytes(std::istreambuf_iterator<char>(from), {});
            one.file->exists_durably = true;
        }
    }
    return code;
}

int remove(sqlite3_vfs* vfs, char const* name, int sync_folder)
{
    ForgetfulVfs::Inside& inside = inside_of(vfs);
    inside.step(false);
    {
        std::lock_guard const lock(inside.mutex);
        if (auto const found = inside.files.find(name); found != inside.files.end())
            found->second = {};
    }
    return inside.real->xDelete(inside.real, name, sync_folder);
}

} // namespace

ForgetfulVfs::ForgetfulVfs()
    : m_inside(std::make_unique<Inside>())
{
    m_inside->real = sqlite3_vfs_find(nullptr);
    ZK_REQUIRE(m_inside->real != nullptr);
    // Everything but opening and removing is as it was; those are told the wrapper, the rest the real one.
    sqlite3_vfs& vfs = m_inside->vfs;
    vfs = *m_inside->real;
    vfs.zName = k_name;
    vfs.szOsFile = static_cast<int>(sizeof(Wrapped)) + m_inside->real->szOsFile;
    vfs.pNext = nullptr;
    vfs.pAppData = m_inside.get();
    vfs.xOpen = open;
    vfs.xDelete = remove;
    vfs.xAccess = [](sqlite3_vfs* v, char const* name, int flags, int* out) {
        return inside_of(v).real->xAccess(inside_of(v).real, name, flags, out);
    };
    vfs.xFullPathname = [](sqlite3_vfs* v, char const* name, int size, char* out) {
        return inside_of(v).real->xFullPathname(inside_of(v).real, name, size, out);
    };
    vfs.xRandomness = [](sqlite3_vfs* v, int size, char* out) {
        return inside_of(v).real->xRandomness(inside_of(v).real, size, out);
    };
    vfs.xSleep
        = [](sqlite3_vfs* v, int microseconds) { return inside_of(v).real->xSleep(inside_of(v).real, microseconds); };
    vfs.xCurrentTime
        = [](sqlite3_vfs* v, double* out) { return inside_of(v).real->xCurrentTime(inside_of(v).real, out); };
    vfs.xCurrentTimeInt64 = [](sqlite3_vfs* v, sqlite3_int64* out) {
        return inside_of(v).real->xCurrentTimeInt64(inside_of(v).real, out);
    };
    ZK_REQUIRE(sqlite3_vfs_register(&vfs, 1) == SQLITE_OK);
}

ForgetfulVfs::~ForgetfulVfs()
{
    sqlite3_vfs_unregister(&m_inside->vfs);
    sqlite3_vfs_register(m_inside->real, 1);
}

ForgetfulVfs::Image ForgetfulVfs::after_power_cut(Unsaved unsaved, std::uint32_t chance_seed) const
{
    std::minstd_rand chance(chance_seed);
    std::lock_guard const lock(m_inside->mutex);
    Image out;
    for (auto const& [name, file] : m_inside->files) {
        // A file whose folder was never synced may be there all the same.
        if (!file.exists_durably && (unsaved == Unsaved::nothing || file.unsaved.empty()))
            continue;
        Bytes& bytes = out[std::filesystem::path(name).filename().string()];
        bytes = file.durable;
        for (Write const& write : file.unsaved) {
            if (unsaved == Unsaved::everything)
                act(bytes, write);
            else if (unsaved == Unsaved::some)
                act_in_part(bytes, write, chance);
        }
    }
    return out;
}

void ForgetfulVfs::lay_out(Image const& image, std::filesystem::path const& folder)
{
    for (auto const& [name, bytes] : image) {
        std::ofstream to(folder / name, std::ios::binary);
        to.write(reinterpret_cast<char const*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        ZK_REQUIRE(to.good());
    }
}

void ForgetfulVfs::before_each(Before before)
{
    m_inside->before = std::move(before);
}

void ForgetfulVfs::fail_syncs_from(std::uint64_t step, std::string name)
{
    m_inside->failing_from = step;
    m_inside->failing_name = std::move(name);
}

} // namespace zk::testing
