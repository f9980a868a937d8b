// person: a row of patients as the records of the identity store.
// Used by write, for whom an import brings, and by unmerge, for whom it takes apart.
// Always: notes and memos are no part of it; a BSN that failed the 11-check stays apart from the real ones.
// An attacker who reads this memory reads a row of the export.
#pragma once

#include "app/import/folder.hpp"
#include "care/patients/records.hpp"

namespace zk::app {

// An empty cell is no value.
template<catalogue::FixedString K>
[[nodiscard]] catalogue::Field<K, std::string> text_field(std::string const& value)
{
    return value.empty() ? catalogue::Field<K, std::string>() : catalogue::Field<K, std::string>(value);
}

template<catalogue::FixedString K, typename T>
[[nodiscard]] catalogue::Field<K, T> optional_field(std::optional<T> const& value)
{
    return value ? catalogue::Field<K, T>(*value) : catalogue::Field<K, T>();
}

[[nodiscard]] care::PersonRecord person_of(
    SourcePatient const& row, std::vector<std::string> numbers, ImportId const& import);
[[nodiscard]] care::IdentificationRecord identification_of(SourcePatient const& row);

} // namespace zk::app
