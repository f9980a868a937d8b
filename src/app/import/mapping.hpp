// mapping: the user's word for what the files and columns of an export mean (docs/formats/mapping.md).
// Used by plan; `import --dry-run` writes one, `import --mapping FILE` reads it.
// Always: every key is known, every column belongs to its kind, nothing is said twice; a mapping holds no row of the
// export. An attacker who writes one can mislabel columns, as the practice can itself; he reads nothing with it.
#pragma once

#include "app/import/columns.hpp"
#include "app/import/table.hpp"

namespace zk::app {

struct MappedColumn {
    std::string header;
    Column column;

    friend bool operator==(MappedColumn const&, MappedColumn const&) = default;
};

struct MappedFile {
    std::string file;
    std::optional<RowKind> kind; // none: the file does not come along
    std::vector<MappedColumn> columns;
    std::vector<std::string> ignored; // headers that do not come along
    std::vector<std::string> guessed; // headers whose meaning was guessed from the values: to be looked at

    friend bool operator==(MappedFile const&, MappedFile const&) = default;
};

struct Mapping {
    std::vector<MappedFile> files;

    friend bool operator==(Mapping const&, Mapping const&) = default;
};

// `where` is the mapping's own path; an error names the file and the column in it.
[[nodiscard]] Result<Mapping> parse_mapping(std::string_view json, Place const& where);
[[nodiscard]] std::string write_mapping(Mapping const& mapping);

} // namespace zk::app
