// forgetful_vfs: under SQLite: knows what would be left of its files if the power went now, and can fail a sync.
// Used by tests of what must survive a power cut; while it lives, every database that is opened goes through it.
// Always: what was synced is left; of the rest nothing, everything, or any of the writes, as the test asks.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "base/bytes.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace zk::testing {

// What a power cut leaves of the writes that were not synced.
enum class Unsaved : std::uint8_t { nothing, everything, some };

class ForgetfulVfs {
public:
    ForgetfulVfs();
    ForgetfulVfs(ForgetfulVfs const&) = delete;
    ForgetfulVfs& operator=(ForgetfulVfs const&) = delete;
    ~ForgetfulVfs();

    // Files by their name, as after a power cut now.
    using Image = std::map<std::string, Bytes>;
    [[nodiscard]] Image after_power_cut(Unsaved unsaved, std::uint32_t chance = 1) const;
    static void lay_out(Image const& image, std::filesystem::path const& folder);

    // Called before each write, truncation and sync, with its number from 0; `sync` says which.
    using Before = std::function<void(std::uint64_t step, bool sync)>;
    void before_each(Before before);
    // From this step on syncs of files whose name contains this fail, and what they should have saved is forgotten.
    void fail_syncs_from(std::uint64_t step, std::string name);

    // Of the wrapper alone.
    struct Inside;

private:
    std::unique_ptr<Inside> m_inside;
};

} // namespace zk::testing
