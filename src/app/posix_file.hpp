// posix_file: one open file or folder of the operating system, and what posix_disk does with it.
// Used by posix_disk; a Descriptor also by terminal and socket.
// Always: no link is followed, nothing is inherited by another program, a signal between makes no error.
// An attacker gains nothing here.
#pragma once

#include "base/bytes.hpp"

#include <cerrno>
#include <utility>

namespace zk::app {

class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    Descriptor(Descriptor&& other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    ~Descriptor();

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool is_open() const { return m_number >= 0; }
    [[nodiscard]] int release() { return std::exchange(m_number, -1); }

private:
    int m_number;
};

// What errno says, at this place.
[[nodiscard]] std::unexpected<Error> system_error(Place const& place);

// Calls again when a signal came between.
template<typename Call>
auto uninterrupted(Call const& call)
{
    auto outcome = call();
    while (outcome < 0 && errno == EINTR)
        outcome = call();
    return outcome;
}

// Not open when it failed: errno says why.
[[nodiscard]] Descriptor open_at(int folder, char const* name, int flags);
// Not a pipe, not a device: those could keep us waiting.
[[nodiscard]] Result<Descriptor> open_file_at(int folder, char const* name, int flags, Place const& place);
[[nodiscard]] Result<std::uint64_t> size_of(Descriptor const& file, Place const& place);
[[nodiscard]] Result<Bytes> read_from(
    Descriptor const& file, std::uint64_t offset, std::uint64_t bytes_max, Place const& place);
[[nodiscard]] Result<> write_all(Descriptor const& file, ByteView bytes, Place const& place);
[[nodiscard]] Result<> sync_file(Descriptor const& file, Place const& place);
[[nodiscard]] Result<> sync_folder(int folder, Place const& place);

} // namespace zk::app
