// Each fact by its own sabotage, on a practice on the real disk: what the probe looks at is what people can break.
#include "app/check/fact_reader.hpp"
#include "app/command_line.hpp"
#include "app/practice_on_disk_for_tests.hpp"
#include "care/check/wording.hpp"
#include "keep/sqlite/database.hpp"

#include <fstream>
#include <sstream>

namespace zk::app {

namespace {

using care::check::FolderFacts;
using care::check::JournalFacts;
using care::check::MatrixFacts;

constexpr char const* k_patients = "patientnr;BSN;achternaam;voorletters;geslacht;geboortedatum;straat;plaats\n"
                                   "1;999990019;Lindeboompje;A.;V;01-02-1980;Kastanjelaantje;Oudewater\n"
                                   "2;999971013;Waterhuizen;B.;M;03-04-1970;Hogeploegsteeg;Oudewater\n";

class FactReaderOnDisk : public ::testing::Test {
protected:
    void SetUp() override { move_in("regelnr;patientnr;datum;behandelaar;prestatiecode;omschrijving\n"); }

    void move_in(std::string const& treatments)
    {
        auto const report = practice.move_in({ { "patienten.csv", k_patients }, { "behandelingen.csv", treatments } });
        ASSERT_TRUE(report) << report.error().code();
    }

    std::unique_ptr<PracticeFactReader> reader()
    {
        auto opened = PracticeFactReader::open(*practice, practice.accounts(), {}, practice.clock().now());
        EXPECT_TRUE(opened) << opened.error().code();
        return std::move(*opened);
    }

    // As somebody with the files could, beside the program.
    void sql(char const* store, char const* statement)
    {
        auto database = keep::Database::open(practice.path() / store, keep::OpenMode::read_write);
        ASSERT_TRUE(database);
        auto const done = database->execute(statement);
        EXPECT_TRUE(done) << done.error().code();
    }

    PracticeOnDisk practice;
};

TEST_F(FactReaderOnDisk, sample_finds_a_name_that_lies_readable)
{
    auto facts = reader()->sample();
    ASSERT_TRUE(facts && *facts);
    EXPECT_EQ((*facts)->records, 2);
    EXPECT_EQ((*facts)->sampled, 2);
    EXPECT_EQ((*facts)->hits, 0);

    std::ofstream(practice.path() / "lijstje.txt") << "bellen: mevrouw Lindeboompje, Kastanjelaantje 3";
    facts = reader()->sample();
    ASSERT_TRUE(facts && *facts);
    EXPECT_EQ((*facts)->hits, 2);
}

TEST_F(FactReaderOnDisk, separation_finds_an_id_in_both_stores)
{
    move_in("regelnr;patientnr;datum;behandelaar;prestatiecode;omschrijving\n1;1;01-10-2026;EV;C002;Controle\n");
    auto const opened = reader();
    auto facts = opened->separation();
    ASSERT_TRUE(facts);
    EXPECT_GT(facts->ids, 0);
    EXPECT_EQ(facts->shared, 0);

    std::string const attach = "ATTACH '" + (practice.path() / "identity.db").string()
        + "' AS other; "
          "UPDATE record SET id = (SELECT min(id) FROM other.record) WHERE id = (SELECT min(id) FROM record)";
    sql("care.db", attach.c_str());
    facts = opened->separation();
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->shared, 1);
}

TEST_F(FactReaderOnDisk, catalogue_finds_a_column_that_nobody_declared)
{
    auto facts = reader()->catalogue();
    ASSERT_TRUE(facts);
    EXPECT_TRUE(facts->undeclared.empty());

    sql("care.db", "ALTER TABLE record ADD COLUMN remark TEXT");
    facts = reader()->catalogue();
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->undeclared, std::vector<std::string> { "care.db" });
}

TEST_F(FactReaderOnDisk, folder_finds_rights_that_are_too_wide)
{
    std::filesystem::permissions(practice.path() / "identity.db",
        std::filesystem::perms::owner_read | std::filesystem::perms::owner_write | std::filesystem::perms::others_read);
    auto const facts = reader()->folder();
    ASSERT_TRUE(facts);
    auto const found = std::ranges::find(facts->deviations, "identity.db", &FolderFacts::Deviation::file);
    ASSERT_NE(found, facts->deviations.end());
    EXPECT_EQ(found->wrong, FolderFacts::Wrong::mode);
}

TEST_F(FactReaderOnDisk, demo_finds_test_numbers_and_demo_accounts)
{
    auto facts = reader()->demo();
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->demo_bsns, 2);
    EXPECT_EQ(facts->demo_accounts, 0);

    ASSERT_TRUE(practice.accounts().add({ .login = "demo-balie", .name = "", .role = Role::receptie }));
    facts = reader()->demo();
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->demo_accounts, 1);
}

TEST_F(FactReaderOnDisk, retention_finds_a_dossier_past_its_twenty_years)
{
    auto facts = reader()->retention();
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->overdue, 0);

    // Twenty years and forty days ago, and one that is a day inside the thirty days that a run may be late.
    move_in("regelnr;patientnr;datum;behandelaar;prestatiecode;omschrijving\n"
            "1;1;13-10-2006;EV;C002;Controle\n2;2;24-10-2006;EV;C002;Controle\n");
    facts = reader()->retention();
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->overdue, 1);
}

TEST_F(FactReaderOnDisk, journal_finds_a_flipped_byte)
{
    auto facts = reader()->journal();
    ASSERT_TRUE(facts && *facts);
    EXPECT_EQ((*facts)->verified, JournalFacts::Verified::whole);
    EXPECT_EQ((*facts)->grants, (*facts)->grant_lines);
    EXPECT_GT((*facts)->entries, 0);

    std::filesystem::path largest;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(practice.path() / "journal")) {
        if (entry.is_regular_file() && (largest.empty() || entry.file_size() > file_size(largest)))
            largest = entry.path();
    }
    {
        std::fstream file(largest, std::ios::in | std::ios::out | std::ios::binary);
        char const byte = static_cast<char>(file.get() ^ 1);
        file.seekp(0);
        file.put(byte);
    }
    facts = reader()->journal();
    ASSERT_TRUE(facts && *facts);
    EXPECT_EQ((*facts)->verified, JournalFacts::Verified::broken);
}

TEST_F(FactReaderOnDisk, index_finds_a_line_that_was_taken_out)
{
    auto facts = reader()->index();
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->missing, 0);

    sql("index.db", "DELETE FROM line WHERE number = 1 AND subject = (SELECT min(subject) FROM line)");
    facts = reader()->index();
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->missing, 1);
}

TEST_F(FactReaderOnDisk, matrix_finds_a_cell_that_was_made_wider)
{
    auto facts = reader()->matrix();
    ASSERT_TRUE(facts);
    EXPECT_TRUE(facts->widened.empty());

    ASSERT_TRUE(practice->set(
        practice.somebody(Role::praktijkhouder), "widen/receptie/invoice", "always", "onze balie rekent af"));
    facts = reader()->matrix();
    ASSERT_TRUE(facts);
    ASSERT_EQ(facts->widened.size(), 1U);
    EXPECT_EQ(facts->widened.front().justified, MatrixFacts::Justified::yes);
}

TEST_F(FactReaderOnDisk, locks_follow_the_settings)
{
    ASSERT_TRUE(practice->set(practice.somebody(Role::praktijkhouder), "lock.desk_minutes", "9", "drukke balie"));
    auto const facts = reader()->locks();
    ASSERT_TRUE(facts);
    auto const desk = std::ranges::find(facts->locks, Role::receptie, &care::check::LockFacts::RoleLock::role);
    ASSERT_NE(desk, facts->locks.end());
    EXPECT_EQ(desk->idle_minutes, 9);
}

// What a next step tells to type is a command that this program has.
TEST(NextStepOnTheCommandLine, names_commands_that_answer)
{
    crypto::SystemRandom random;
    ManualClock const clock { Instant {} };
    for (std::string_view const named : care::check::commands_named()) {
        std::istringstream words { std::string(named) };
        std::vector<std::string> arguments { "zorgkluis" };
        for (std::string word; words >> word;)
            arguments.push_back(word);
        arguments.emplace_back("--help");
        std::vector<char const*> argv;
        for (std::string const& argument : arguments)
            argv.push_back(argument.c_str());
        ::testing::internal::CaptureStdout();
        Exit const exit = run_command_line(argv, clock, random);
        std::string const help = ::testing::internal::GetCapturedStdout();
        EXPECT_EQ(exit, Exit::done) << named;
        EXPECT_TRUE(help.contains(arguments[arguments.size() - 2])) << named;
    }
}

} // namespace

} // namespace zk::app
