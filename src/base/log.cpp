#include "base/log.hpp"

#include "base/amsterdam.hpp"
#include "base/require.hpp"

namespace zk {

namespace {

std::string_view word_for(LogLevel level)
{
    switch (level) {
    case LogLevel::info:
        return "info";
    case LogLevel::warning:
        return "warning";
    case LogLevel::error:
        return "error";
    }
    ZK_REQUIRE(false);
    return {};
}

} // namespace

void Log::write(LogLevel level, Code event, std::initializer_list<LogField> fields) const
{
    std::string line = iso_utc(m_clock.now());
    line += ' ';
    line += word_for(level);
    line += ' ';
    line += event.text();
    for (auto const& [key, value] : fields) {
        line += ' ';
        line += key.text();
        line += '=';
        line += value.text();
    }
    m_sink.write(level, line);
}

} // namespace zk
