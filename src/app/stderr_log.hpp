// stderr_log: the log's lines on standard error, where systemd and a terminal pick them up.
// Made by the serve command.
// Always: one line at a time, whole; a line that cannot be written is dropped, never waited for.
// An attacker who reads it reads what base/log lets through: numbers, enums, ids.
#pragma once

#include "base/log.hpp"

#include <cstdio>
#include <mutex>

namespace zk::app {

class StderrLog final : public LogSink {
public:
    void write(LogLevel, std::string_view line) override
    {
        std::lock_guard const lock(m_mutex);
        std::fwrite(line.data(), 1, line.size(), stderr);
        std::fputc('\n', stderr);
    }

private:
    std::mutex m_mutex;
};

} // namespace zk::app
