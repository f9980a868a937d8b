// needles: many known texts sought at once in a file's bytes, in one pass.
// Used by the check (does anything of a sample lie readable on disk?) and by the scanner for a practice's own patients.
// Always: every needle that occurs is found, however often and wherever; the bytes are read once.
// An attacker who has this object has the texts in it: it lives as long as the search.
#pragma once

#include "base/bytes.hpp"

#include <bitset>
#include <cstdint>
#include <string>
#include <vector>

namespace zk::scan {

class Needles {
public:
    // Shorter texts are left out: they occur by chance.
    static constexpr std::size_t k_bytes_min = 7;

    explicit Needles(std::vector<std::string> texts);

    [[nodiscard]] std::size_t size() const { return m_texts.size(); }
    // How many of the needles occur in it.
    [[nodiscard]] std::size_t count_in(ByteView bytes) const;

private:
    static constexpr std::size_t k_start_bytes = 4;
    using Starts = std::bitset<1 << 16>;
    // Which hashes of four first bytes a needle has: nearly every place in a file is done with after one look.
    Starts m_starts;
    std::vector<std::string> m_texts; // sorted, each once
};

} // namespace zk::scan
