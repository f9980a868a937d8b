// log: what the program tells its administrator, one line an event. An allow-list: numbers, enums, ids, faults.
// Used by every layer through a Log&; app/ makes the real one; who looked at whom goes to the journal, not here.
// Always: keys and words stand in the source; a string does not compile, so a person's data cannot get in.
// An attacker who reads the log learns what ran when, and nothing of a patient.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace zk {

// Characters are numbers to C++, and names to people.
template<typename T>
concept LoggableNumber = std::is_arithmetic_v<T>
    && !(std::same_as<T, char> || std::same_as<T, signed char> || std::same_as<T, unsigned char>
        || std::same_as<T, wchar_t> || std::same_as<T, char8_t> || std::same_as<T, char16_t>
        || std::same_as<T, char32_t>);

// An enum that says its words itself: `Code log_name(Outcome)`, beside it in its namespace.
template<typename T>
concept LoggableNamedEnum = std::is_enum_v<T> && requires(T value) {
    { log_name(value) } -> std::same_as<Code>;
};

// An id, base/id.
template<typename T>
concept LoggableId = std::is_class_v<T> && requires(T const& value) {
    { value.log_text() } -> std::same_as<std::string>;
};

template<typename T>
concept Loggable
    = LoggableNumber<T> || std::is_enum_v<T> || LoggableId<T> || std::same_as<T, Code> || std::same_as<T, Error>;

class LogValue {
public:
    template<typename T>
    LogValue(T const& value) // NOLINT(google-explicit-constructor): a value stands at the call as it is
        : m_text(text_of(value))
    {
    }
    [[nodiscard]] std::string const& text() const { return m_text; }

private:
    template<typename T>
    [[nodiscard]] static std::string text_of(T const& value)
    {
        static_assert(Loggable<T>,
            "Only numbers, enums, ids, codes and errors are logged: a string can hold a person's data. "
            "Log a count, an id, or an enum with log_name() instead.");
        if constexpr (std::same_as<T, bool>)
            return value ? "true" : "false";
        else if constexpr (LoggableNumber<T>)
            return std::to_string(value);
        else if constexpr (LoggableNamedEnum<T>)
            return std::string(log_name(value).text());
        else if constexpr (std::is_enum_v<T>)
            return std::to_string(std::to_underlying(value));
        else if constexpr (LoggableId<T>)
            return value.log_text();
        else if constexpr (std::same_as<T, Code>)
            return std::string(value.text());
        else if constexpr (std::same_as<T, Error>)
            return std::string(value.code());
    }
    std::string m_text;
};

struct LogField {
    Code key;
    LogValue value;
};

enum class LogLevel : std::uint8_t { info, warning, error };

// Where lines go. It is called from many threads.
class LogSink {
public:
    LogSink() = default;
    LogSink(LogSink const&) = delete;
    LogSink& operator=(LogSink const&) = delete;
    virtual ~LogSink() = default;
    virtual void write(LogLevel level, std::string_view line) = 0;
};

// log.info("import-finished", { { "rows", 4014 }, { "took_ms", 812 } });
class Log {
public:
    Log(LogSink& sink, Clock const& clock)
        : m_sink(sink)
        , m_clock(clock)
    {
    }
    void info(Code event, std::initializer_list<LogField> fields = {}) const { write(LogLevel::info, event, fields); }
    void warning(Code event, std::initializer_list<LogField> fields = {}) const
    {
        write(LogLevel::warning, event, fields);
    }
    void error(Code event, std::initializer_list<LogField> fields = {}) const { write(LogLevel::error, event, fields); }

private:
    void write(LogLevel level, Code event, std::initializer_list<LogField> fields) const;
    LogSink& m_sink;
    Clock const& m_clock;
};

} // namespace zk
