// temp_folder: a folder for one test, gone afterwards.
// Used by tests only.
// Always: nobody else can read it.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "base/require.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>

namespace zk::testing {

class TempFolder {
public:
    TempFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "zorgkluis-test-XXXXXX").string();
        ZK_REQUIRE(mkdtemp(name.data()) != nullptr);
        m_path = name;
    }
    TempFolder(TempFolder const&) = delete;
    TempFolder& operator=(TempFolder const&) = delete;
    ~TempFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    [[nodiscard]] std::filesystem::path const& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(std::string const& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

} // namespace zk::testing
