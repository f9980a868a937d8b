#include "app/import/mapping.hpp"

#include "base/limits.hpp"

#include <gtest/gtest.h>

namespace zk::app {

namespace {

std::string fault(std::string_view json)
{
    auto const mapping = parse_mapping(json, Place::path("m.json"));
    return mapping ? "none" : std::string(mapping.error().code()) + " " + mapping.error().place();
}

std::string fault_in_files(std::string const& files)
{
    return fault(R"({"format":"zorgkluis-mapping/1","files":[)" + files + "]}");
}

TEST(Mapping, ReadsWhatTheManualShows)
{
    auto const mapping = parse_mapping(R"({
        "format": "zorgkluis-mapping/1",
        "files": [
            {"file": "clienten.csv", "kind": "patients",
             "columns": {"Clientnummer": "patient_number", "Geb.datum": "birth_date", "A": "memo", "B": "memo"},
             "ignored": ["X"], "guessed": ["B"]},
            {"file": "foto.csv", "kind": "ignored"}
        ]})",
        {});
    ASSERT_TRUE(mapping) << mapping.error().code();
    EXPECT_EQ(*mapping,
        (Mapping { { { "clienten.csv", RowKind::patients,
                         { { "Clientnummer", Column::patient_number }, { "Geb.datum", Column::birth_date },
                             { "A", Column::memo }, { "B", Column::memo } },
                         { "X" }, { "B" } },
            { "foto.csv", std::nullopt, {}, {}, {} } } }));
    auto const again = parse_mapping(write_mapping(*mapping), {});
    ASSERT_TRUE(again) << again.error().code();
    EXPECT_EQ(*again, *mapping);
}

TEST(Mapping, TellsWhatIsWrongAndWhere)
{
    EXPECT_EQ(fault("{"), "mapping-not-json m.json");
    EXPECT_EQ(fault(""), "mapping-not-json m.json");
    EXPECT_EQ(fault("[]"), "mapping-not-an-object m.json");
    EXPECT_EQ(fault("[[[[[[[[]]]]]]]]"), "mapping-too-deep m.json");
    EXPECT_EQ(fault(std::string(k_mapping_file_bytes_max + 1, ' ')), "mapping-too-large m.json");
    EXPECT_EQ(fault(R"({"format":"zorgkluis-mapping/1"})"), "mapping-not-a-list m.json field \"files\"");
    EXPECT_EQ(fault(R"({"format":"zorgkluis-mapping/2","files":[]})"), "mapping-unknown-format m.json");
    EXPECT_EQ(
        fault(R"({"format":"zorgkluis-mapping/1","files":[],"x":1})"), "mapping-unknown-field m.json field \"x\"");
    EXPECT_EQ(fault(R"({"format":"zorgkluis-mapping/1","format":"zorgkluis-mapping/1","files":[]})"),
        "mapping-key-twice m.json");

    EXPECT_EQ(fault_in_files("1"), "mapping-not-an-object m.json");
    EXPECT_EQ(fault_in_files(R"({"kind":"staff"})"), "mapping-text-missing m.json field \"file\"");
    EXPECT_EQ(fault_in_files(R"({"file":"a"})"), "mapping-text-missing m.json file \"a\" field \"kind\"");
    EXPECT_EQ(fault_in_files(R"({"file":"a","kind":"mice"})"), "mapping-unknown-kind m.json file \"a\"");
    EXPECT_EQ(
        fault_in_files(R"({"file":"a","kind":"staff","colums":{}})"), "mapping-unknown-field m.json field \"colums\"");
    EXPECT_EQ(fault_in_files(R"({"file":"a","kind":"ignored","columns":{}})"),
        "mapping-unknown-field m.json file \"a\" field \"columns\"");
    EXPECT_EQ(fault_in_files(R"({"file":"a","kind":"staff","columns":[]})"),
        "mapping-not-an-object m.json file \"a\" field \"columns\"");
    EXPECT_EQ(fault_in_files(R"({"file":"a","kind":"staff","columns":{"K":1}})"),
        "mapping-not-a-text m.json file \"a\" column \"K\"");
    EXPECT_EQ(fault_in_files(R"({"file":"a","kind":"staff","columns":{"K":"nmae"}})"),
        "mapping-unknown-column m.json file \"a\" column \"K\"");
    EXPECT_EQ(fault_in_files(R"({"file":"a","kind":"staff","columns":{"K":"bsn"}})"),
        "mapping-column-of-another-kind m.json file \"a\" column \"K\"");
    EXPECT_EQ(fault_in_files(R"({"file":"a","kind":"staff","columns":{"K":"name","L":"name"}})"),
        "mapping-column-twice m.json file \"a\" column \"L\"");
    EXPECT_EQ(
        fault_in_files(R"({"file":"a","kind":"staff","columns":{"K":"name","K":"code"}})"), "mapping-key-twice m.json");
    EXPECT_EQ(fault_in_files(R"({"file":"a","kind":"staff","columns":{"K":"name"},"ignored":["K"]})"),
        "mapping-column-used-and-ignored m.json file \"a\" column \"K\"");
    EXPECT_EQ(fault_in_files(R"({"file":"a","kind":"staff","ignored":"K"})"),
        "mapping-not-a-list m.json file \"a\" field \"ignored\"");
    EXPECT_EQ(fault_in_files(R"({"file":"a","kind":"staff","guessed":[1]})"),
        "mapping-not-a-text m.json file \"a\" field \"guessed\"");
    EXPECT_EQ(fault_in_files(R"({"file":"a","kind":"staff"},{"file":"a","kind":"staff"})"),
        "mapping-file-twice m.json file \"a\"");
}

} // namespace

} // namespace zk::app
