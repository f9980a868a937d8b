#include "base/log.hpp"

#include "base/bsn.hpp"
#include "base/id.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace zk {
namespace {

enum class Outcome : std::uint8_t { done, undone };

Code log_name(Outcome outcome)
{
    return outcome == Outcome::done ? Code("done") : Code("undone");
}

enum class Colour : std::uint8_t { red = 7 };

using ThingId = Id<struct ThingTag>;

static_assert(Loggable<int> && Loggable<std::uint64_t> && Loggable<double> && Loggable<bool>);
static_assert(Loggable<Outcome> && Loggable<Colour> && Loggable<ThingId> && Loggable<Code> && Loggable<Error>);
static_assert(!Loggable<std::string> && !Loggable<std::string_view> && !Loggable<char const*> && !Loggable<char[5]>);
static_assert(!Loggable<char> && !Loggable<char32_t> && !Loggable<Bsn> && !Loggable<void*> && !Loggable<Place>);

class Lines final : public LogSink {
public:
    void write(LogLevel level, std::string_view line) override
    {
        m_levels.push_back(level);
        m_lines.emplace_back(line);
    }
    std::vector<LogLevel> m_levels;
    std::vector<std::string> m_lines;
};

TEST(Log, writes_a_line_an_event)
{
    Lines lines;
    ManualClock clock(std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + std::chrono::hours(9));
    Log const log(lines, clock);
    ThingId const id = ThingId::from_raw({ 0xab });

    log.info("import-finished", { { "rows", 4014 }, { "outcome", Outcome::done }, { "whole", true } });
    clock.advance(std::chrono::milliseconds(5));
    log.warning("slow-disk", { { "colour", Colour::red }, { "id", id } });
    log.error("cannot-write", { { "fault", Error(Fault::storage, "disk-full", Place::path("/secret/name")) } });
    log.info("stopped");

    EXPECT_EQ(lines.m_lines,
        (std::vector<std::string> {
            "2026-11-22T09:00:00.000Z info import-finished rows=4014 outcome=done whole=true",
            "2026-11-22T09:00:00.005Z warning slow-disk colour=7 id=ab000000000000000000000000000000",
            "2026-11-22T09:00:00.005Z error cannot-write fault=disk-full",
            "2026-11-22T09:00:00.005Z info stopped",
        }));
    EXPECT_EQ(lines.m_levels, (std::vector { LogLevel::info, LogLevel::warning, LogLevel::error, LogLevel::info }));
}

} // namespace
} // namespace zk
