// projection: the only way from a record to an answer. What the grant does not cover is absent, not blanked.
// Used by the slices of care/; app/ turns a View into JSON or a screen.
// Always: a View holds only elements that its grant covers, of patients that it covers.
// An attacker who holds the answer holds what this person was allowed to see, and a line in the log.
#pragma once

#include "catalogue/record.hpp"

#include <string>
#include <variant>
#include <vector>

namespace zk::catalogue {

class View {
public:
    using Value = std::variant<std::string, std::int64_t, bool, Cents, std::vector<std::string>>;
    struct Item {
        std::size_t element;
        Value value;
        // "birth_date" of "patient.birth_date".
        [[nodiscard]] std::string_view name() const
        {
            std::string_view const key = k_elements[element].key;
            return key.substr(key.find('.') + 1);
        }
        [[nodiscard]] std::string_view label() const { return k_elements[element].label; }
    };

    template<Record R>
    [[nodiscard]] static View of(R const& record, Grant const& grant)
    {
        View out;
        out.add(record, grant);
        return out;
    }

    // Adds what the grant covers of another record of the same thing.
    template<Record R>
    void add(R const& record, Grant const& grant)
    {
        detail::for_each_member<R>([&](auto member) {
            using F = detail::member_t<decltype(member)>;
            auto const& value = FieldAccess::value(record.*member);
            auto const owner = FieldAccess::owner(record.*member);
            if (!value || !grant.covers(F::index) || F::element().portability == Portability::internal
                || (owner && !grant.covers(*owner)))
                return;
            m_items.push_back({ F::index, shown(*value) });
        });
    }

    [[nodiscard]] View without_on_demand() const
    {
        View out = *this;
        std::erase_if(out.m_items, [](Item const& item) { return k_elements[item.element].shown == Shown::on_demand; });
        return out;
    }

    // Which record it shows, for who wants to change that; set by whoever read it.
    struct Origin {
        RecordId id;
        std::uint64_t version;
    };
    [[nodiscard]] std::optional<Origin> const& origin() const { return m_origin; }
    void note_origin(RecordId const& id, std::uint64_t version) { m_origin = Origin { id, version }; }

    [[nodiscard]] std::vector<Item> const& items() const { return m_items; }
    [[nodiscard]] bool empty() const { return m_items.empty(); }
    [[nodiscard]] Item const* find(std::string_view name) const
    {
        for (Item const& item : m_items) {
            if (item.name() == name)
                return &item;
        }
        return nullptr;
    }

private:
    static Value shown(Cents value) { return value; }
    static Value shown(std::uint64_t value) { return static_cast<std::int64_t>(value); }
    static Value shown(bool value) { return value; }
    static Value shown(Bytes const& value) { return to_hex(value); }
    template<typename T>
    static Value shown(std::vector<T> const& values)
    {
        return Codec<std::vector<T>>::texts(values);
    }
    template<typename T>
    static Value shown(T const& value)
    {
        return Codec<T>::text(value);
    }

    std::vector<Item> m_items;
    std::optional<Origin> m_origin;
};

} // namespace zk::catalogue
