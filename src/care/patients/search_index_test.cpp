#include "care/patients/search_index.hpp"

#include <atomic>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <thread>

namespace zk::care::patients {
namespace {

PatientId id_of(std::uint32_t number)
{
    Writer out;
    out.u32(number).u32(0).u64(0);
    return PatientId::from_bytes(out.view()).value();
}

Date day(std::string_view iso)
{
    return Date::parse_iso(iso).value();
}

// What an index of any size must do, told by a list that is looked through from begin to end.
RC_GTEST_PROP(SearchIndex, agrees_with_a_list, ())
{
    auto const count = *rc::gen::inRange<std::uint32_t>(1, 3000);
    auto const removals = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, count));
    SearchIndex index;
    std::vector<char> there(count, 1);
    for (std::uint32_t i = 0; i < count; ++i)
        index.put({ .id = id_of(i), .surname = i % 3 == 0 ? "Jong" : "Vries", .old_numbers = { std::to_string(i) } });
    for (std::uint32_t i : removals) {
        index.remove(id_of(i));
        there[i] = 0;
    }
    std::size_t jongs = 0;
    for (std::uint32_t i = 0; i < count; ++i)
        jongs += i % 3 == 0 && there[i] != 0 ? 1U : 0U;
    RC_ASSERT(index.find("jong")->patients.size() == jongs);
    RC_ASSERT(index.size() == static_cast<std::size_t>(std::ranges::count(there, 1)));
    auto const one = *rc::gen::inRange<std::uint32_t>(0, count);
    auto const answer = index.find(std::to_string(one)).value().patients;
    RC_ASSERT(answer == (there[one] != 0 ? std::vector { id_of(one) } : std::vector<PatientId> {}));
}

TEST(SearchIndex, knows_whose_a_bsn_is)
{
    Bsn const bsn = *Bsn::parse("999990019");
    SearchIndex index;
    index.put({ .id = id_of(1), .surname = "Jong", .bsn = bsn });
    // The same digits as an old number are no BSN.
    index.put({ .id = id_of(2), .surname = "Vries", .old_numbers = { bsn.digits() } });
    EXPECT_EQ(index.with_bsn(bsn), std::vector { id_of(1) });
    EXPECT_TRUE(index.with_bsn(*Bsn::parse("999971013")).empty());
    index.put({ .id = id_of(1), .surname = "Jong" });
    EXPECT_TRUE(index.with_bsn(bsn).empty());
}

RC_GTEST_PROP(SearchIndex, takes_whatever_is_typed, (std::string const& typed))
{
    SearchIndex index;
    index.put({ .id = id_of(1), .surname = "Jong" });
    auto const answer = index.find(typed);
    if (!answer)
        RC_ASSERT(answer.error().code() == "search-text-too-long");
}

TEST(SearchIndex, sorts_across_all_that_it_holds)
{
    SearchIndex index;
    constexpr std::uint32_t count = 3000;
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string const letters { static_cast<char>('a' + i % 26), static_cast<char>('a' + i / 26 % 26),
            static_cast<char>('a' + i / 676 % 26) };
        index.put({ .id = id_of(i), .surname = "Jong" + letters });
    }
    auto const found = index.find("jong").value().patients;
    ASSERT_EQ(found.size(), count);
    EXPECT_EQ(found[0], id_of(0));        // aaa
    EXPECT_EQ(found[1], id_of(676));      // aab
    EXPECT_EQ(found.back(), id_of(2703)); // zzd
}

TEST(SearchIndex, stays_small)
{
    SearchIndex index;
    constexpr std::uint32_t count = 5'000;
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string const number = std::to_string(10'000'000 + i);
        index.put({ .id = id_of(i),
            .surname = "Gravenzande",
            .tussenvoegsel = "van der",
            .initials = "E.P.",
            .first_name = "Elisabeth",
            .birth_date = day("1953-02-01"),
            .bsn = Bsn::parse("999950666").value(),
            .phones = { "06-" + number },
            .postcode = "1234 AB",
            .house_number = "247",
            .email = "e.gravenzande" + number + "@example.com",
            .old_numbers = { number } });
    }
    EXPECT_LE(index.memory_bytes() / count, 250U);
    for (std::uint32_t i = 0; i < count; ++i)
        index.remove(id_of(i));
    EXPECT_EQ(index.size(), 0U);
}

TEST(SearchIndex, is_asked_while_it_changes)
{
    SearchIndex index;
    constexpr std::uint32_t count = 1500;
    constexpr std::uint32_t changes = 200;
    for (std::uint32_t i = 0; i < count; ++i)
        index.put({ .id = id_of(i), .surname = "Jong" });
    std::atomic<bool> going = true;
    std::atomic<std::uint64_t> strange = 0;
    std::vector<std::jthread> readers;
    for (int reader = 0; reader < 3; ++reader) {
        readers.emplace_back([&] {
            while (going) {
                std::size_t const found = index.find("jong").value().patients.size();
                if (found != count && found != count - 1)
                    ++strange;
            }
        });
    }
    for (std::uint32_t i = 0; i < changes; ++i) {
        index.remove(id_of(i));
        index.put({ .id = id_of(i), .surname = "Jong" });
    }
    going = false;
    readers.clear();
    EXPECT_EQ(strange, 0U);
    EXPECT_EQ(index.find("jong")->patients.size(), count);
}

} // namespace
} // namespace zk::care::patients
