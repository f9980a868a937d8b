#include "care/agenda/status.hpp"

#include <gtest/gtest.h>

namespace zk::care {
namespace {

using enum AppointmentStatus;

struct Said {
    std::string_view word;
    AppointmentStatus status;
};

// As exports of old software write it, and as this program does.
constexpr Said k_said[] = {
    { "gepland", planned },
    { "Gepland", planned },
    { "", planned },
    { "iets van vroeger", planned },
    { "planned", planned },
    { "In wachtkamer", arrived },
    { "arrived", arrived },
    { "Afgerond", done },
    { "done", done },
    { "niet verschenen", no_show },
    { " Niet  verschenen ", no_show },
    { "No-show", no_show },
    { "no_show", no_show },
    { "geannuleerd", cancelled },
    { "Geannuleerd door patiënt", cancelled },
    { "cancelled", cancelled },
};

TEST(AppointmentStatusTest, words_of_old_and_new_are_read)
{
    for (auto const& [word, status] : k_said)
        EXPECT_EQ(status_of_word(word), status) << word;
}

TEST(AppointmentStatusTest, what_is_written_reads_back)
{
    for (AppointmentStatus const status : { planned, arrived, done, no_show, cancelled }) {
        EXPECT_EQ(parse_status(text_of(status)), status);
        EXPECT_EQ(status_of_word(text_of(status)), status);
    }
    EXPECT_EQ(parse_status("gepland"), std::nullopt);
    EXPECT_EQ(parse_status(""), std::nullopt);
}

} // namespace
} // namespace zk::care
