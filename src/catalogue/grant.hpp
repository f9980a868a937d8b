// grant: leave to open certain elements of certain patients, for one purpose, after its line in the journal is durable.
// Made by gate::Policy and by nobody else; asked for by Field, the vault and projections.
// Always: it exists only after the journal line that names it was on the disk; it is moved, never copied.
// An attacker who could make one could read everything: that is why the constructor has a single friend.
#pragma once

#include "base/id.hpp"
#include "catalogue/elements.hpp"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <vector>

namespace zk::gate {
class Policy;
}

namespace zk {
using PatientId = Id<struct PatientTag>;
using PracticeId = Id<struct PracticeTag>;
using AccountId = Id<struct AccountTag>;
using RecordId = Id<struct RecordTag>;
using ImportId = Id<struct ImportTag>;
} // namespace zk

namespace zk::catalogue {

using ElementSet = std::bitset<k_element_count>;

// The set of all elements for which `wanted(element)` holds.
template<typename Predicate>
[[nodiscard]] ElementSet elements_where(Predicate wanted)
{
    ElementSet out;
    for (std::size_t i = 0; i < k_element_count; ++i)
        out.set(i, wanted(k_elements[i]));
    return out;
}

class Grant {
public:
    Grant(Grant&&) = default;
    Grant& operator=(Grant&&) = default;
    Grant(Grant const&) = delete;
    Grant& operator=(Grant const&) = delete;
    ~Grant() = default;

    [[nodiscard]] bool covers(std::size_t element) const
    {
        return element < k_element_count && m_elements.test(element);
    }
    [[nodiscard]] bool covers(PatientId const& patient) const
    {
        return std::binary_search(m_patients.begin(), m_patients.end(), patient);
    }
    [[nodiscard]] ElementSet const& elements() const { return m_elements; }
    [[nodiscard]] std::vector<PatientId> const& patients() const { return m_patients; }
    [[nodiscard]] Purpose purpose() const { return m_purpose; }
    // The number of its line in the journal.
    [[nodiscard]] std::uint64_t entry() const { return m_entry; }

private:
    friend class zk::gate::Policy;
    Grant(ElementSet elements, std::vector<PatientId> patients, Purpose purpose, std::uint64_t entry)
        : m_elements(elements)
        , m_patients(std::move(patients))
        , m_purpose(purpose)
        , m_entry(entry)
    {
        std::ranges::sort(m_patients);
    }

    ElementSet m_elements;
    std::vector<PatientId> m_patients;
    Purpose m_purpose;
    std::uint64_t m_entry;
};

} // namespace zk::catalogue
