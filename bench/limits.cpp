#include "limits.hpp"

#include "care/patients/records.hpp"
#include "crypto/seal.hpp"
#include "crypto/system_random.hpp"
#include "keep/sqlite/sqlite_engine.hpp"
#include "people.hpp"

namespace zk::bench {

double engine_inserts(std::filesystem::path const& folder, Window const& window, std::size_t rows)
{
    crypto::SystemRandom random;
    std::filesystem::path const path = folder / "bare.db";
    auto const remove = [&] {
        for (char const* suffix : { "", "-wal", "-shm" })
            std::filesystem::remove(path.string() + suffix);
    };
    remove();
    take(keep::create_sqlite_store(path));
    auto store = take(keep::open_sqlite_store(path, PracticeId::random(random)));
    // As long as the box of a person.
    Bytes const box(crypto::padded_size(invent(1).as_text.size()) + crypto::k_box_overhead_bytes, 0x5a);
    double const rate = rate_of({ 1, window.warm_seconds, window.seconds }, [&](std::size_t) {
        std::vector<keep::RowWrite> writes;
        for (std::size_t i = 0; i < rows; ++i)
            writes.push_back(
                { { keep::Subject::random(random), care::PersonRecord::kind, RecordId::random(random) }, 1, box });
        take(store->apply(writes));
        take(store->sync());
        return rows;
    });
    store.reset();
    remove();
    return rate;
}

} // namespace zk::bench
