#include "bans.hpp"
#include "layers.hpp"
#include "shape.hpp"
#include "source.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace zk::tidy {

namespace {

constexpr std::string_view k_opening = "// a: b\n// c\n// d\n// e\n#pragma once\n";

std::string layers(std::string path, std::string_view text)
{
    return describe(check_layers(Source(std::move(path), text)));
}

std::string bans(std::string path, std::string_view text)
{
    return describe(check_bans(Source(std::move(path), text)));
}

std::string shape(std::string path, std::string_view text)
{
    return describe(check_shape(Source(std::move(path), text)));
}

} // namespace

// --- the repository itself ---

class Repository : public testing::Test {
protected:
    static std::vector<Source> const& sources()
    {
        static std::vector<Source> const all = read_repository(".");
        return all;
    }
    static void hold_to(std::vector<Finding> (*check)(Source const&))
    {
        std::string findings;
        for (Source const& source : sources())
            findings += describe(check(source));
        EXPECT_TRUE(findings.empty()) << "\n" << findings;
    }
};

TEST_F(Repository, IsReadFromItsRoot)
{
    EXPECT_TRUE(std::ranges::any_of(sources(), [](Source const& one) { return one.path() == "src/base/result.hpp"; }));
}

TEST_F(Repository, KeepsToItsLayers)
{
    hold_to(check_layers);
}

TEST_F(Repository, UsesNothingThatIsBanned)
{
    hold_to(check_bans);
}

TEST_F(Repository, HasItsShape)
{
    hold_to(check_shape);
}

// --- the rules, on planted texts ---

TEST(Layers, MayUseWhatStandsAbove)
{
    EXPECT_EQ(
        layers("src/keep/vault.cpp", "#include \"keep/vault.hpp\"\n#include \"base/result.hpp\"\n#include <vector>\n"),
        "");
    EXPECT_EQ(layers("src/app/main.cpp", "#include \"care/agenda/agenda.hpp\"\n#include \"app/version.hpp\"\n"), "");
    EXPECT_EQ(layers("bench/run.cpp", "#include \"anything.hpp\"\n"), "");
}

TEST(Layers, MayNotUseWhatStandsBelow)
{
    EXPECT_EQ(layers("src/base/text.cpp", "\n#include \"keep/vault.hpp\"\n"),
        "src/base/text.cpp:2: base/ may not know keep/: move it up, or hand it in as an interface that base/ "
        "declares\n");
    EXPECT_NE(layers("src/care/agenda/agenda.cpp", "#include \"app/cli.hpp\"\n"), "");
    EXPECT_NE(layers("src/testing/disk.hpp", "#include \"keep/vault.hpp\"\n"), "");
}

TEST(Layers, SlicesKnowOnlyThemselvesAndPatients)
{
    constexpr std::string_view k_slice = "src/care/agenda/agenda.cpp";
    EXPECT_EQ(layers(std::string(k_slice),
                  "#include \"care/agenda/agenda.hpp\"\n#include \"care/patients/patients.hpp\"\n"
                  "#include \"care/ids.hpp\"\n"),
        "");
    EXPECT_NE(layers(std::string(k_slice), "#include \"care/dossier/dossier.hpp\"\n"), "");
    EXPECT_NE(layers("src/care/patients/patients.cpp", "#include \"care/dossier/dossier.hpp\"\n"), "");
    EXPECT_NE(layers("src/care/ids.hpp", "#include \"care/dossier/dossier.hpp\"\n"), "");
}

TEST(Layers, IncludesAreWrittenFromSrc)
{
    EXPECT_NE(layers("src/base/a.cpp", "#include \"a.hpp\"\n"), "");
    EXPECT_NE(layers("src/base/a.cpp", "#include \"../base/a.hpp\"\n"), "");
    EXPECT_NE(layers("src/base/a.cpp", "#include <base/a.hpp>\n"), "");
    EXPECT_EQ(layers("src/base/a.cpp", "// #include \"a.hpp\"\nauto t = R\"(\n#include \"a.hpp\"\n)\";\n"), "");
}

TEST(Layers, FoldersHaveAPlaceAndTestingIsForTests)
{
    EXPECT_NE(layers("src/util/a.cpp", ""), "");
    EXPECT_EQ(layers("src/base/a_test.cpp", "#include \"testing/disk.hpp\"\n"), "");
    EXPECT_NE(layers("src/base/a.cpp", "#include \"testing/disk.hpp\"\n"), "");
    EXPECT_EQ(layers("src/base/a_for_tests.hpp", "#include \"testing/disk.hpp\"\n"), "");
    EXPECT_NE(layers("src/base/a.cpp", "#include \"base/a_for_tests.hpp\"\n"), "");
}

TEST(Bans, NameFileLineAndRemedy)
{
    EXPECT_EQ(bans("src/base/a.cpp", "int a;\nstd::cout << a;\n"),
        "src/base/a.cpp:2: std::cout is banned: return it, or let app/ print it\n");
}

TEST(Bans, EachWordIsFound)
{
    for (std::string_view const code : { "std::cerr << 1;", "printf(\"x\");", "fmt::print(\"x\");",
             "system_clock::now();", "time_t t = std::time(nullptr);", "std::random_device device;", "int x = rand();",
             "randombytes_buf(p, 8);", "using namespace std;", "(void)flush();", "std::ignore = flush();",
             "int x = std::stoi(text);", "strcpy(a, b);", "std::cin >> x;" })
        EXPECT_NE(bans("src/keep/a.cpp", code), "") << code;
    EXPECT_NE(bans("src/base/money.hpp", "double amount;"), "");
    EXPECT_NE(bans("tests/x/a.cpp", "using namespace std;"), "");
}

TEST(Bans, WhatOnlyLooksLikeItIsNot)
{
    for (std::string_view const code :
        { "snprintf_like();", "int operand(int);", "my_system_clock::nowhere();", "using namespace std::literals;",
            "// rand() and std::cout", "char const* t = \"rand()\";", "/* using namespace std */", "brand();",
            "int f(int const (&)[2]);", "auto const big = 1'000; rand_like('\"', 1'0);" })
        EXPECT_EQ(bans("src/keep/a.cpp", code), "") << code;
    EXPECT_EQ(bans("src/keep/a.cpp", "double ratio;"), "");
}

TEST(Bans, HaveTheirExceptions)
{
    EXPECT_EQ(bans("src/app/main.cpp", "std::cout << system_clock::now(); std::random_device d;"), "");
    EXPECT_EQ(bans("src/base/require.cpp", "std::fprintf(stderr, \"x\");"), "");
    EXPECT_EQ(bans("src/crypto/system_random.cpp", "randombytes_buf(p, 8);"), "");
    // A test may be about nothing but that it comes back.
    EXPECT_EQ(bans("src/base/a_test.cpp", "(void)parse(any);"), "");
}

TEST(Bans, HeadersOfOthersHaveOneWrapper)
{
    for (std::string_view const header :
        { "sodium.h", "sodium/core.h", "sqlite3.h", "liboath/oath.h", "openssl/ssl.h" }) {
        std::string const include = "#include <" + std::string(header) + ">\n";
        EXPECT_NE(bans("src/care/check/check.cpp", include), "") << header;
    }
    EXPECT_EQ(bans("src/crypto/seal.cpp", "#include <sodium.h>\n"), "");
    EXPECT_EQ(bans("src/keep/sqlite.cpp", "#include <sqlite3.h>\n"), "");
    EXPECT_EQ(bans("src/gate/totp.cpp", "#include <liboath/oath.h>\n"), "");
    EXPECT_NE(bans("src/app/a.hpp", "#include <nlohmann/json.hpp>\n"), "");
    EXPECT_NE(bans("src/app/a.hpp", "#include <CLI/CLI.hpp>\n"), "");
    EXPECT_EQ(bans("src/app/a_for_tests.hpp", "#include <nlohmann/json.hpp>\n"), "");
    EXPECT_EQ(bans("src/app/a.cpp", "#include <nlohmann/json.hpp>\n#include <CLI/CLI.hpp>\n"), "");
}

TEST(Bans, NoPathOfOneMachineInAnyFile)
{
    for (std::string const folder : { "work", "home", "root" }) {
        EXPECT_NE(bans("docs/a.md", "see /" + folder + "/x"), "") << folder;
        EXPECT_NE(bans("tools/a.sh", "cd \"/" + folder + "\""), "") << folder;
        EXPECT_EQ(bans("docs/a.md", "https://zorg.example/" + folder + "/ and a/" + folder + "/b"), "") << folder;
    }
    EXPECT_EQ(bans("docs/a.md", "/workstations and /rootless"), "");
}

TEST(Bans, NothingIsLeftUnfinished)
{
    EXPECT_NE(bans("src/base/a.cpp", "// TODO: later\n"), "");
    EXPECT_EQ(bans("src/base/a.cpp", "// a to-do for the practice: k_TODOS\n"), "");
}

TEST(Shape, AHeaderOpensWithFourLines)
{
    EXPECT_EQ(shape("src/base/a.hpp", k_opening), "");
    EXPECT_NE(shape("src/base/a.hpp", "#pragma once\n"), "");
    EXPECT_NE(shape("src/base/a.hpp", "// a\n// b\n// c\n#pragma once\n"), "");
    EXPECT_NE(shape("src/base/a.hpp", "// a\n// b\n// c\n// d\nint x;\n"), "");
    EXPECT_NE(shape("src/base/a.hpp", ""), "");
    EXPECT_EQ(shape("src/base/a.cpp", "int x;\n"), "");
}

TEST(Shape, WhiteSpace)
{
    EXPECT_EQ(shape("src/base/a.cpp", "a\n\tb\nc \nd\r\n"),
        "src/base/a.cpp:2: a tab is banned: use four spaces (./dev format)\n"
        "src/base/a.cpp:3: white space at the end of a line is banned: remove it\n"
        "src/base/a.cpp:4: white space at the end of a line is banned: remove it\n");
    EXPECT_EQ(shape("tests/data/a.txt", "a\tb \r\n"), "");
    EXPECT_EQ(shape("docs/a.png", "\t"), "");
}

TEST(Shape, Length)
{
    std::string text;
    for (std::size_t i = 0; i < k_file_lines_max; ++i)
        text += "int x;\n";
    EXPECT_EQ(shape("src/base/a.cpp", text), "");
    EXPECT_NE(shape("src/base/a.cpp", text + "int y;\n"), "");
}

} // namespace zk::tidy
