// preview: what an export looks like before anything is taken in: files, columns with their meaning, masked examples.
// Used by the page on which a praktijkhouder says what the columns mean.
// Always: no cell leaves it as it stands; a letter is shown as a letter and a digit as a digit, so that its shape tells.
// An attacker who sees it sees headers and the shapes of a few cells.
#pragma once

#include "app/import/folder.hpp"

namespace zk::app {

inline constexpr std::size_t k_preview_samples_max = 3;
inline constexpr std::size_t k_preview_sample_letters_max = 24;

// "Van der Linde" is "Aaa aaa Aaaaa", "14-03-1958" is "00-00-0000".
[[nodiscard]] std::string masked(std::string_view cell);

struct PreviewColumn {
    std::string header;
    std::optional<Column> column; // none: does not come along
    bool guessed = false;         // by its values: to be looked at
    std::vector<std::string> samples;
    std::uint64_t filled = 0;
};

struct PreviewFile {
    std::string name;
    std::optional<RowKind> kind;
    std::optional<Error> error; // why it cannot be read
    Encoding encoding = Encoding::utf8;
    std::uint64_t rows = 0;
    std::vector<PreviewColumn> columns; // empty: no table
    std::vector<Column> missing;        // what a file of this kind cannot do without
};

struct Preview {
    std::vector<PreviewFile> files;
    // Why it cannot be taken in like this; then the meanings above are a proposal.
    std::optional<Error> error;
};

[[nodiscard]] Preview preview_files(std::span<RawFile const> files, Mapping const& mapping);

} // namespace zk::app
