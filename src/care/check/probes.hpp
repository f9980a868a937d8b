// probes: the measurements of the first version, each a function of plain facts.
// Used by the fact source, which reads the facts; tested in every state that each can take.
// Always: pure; a probe that cannot know says so, and never counts that as zero.
// An attacker gains nothing: facts hold counts, dates, settings and staff codes.
#pragma once

#include "care/check/facts.hpp"
#include "care/check/measurement.hpp"

#include <optional>
#include <string_view>

namespace zk::care::check {

// 1 Bewustzijn & Gedrag
[[nodiscard]] Measurement password_age(AccountFacts const& facts, Instant now);      // 1.3a
[[nodiscard]] Measurement second_step(AccountFacts const& facts);                    // 1.3b
[[nodiscard]] Measurement password_strength(AccountFacts const& facts, Instant now); // 1.3c
[[nodiscard]] Measurement lock_settings(LockFacts const& facts);                     // 1.4a
[[nodiscard]] Measurement locked_sessions(SessionFacts const& facts);                // 1.4b

// 2 Hardware & Software
[[nodiscard]] Measurement server_updates(SystemFacts const& facts, Instant now);     // 2.1b
[[nodiscard]] Measurement sessions_from_elsewhere(SessionFacts const& facts);        // 2.2a
[[nodiscard]] Measurement transport(TransportFacts const& facts, Instant now);       // 2.2b
[[nodiscard]] Measurement devices_outside(SessionFacts const& facts);                // 2.2c
[[nodiscard]] Measurement folder_rights(FolderFacts const& facts);                   // 2.3a
[[nodiscard]] Measurement sealed_sample(SampleFacts const& facts);                   // 2.3b
[[nodiscard]] Measurement separated_ids(SeparationFacts const& facts);               // 2.3c
[[nodiscard]] Measurement accounts_past_end(AccountFacts const& facts, Instant now); // 2.3d
[[nodiscard]] Measurement process_hardening(ProcessFacts const& facts);              // 2.3e
[[nodiscard]] Measurement software_age(SoftwareFacts const& facts, Instant now);     // 2.4a
[[nodiscard]] Measurement journal_whole(JournalFacts const& facts);                  // 2.4b
[[nodiscard]] Measurement demo_data(DemoFacts const& facts);                         // 2.4f

// 3 AVG: Eisen & Documentatie
[[nodiscard]] Measurement catalogue_complete(CatalogueFacts const& facts); // 3.4a
[[nodiscard]] Measurement large_scale(CountFacts const& facts);            // 3.6a
[[nodiscard]] Measurement dpia_due(CountFacts const& facts);               // 3.6c

// 4 Processen & Facturatie
[[nodiscard]] Measurement patient_log_complete(IndexFacts const& facts);  // 4.1d
[[nodiscard]] Measurement rights_as_shipped(MatrixFacts const& facts);    // 4.2a
[[nodiscard]] Measurement records_past_term(RetentionFacts const& facts); // 4.2b

// Until when the maker of a system repairs its security faults: the table of this build; nothing when it is not in it.
// `id` and `version` as /etc/os-release has them (ID, VERSION_ID).
[[nodiscard]] std::optional<Date> system_supported_until(std::string_view id, std::string_view version);

// A password that another gave may stay for one working day; weekends do not count, holidays do.
[[nodiscard]] Instant change_password_before(Instant given_at);

} // namespace zk::care::check
