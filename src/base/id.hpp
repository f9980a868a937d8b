// id: 16 random bytes with a kind. `using PatientId = Id<struct PatientTag>;`
// Used for everything that is named in a store, a URL or the journal.
// Always: kinds do not mix: no conversion, no comparison between them; there is no id that means "none".
// An attacker who sees an id learns nothing: it is chance, or a keyed function of chance.
#pragma once

#include "base/bytes.hpp"
#include "base/random.hpp"

#include <array>
#include <compare>
#include <cstring>
#include <functional>
#include <string>

namespace zk {

inline constexpr std::size_t k_id_bytes = 16;

template<typename Tag>
class Id {
public:
    using Raw = std::array<std::uint8_t, k_id_bytes>;

    [[nodiscard]] static Id random(Random& random) { return Id(random.array<k_id_bytes>()); }
    [[nodiscard]] static Id from_raw(Raw raw) { return Id(raw); }
    [[nodiscard]] static Result<Id> from_bytes(ByteView bytes)
    {
        if (bytes.size() != k_id_bytes)
            return fail(Fault::bad_input, "id-bad-length");
        Raw raw {};
        std::memcpy(raw.data(), bytes.data(), k_id_bytes);
        return Id(raw);
    }
    [[nodiscard]] static Result<Id> parse(std::string_view text)
    {
        auto bytes = from_hex(text);
        if (!bytes)
            return fail(Fault::bad_input, "id-not-hex");
        return from_bytes(*bytes);
    }

    [[nodiscard]] Raw const& raw() const { return m_raw; }
    [[nodiscard]] ByteView bytes() const { return m_raw; }
    [[nodiscard]] std::string text() const { return to_hex(m_raw); }
    // Ids are loggable: they are chance, and mean nothing outside the stores.
    [[nodiscard]] std::string log_text() const { return text(); }

    friend auto operator<=>(Id const&, Id const&) = default;

private:
    explicit Id(Raw raw)
        : m_raw(raw)
    {
    }
    Raw m_raw;
};

} // namespace zk

template<typename Tag>
struct std::hash<zk::Id<Tag>> { // NOLINT(cert-dcl58-cpp): the standard allows this one of our own type
    std::size_t operator()(zk::Id<Tag> const& id) const noexcept
    {
        // The bytes are chance already.
        std::size_t out = 0;
        std::memcpy(&out, id.raw().data(), sizeof out);
        return out;
    }
};
