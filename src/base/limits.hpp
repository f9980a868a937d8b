// limits: how much of anything this house takes, in one place, each bound to its neighbours.
// Used by every parser and store; a limit that concerns one file alone stands in that file.
// Always: what fits in the smaller thing fits in the larger one around it; the assertions say so.
// An attacker who sends more gets an error, not our memory.
#pragma once

#include "base/money.hpp"

#include <cstddef>
#include <cstdint>

namespace zk {

inline constexpr std::uint64_t k_kib = 1024;
inline constexpr std::uint64_t k_mib = 1024 * k_kib;
inline constexpr std::uint64_t k_gib = 1024 * k_mib;

// Values of a record. Law knows no longest name; 200 characters is what the register of persons keeps.
inline constexpr std::size_t k_name_bytes_max = 800;
inline constexpr std::size_t k_address_line_bytes_max = 400;
inline constexpr std::size_t k_note_bytes_max = 1 * k_mib;
inline constexpr std::size_t k_account_name_bytes_max = 64;
inline constexpr std::size_t k_reason_bytes_max = 2 * k_kib;

// A sealed record holds one element or one entry of a dossier, and its neighbours.
inline constexpr std::size_t k_record_bytes_max = 4 * k_mib;
static_assert(k_name_bytes_max + k_address_line_bytes_max < k_note_bytes_max);
static_assert(2 * k_note_bytes_max < k_record_bytes_max);

// Import.
inline constexpr std::size_t k_csv_field_bytes_max = k_note_bytes_max;
inline constexpr std::size_t k_csv_row_bytes_max = 4 * k_mib;
inline constexpr std::size_t k_csv_columns_max = 500;
inline constexpr std::uint64_t k_import_file_bytes_max = 1 * k_gib;
inline constexpr std::uint64_t k_import_rows_max = 10'000'000;
inline constexpr std::size_t k_import_files_max = 200;
inline constexpr std::size_t k_mapping_file_bytes_max = 1 * k_mib;
static_assert(k_csv_field_bytes_max < k_csv_row_bytes_max, "the longest field fits in a row");
static_assert(k_csv_row_bytes_max <= k_record_bytes_max, "what a row says fits in a record");
static_assert(k_csv_row_bytes_max < k_import_file_bytes_max, "the longest row fits in a file");
static_assert(k_import_rows_max < INT64_MAX / k_amount_cents_max, "the amounts of a file can be added");

// Words that people type.
inline constexpr std::size_t k_search_text_bytes_max = 4 * k_kib;
inline constexpr std::size_t k_passphrase_bytes_max = 1 * k_kib;
static_assert(k_name_bytes_max < k_search_text_bytes_max, "every name can be searched whole");

} // namespace zk
