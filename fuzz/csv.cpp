// Any bytes as the only file of an export: read, and proposed a mapping for.
#include "app/import/folder.hpp"
#include "base/require.hpp"

namespace {

using namespace zk;
using namespace zk::app;

std::string quoted(std::string const& field)
{
    std::string out = "\"";
    for (char const c : field) {
        out += c;
        if (c == '"')
            out += '"';
    }
    return out + "\"";
}

// What was read once, written with quotes everywhere, is read the same again.
void expect_same_again(std::vector<CsvRecord> const& records)
{
    std::string text;
    for (CsvRecord const& record : records) {
        for (std::size_t i = 0; i < record.fields.size(); ++i)
            text += (i == 0 ? "" : ";") + quoted(record.fields[i]);
        text += '\n';
    }
    auto const again = read_csv(text, Separator::semicolon, {});
    ZK_REQUIRE(again.has_value() && again->size() == records.size());
    for (std::size_t i = 0; i < records.size(); ++i)
        ZK_REQUIRE((*again)[i].fields == records[i].fields);
}

std::size_t rows_of(SourceFolder const& folder)
{
    return folder.patients.size() + folder.treatments.size() + folder.invoices.size() + folder.appointments.size()
        + folder.staff.size() + folder.quarantined.size();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string const bytes(reinterpret_cast<char const*>(data), size);
    if (auto const records = read_csv(bytes, detect_separator(bytes), {}))
        expect_same_again(*records);

    std::vector<RawFile> const files { { "export.csv", bytes } };
    if (auto const folder = read_files(files, {}))
        ZK_REQUIRE(rows_of(*folder) == folder->files[0].rows);
    if (auto const proposal = propose_for_files(files)) {
        auto const read_back = parse_mapping(write_mapping(*proposal), {});
        ZK_REQUIRE(read_back && *read_back == *proposal);
        if (auto const folder = read_files(files, *proposal))
            ZK_REQUIRE(rows_of(*folder) == folder->files[0].rows);
    }
    return 0;
}
