// measurement: what a probe delivers. It says what it saw; the algebra says what that means.
// Used by the probes, the algebra and the report.
// Always: pass or breach follows from the value and the limit, so no probe can claim a pass; counts, dates, settings
// and staff codes only. An attacker who reads one learns nothing of a patient.
#pragma once

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "care/check/context.hpp"
#include "care/check/limits.hpp"
#include "care/check/state.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zk::care::check {

struct Item {
    enum class Kind : std::uint8_t { account, partner, document, workstation, setting, count };
    Kind kind;
    std::string label; // a short code ("M-03"), a setting, a file of the data folder; never a name
    std::optional<Date> date = std::nullopt;

    friend bool operator==(Item const&, Item const&) = default;
};

// A list names so many; what is beyond is a number, so that a report fits in a signed note.
inline constexpr std::size_t k_items_shown_max = 30;

// "account", as the report writes it.
[[nodiscard]] std::string_view name_of(Item::Kind kind);

// An evaluation with a measure, signed after a legal term was missed (R9).
struct Evaluation {
    Role signed_by;
    Date signed_on;
};

struct Measurement {
    enum class Kind : std::uint8_t {
        measured,       // there is a value
        never_done,     // a recurring duty without an event
        unknown,        // no value; the reason says why
        not_applicable, // measured, and it does not concern this practice; the reason says why
        asks,           // cannot be measured here: a statement decides
    };

    Kind kind;
    Reason reason = Reason::no_data; // of unknown and not_applicable
    std::optional<Limit> limit = std::nullopt;
    std::optional<std::int64_t> own_limit = std::nullopt; // the term that the practice set itself
    std::optional<std::int64_t> value = std::nullopt;
    std::optional<std::int64_t> population = std::nullopt;
    std::optional<Instant> observed_at = std::nullopt; // nothing: at this check
    std::optional<Instant> fresh_until = std::nullopt; // nothing: as the probe's declaration says
    std::optional<Date> drill = std::nullopt;
    std::optional<Evaluation> evaluation = std::nullopt;
    std::vector<Item> items = {};

    [[nodiscard]] static Measurement of(Limit limit, std::int64_t value, std::int64_t population)
    {
        return { .kind = Kind::measured, .limit = limit, .value = value, .population = population };
    }
    [[nodiscard]] static Measurement never_done(Limit limit) { return { .kind = Kind::never_done, .limit = limit }; }
    [[nodiscard]] static Measurement unknown(Reason reason) { return { .kind = Kind::unknown, .reason = reason }; }
    [[nodiscard]] static Measurement not_applicable(Reason reason)
    {
        return { .kind = Kind::not_applicable, .reason = reason };
    }
    [[nodiscard]] static Measurement asks() { return { .kind = Kind::asks, .reason = Reason::no_statement }; }

    // Shows a value beside its limit, also where it decides nothing.
    [[nodiscard]] Measurement shown(Limit shown_limit, std::int64_t shown_value, std::int64_t of_population) &&
    {
        limit = shown_limit;
        value = shown_value;
        population = of_population;
        return std::move(*this);
    }
    [[nodiscard]] Measurement with(std::vector<Item> shown_items) &&;
    [[nodiscard]] Measurement at(Instant observed) &&
    {
        observed_at = observed;
        return std::move(*this);
    }

    // The limit that counts, with the practice's own term in it.
    [[nodiscard]] std::optional<Threshold> threshold() const
    {
        if (!limit)
            return std::nullopt;
        Threshold const& shipped = check::threshold(*limit);
        return own_limit ? shipped.with(*own_limit) : shipped;
    }
};

// Where measurements come from. An id that it does not know is not built yet.
class ProbeSource {
public:
    ProbeSource() = default;
    ProbeSource(ProbeSource const&) = delete;
    ProbeSource& operator=(ProbeSource const&) = delete;
    virtual ~ProbeSource() = default;
    [[nodiscard]] virtual Result<Measurement> measure(std::string_view probe_id) = 0;
};

} // namespace zk::care::check
