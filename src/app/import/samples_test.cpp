// Whole exports: the project's own samples in every dress, and the larger ones beside the repository where they are.
#include "app/import/folder.hpp"
#include "testing/script.hpp"
#include "testing/temp_folder.hpp"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace zk::app {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::array k_samples { "tandarts", "fysio" };

Json expected_of(fs::path const& folder)
{
    std::ifstream in(folder / "expected.json");
    return Json::parse(in);
}

SourceFolder read(fs::path const& path, Mapping const& mapping = {})
{
    auto folder = read_folder(path, mapping);
    EXPECT_TRUE(folder) << folder.error().code() << " " << folder.error().place();
    return folder ? std::move(*folder) : SourceFolder {};
}

using Reasons = std::multiset<std::string>;

Reasons reasons_of(SourceFolder const& folder)
{
    Reasons out;
    for (Quarantined const& row : folder.quarantined)
        out.insert(folder.files[row.origin.file].name + ":" + std::to_string(row.origin.row) + " "
            + std::string(row.reason.text()));
    for (Problem const& problem : folder.problems)
        out.insert(folder.files[problem.file].name + ":" + std::to_string(problem.row) + " "
            + std::string(problem.reason.text()));
    return out;
}

// What the reading half alone can know: the rest is a matter of one row beside another.
Reasons expected_reasons(Json const& expected)
{
    std::set<std::string> const of_folder { "merged_with_existing", "bsn_of_another_person",
        "waits_for_quarantined_patient", "unknown_patient" };
    Reasons out;
    for (Json const& problem : expected["problems"])
        if (!of_folder.contains(problem["reason"]))
            out.insert(problem["file"].get<std::string>() + ":" + std::to_string(problem["row"].get<int>()) + " "
                + problem["reason"].get<std::string>());
    return out;
}

std::uint64_t rows_of(SourceFolder const& folder, RowKind kind)
{
    std::uint64_t out = 0;
    for (SourceFile const& file : folder.files)
        out += file.kind == kind ? file.rows : 0;
    return out;
}

void expect_rows(SourceFolder const& folder, Json const& expected)
{
    for (RowKind const kind : k_row_kinds) {
        std::string const key(key_of(kind).text());
        EXPECT_EQ(rows_of(folder, kind), expected[key]["rows"].get<std::uint64_t>()) << key;
    }
}

// All rows as they were understood: equal for one export in two dresses.
std::multiset<std::string> fingerprints_of(SourceFolder const& folder)
{
    std::multiset<std::string> out;
    auto const add = [&](auto const& rows) {
        for (auto const& row : rows)
            out.insert(std::string(as_text(row.origin.fingerprint)));
    };
    add(folder.patients);
    add(folder.treatments);
    add(folder.invoices);
    add(folder.appointments);
    add(folder.staff);
    add(folder.quarantined);
    return out;
}

void expect_same_rows(SourceFolder const& folder, SourceFolder const& other, std::string const& what)
{
    auto const rows = fingerprints_of(folder);
    auto const others = fingerprints_of(other);
    std::vector<std::string> missing;
    std::ranges::set_difference(others, rows, std::back_inserter(missing));
    EXPECT_EQ(rows.size(), others.size()) << what;
    ASSERT_TRUE(missing.empty()) << missing.size() << " rows are read otherwise, such as " << missing.front() << "\n"
                                 << what;
}

class Samples : public ::testing::TestWithParam<char const*> {
protected:
    void SetUp() override
    {
        m_source = fs::path("tests/data") / GetParam();
        m_today = m_scratch / "today";
        zk::testing::run_script("tools/sample_dates.sh " + m_source.string() + " " + m_today.string() + " 2026-11-22");
    }
    // The export as another maker would have written it.
    [[nodiscard]] fs::path variant(int seed, char mode) const
    {
        fs::path out = m_scratch / (std::to_string(seed) + mode);
        zk::testing::run_script("tools/sample_variants.sh " + m_today.string() + " " + out.string() + " "
            + std::to_string(seed) + " " + mode);
        return out;
    }

    zk::testing::TempFolder m_scratch;
    fs::path m_source;
    fs::path m_today;
};

TEST_P(Samples, AreReadAsTheirMakersSay)
{
    Json const expected = expected_of(m_source);
    SourceFolder const folder = read(m_today);
    expect_rows(folder, expected);
    EXPECT_EQ(reasons_of(folder), expected_reasons(expected));
    std::set<std::pair<std::string, std::string>> not_taken;
    for (NotTaken const& what : folder.not_taken)
        not_taken.insert({ what.file, what.column });
    std::set<std::pair<std::string, std::string>> expected_not_taken;
    for (Json const& what : expected["not_taken"])
        expected_not_taken.insert({ what["file"].get<std::string>(), what["column"].get<std::string>() });
    EXPECT_EQ(not_taken, expected_not_taken);
}

TEST_P(Samples, OtherDutchHeadersNeedNoMapping)
{
    SourceFolder const original = read(m_today);
    for (int seed = 1; seed <= 12; ++seed)
        expect_same_rows(read(variant(seed, 'A')), original, "seed " + std::to_string(seed));
}

TEST_P(Samples, ProposalOfUnknownHeadersReadsTheSame)
{
    SourceFolder const original = read(m_today);
    for (int seed = 1; seed <= 6; ++seed) {
        fs::path const folder = variant(seed, 'B');
        EXPECT_FALSE(read_folder(folder, {})) << "a folder of unknown headers needs a mapping";
        auto const proposal = propose_for_folder(folder);
        ASSERT_TRUE(proposal);
        auto const mapping = parse_mapping(write_mapping(*proposal), {});
        ASSERT_TRUE(mapping) << mapping.error().code() << " " << mapping.error().place();
        expect_same_rows(read(folder, *mapping), original, write_mapping(*proposal));
    }
}

INSTANTIATE_TEST_SUITE_P(
    Own, Samples, ::testing::ValuesIn(k_samples), [](auto const& sample) { return std::string(sample.param); });

class Shared : public ::testing::TestWithParam<char const*> {
protected:
    void SetUp() override
    {
        m_path = fs::path("../shared/data") / GetParam();
        if (!fs::exists(m_path))
            GTEST_SKIP() << "no ../shared/data beside the repository";
        m_expected = expected_of(m_path);
    }

    fs::path m_path;
    Json m_expected;
};

TEST_P(Shared, IsReadAsItsMakerSays)
{
    SourceFolder const folder = read(m_path);
    EXPECT_EQ(rows_of(folder, RowKind::patients), m_expected["patients_in_file"]);
    EXPECT_EQ(folder.treatments.size(), m_expected["treatment_lines"]);
    EXPECT_EQ(folder.invoices.size(), m_expected["invoices"]);
    EXPECT_EQ(folder.appointments.size(), m_expected["appointments"]);
    EXPECT_EQ(folder.staff.size(), m_expected["staff"]);
    EXPECT_EQ(folder.not_taken, (std::vector<NotTaken> { { "expected.json", "" } }));
    Cents total;
    for (SourceInvoice const& invoice : folder.invoices)
        total += invoice.amount;
    EXPECT_EQ(total.count(), m_expected["invoice_total_cents"]);

    std::set<std::string> bad_bsn;
    for (SourcePatient const& patient : folder.patients)
        if (!patient.bsn_as_written.empty())
            bad_bsn.insert(patient.number);
    EXPECT_EQ(bad_bsn, m_expected["bad_bsn"].get<std::set<std::string>>());
    std::map<std::string, std::set<std::string>> quarantined;
    for (Quarantined const& row : folder.quarantined)
        quarantined[std::string(row.reason.text())].insert(row.patient_number);
    EXPECT_EQ(quarantined["impossible_birth_date"], m_expected["bad_date"].get<std::set<std::string>>());
    EXPECT_EQ(quarantined["no_name"], m_expected["missing_name"].get<std::set<std::string>>());
    EXPECT_EQ(quarantined.size(), 2U);
}

TEST_P(Shared, ProposalOfUnknownHeadersReadsTheSame)
{
    zk::testing::TempFolder const scratch;
    fs::path const folder = scratch / "B";
    zk::testing::run_script("tools/sample_variants.sh " + m_path.string() + " " + folder.string() + " 7 B");
    auto const proposal = propose_for_folder(folder);
    ASSERT_TRUE(proposal);
    expect_same_rows(read(folder, *proposal), read(m_path), write_mapping(*proposal));
}

INSTANTIATE_TEST_SUITE_P(Beside, Shared, ::testing::Values("tandartspraktijk", "fysiopraktijk"),
    [](auto const& sample) { return std::string(sample.param); });

} // namespace

} // namespace zk::app
