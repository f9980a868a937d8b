// limits: every threshold of the check in one table, with its source and its reason.
// Used by the probes, which compare with nothing else, and by the report, which shows it beside what was measured.
// Always: a number that decides about proven or failed stands here and nowhere else.
// An attacker gains nothing: it is public; who changes it must change the program.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace zk::care::check {

enum class Op : std::uint8_t { at_most, equal, at_least };
enum class Unit : std::uint8_t { count, day, hour, minute, patient };

// A recurring duty of own choice (R5) counts days from the event: within the term proven, within twice the term
// unknown.
enum class Duty : std::uint8_t { once, recurring };
// From a source that was read, or from memory: then it still has to be verified.
enum class Verified : std::uint8_t { yes, no };
// Jurists disagree about it; shown as such.
enum class Contested : std::uint8_t { no, yes };

// Named after what is measured; the order is that of the table.
enum class Limit : std::uint8_t {
    meeting_age,
    minutes_unread,
    agenda_items_empty,
    units_missing,
    start_module_missing,
    password_age,
    without_second_step,
    weak_passwords,
    lock_at_desk,
    lock_elsewhere,
    lock_switched_off,
    session_length,
    answered_past_lock,
    workstations_not_locking,
    round_age,
    round_findings_open,
    reported_after,
    without_verdict,
    persons_not_informed,
    breach_drill_age,
    expert_visit_age,
    system_out_of_support,
    update_pending,
    package_lists_age,
    workstations_unsafe,
    networks_missing,
    sessions_from_elsewhere,
    ports_with_old_tls,
    certificate_left,
    outside_devices_unsafe,
    lost_devices_alive,
    folder_deviations,
    sample_size,
    plain_records,
    shared_ids,
    accounts_past_end,
    process_weaknesses,
    usb_open,
    build_age,
    known_flaws,
    log_deviations,
    patients_without_second_step,
    software_list_age,
    cloud_finds,
    demo_data,
    statement_gaps,
    site_mark_age,
    agreements_missing,
    unknown_recipients,
    subprocessor_list_age,
    policy_age,
    policy_unsigned,
    undeclared_elements,
    undeclared_purposes,
    outside_list_age,
    breach_entries_incomplete,
    signals_unjudged,
    patients_large_scale,
    dpia_missing,
    dpia_parts_missing,
    requests_past_due,
    requests_late,
    ways_in,
    index_deviations,
    widened_cells,
    overdue_records,
    bsn_sent,
    bsn_in_text,
    mailings_without_consent,
    invoicing_conditions_broken,
    factored_without_consent,
    personal_at_finance,
    certificates_ended,
    invoices_by_plain_mail,
};

struct Threshold {
    Limit limit;
    std::string_view probe;
    Op op;
    std::int64_t value;
    Unit unit;
    Duty duty;
    std::string_view source;
    std::string_view reason;
    Verified verified = Verified::yes;
    Contested contested = Contested::no;

    [[nodiscard]] constexpr bool holds(std::int64_t measured) const
    {
        switch (op) {
        case Op::at_most:
            return measured <= value;
        case Op::equal:
            return measured == value;
        case Op::at_least:
            return measured >= value;
        }
        return false;
    }
    // The same, with the term that the practice chose itself.
    [[nodiscard]] constexpr Threshold with(std::int64_t own_value) const
    {
        Threshold copy = *this;
        copy.value = own_value;
        return copy;
    }
};

[[nodiscard]] Threshold const& threshold(Limit limit);
[[nodiscard]] std::span<Threshold const> thresholds();

// As the report writes them.
[[nodiscard]] std::string_view name_of(Op op);
[[nodiscard]] std::string_view name_of(Unit unit);

// How long the practice itself may make the term of a password (probe 1.3a).
inline constexpr std::int64_t k_password_term_days_min = 90;
inline constexpr std::int64_t k_password_term_days_max = 730;

} // namespace zk::care::check
