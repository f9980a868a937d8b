// field: a value of personal data. `Field<"patient.bsn", Bsn>` needs its line in the catalogue, and opens with a Grant.
// Used by every record of a patient; `Open<"staff.name", ...>` is its sister for the practice's own data.
// Always: no printing, no logging, no JSON, no comparison; reveal() checks element and patient.
// An attacker in the code must first get past gate::Policy, and so past the journal.
#pragma once

#include "base/require.hpp"
#include "catalogue/grant.hpp"

#include <optional>
#include <ostream>
#include <utility>

namespace zk::catalogue {

// A key as a template parameter.
template<std::size_t N>
struct FixedString {
    char text[N] {};
    consteval FixedString(char const (&from)[N]) // NOLINT(google-explicit-constructor): Field<"patient.bsn", Bsn>
    {
        std::copy_n(from, N, text);
    }
    [[nodiscard]] constexpr std::string_view view() const { return { text, N - 1 }; }
};

template<FixedString K>
inline constexpr std::size_t index_of_key = element_index(K.view());

template<FixedString K>
concept declared_in_catalogue = index_of_key<K> != k_not_an_element;

// Personal data of a patient stays behind a Grant; what lies in the practice's own store or the journal does not.
template<FixedString K>
concept behind_a_grant
    = declared_in_catalogue<K> && compartment_of(k_elements[index_of_key<K>]) != Compartment::practice
    && compartment_of(k_elements[index_of_key<K>]) != Compartment::journal;

// The one place that opens a Field without a Grant: to seal it, and to fill a projection that has checked the Grant.
class FieldAccess;

template<FixedString K, typename T>
    requires behind_a_grant<K>
class Field {
public:
    using Value = T;
    static constexpr std::size_t index = index_of_key<K>;

    Field() = default;
    // A draft: what somebody just typed, or an import just read. It belongs to nobody until it is stored.
    explicit Field(T value)
        : m_value(std::move(value))
    {
    }

    [[nodiscard]] static constexpr Element const& element() { return k_elements[index]; }
    [[nodiscard]] bool has_value() const { return m_value.has_value(); }

    // Refuses to go on without a grant for this element of this patient: that would be a mistake in the program.
    [[nodiscard]] std::optional<T> const& reveal(Grant const& grant) const
    {
        ZK_REQUIRE(grant.covers(index));
        ZK_REQUIRE(!m_owner.has_value() || grant.covers(*m_owner));
        return m_value;
    }

    friend void PrintTo(Field const&, std::ostream* out) { *out << '[' << K.view() << ']'; }

private:
    friend class FieldAccess;
    std::optional<T> m_value;
    std::optional<PatientId> m_owner;
};

template<FixedString K, typename T>
std::ostream& operator<<(std::ostream&, Field<K, T> const&) = delete;

// An element of the practice's own data: declared and sealed like the others, open to the code that runs the practice.
template<FixedString K, typename T>
    requires(declared_in_catalogue<K> && !behind_a_grant<K>)
class Open {
public:
    using Value = T;
    static constexpr std::size_t index = index_of_key<K>;

    Open() = default;
    explicit Open(T value)
        : m_value(std::move(value))
    {
    }
    Open& operator=(T value)
    {
        m_value = std::move(value);
        return *this;
    }
    [[nodiscard]] static constexpr Element const& element() { return k_elements[index]; }
    [[nodiscard]] std::optional<T> const& get() const { return m_value; }
    [[nodiscard]] T get_or(T otherwise) const { return m_value.value_or(std::move(otherwise)); }
    void clear() { m_value.reset(); }

    friend void PrintTo(Open const&, std::ostream* out) { *out << '[' << K.view() << ']'; }

private:
    friend class FieldAccess;
    std::optional<T> m_value;
};

} // namespace zk::catalogue
