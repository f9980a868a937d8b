// tooth: an element of the mouth by its FDI number (ISO 3950).
// Used where a dentist writes what was done to which one.
// Always: 11-18 to 41-48 of an adult, 51-55 to 81-85 of a child.
// An attacker gains nothing here.
#pragma once

#include <string_view>

namespace zk::care {

[[nodiscard]] bool is_tooth(std::string_view fdi);

} // namespace zk::care
