// limits: the bare engine: the same rows put into SQLite, sealed before and without journal, keyring or policy.
// Used by bench_sealed.
// Always: durable when it returns, as everywhere; the file is gone afterwards.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "measure.hpp"

#include <filesystem>

namespace zk::bench {

// One thread, `rows` in a commit.
[[nodiscard]] double engine_inserts(std::filesystem::path const& folder, Window const& window, std::size_t rows);

} // namespace zk::bench
