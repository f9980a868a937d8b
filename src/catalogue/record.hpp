// record: a struct of Fields sealed together. It names its members once; sealing and projection fold over them.
// Used by care (declares records), keep::Vault (seals them).
// Always: all elements of a record are of one retention class, so one key and one compartment.
// An attacker gains nothing without a SealingAccess, which only the vault can make.
#pragma once

#include "catalogue/codec.hpp"
#include "catalogue/field.hpp"

#include <concepts>
#include <tuple>

namespace zk::keep {
class Vault;
class JournalCodec;
} // namespace zk::keep

namespace zk::catalogue {

class SealingAccess;

// class << 8 | number: what stands in the store's `kind` column.
enum class RecordKind : std::uint16_t { };

[[nodiscard]] constexpr RecordKind record_kind(RetentionClass retention, std::uint8_t number)
{
    return static_cast<RecordKind>(static_cast<unsigned>(retention) << 8 | number);
}
[[nodiscard]] constexpr RetentionClass class_of(RecordKind kind)
{
    return static_cast<RetentionClass>(static_cast<unsigned>(kind) >> 8);
}

template<typename R>
concept Record = requires {
    { R::kind } -> std::convertible_to<RecordKind>;
    R::members;
} && std::default_initializable<R>;

namespace detail {

template<typename R, typename Function>
constexpr void for_each_member(Function function)
{
    std::apply([&](auto... member) { (function(member), ...); }, R::members);
}

template<typename Member>
struct MemberType;
template<typename R, typename F>
struct MemberType<F R::*> {
    using type = F;
};
template<typename Member>
using member_t = typename MemberType<Member>::type;

template<Record R>
consteval bool is_of_one_class()
{
    bool right = true;
    for_each_member<R>([&](auto member) {
        using F = member_t<decltype(member)>;
        right = right && F::element().retention == class_of(R::kind);
    });
    return right;
}

} // namespace detail

template<Record R>
inline constexpr bool belongs_to_a_patient = retention_of(class_of(R::kind)).compartment != Compartment::practice
    && retention_of(class_of(R::kind)).compartment != Compartment::journal;

// Plaintext bytes of a record: (element number u16 | length varint | value)*, in the order of the numbers.
template<Record R>
[[nodiscard]] Bytes encode(R const& record, SealingAccess);

// Unknown elements are kept out and refused: an older program must not silently drop what a newer one wrote.
template<Record R>
[[nodiscard]] Result<R> decode(ByteView bytes, std::optional<PatientId> owner, SealingAccess);

// Does the grant open at least one element of this record?
template<Record R>
[[nodiscard]] bool opens_something(Grant const& grant)
{
    bool any = false;
    detail::for_each_member<R>(
        [&](auto member) { any = any || grant.covers(detail::member_t<decltype(member)>::index); });
    return any;
}

// Leave to turn Fields into bytes and back. Only those who seal can make it.
class SealingAccess {
    friend class zk::keep::Vault;
    friend class zk::keep::JournalCodec;
    SealingAccess() = default;
};

class FieldAccess {
    template<Record R>
    friend Bytes encode(R const&, SealingAccess);
    template<Record R>
    friend Result<R> decode(ByteView, std::optional<PatientId>, SealingAccess);
    friend class View;

    template<typename F>
    static auto const& value(F const& field)
    {
        return field.m_value;
    }
    template<typename F>
    static void fill(F& field, typename F::Value value, std::optional<PatientId> const& owner)
    {
        field.m_value = std::move(value);
        if constexpr (requires { field.m_owner; })
            field.m_owner = owner;
    }
    template<typename F>
    static void own(F& field, std::optional<PatientId> const& owner)
    {
        if constexpr (requires { field.m_owner; })
            field.m_owner = owner;
    }
    template<typename F>
    static std::optional<PatientId> owner(F const& field)
    {
        if constexpr (requires { field.m_owner; })
            return field.m_owner;
        else
            return std::nullopt;
    }
};

template<Record R>
Bytes encode(R const& record, SealingAccess)
{
    static_assert(detail::is_of_one_class<R>(), "all elements of a record lie in the retention class of its kind");
    Writer out;
    std::uint16_t last = 0;
    detail::for_each_member<R>([&](auto member) {
        using F = detail::member_t<decltype(member)>;
        ZK_REQUIRE(F::element().number > last);
        last = F::element().number;
        auto const& value = FieldAccess::value(record.*member);
        if (!value)
            return;
        Writer one;
        Codec<typename F::Value>::encode(one, *value);
        out.u16(F::element().number).sized(one.view());
    });
    return out.take();
}

template<Record R>
Result<R> decode(ByteView bytes, std::optional<PatientId> owner, SealingAccess)
{
    static_assert(detail::is_of_one_class<R>(), "all elements of a record lie in the retention class of its kind");
    R record;
    detail::for_each_member<R>([&](auto member) { FieldAccess::own(record.*member, owner); });
    Reader reader(bytes);
    std::uint32_t last = 0;
    while (!reader.at_end()) {
        ZK_TRY(std::uint16_t number, reader.u16());
        ZK_TRY(ByteView value, reader.sized());
        if (number <= last)
            return fail(Fault::tampered, "record-elements-out-of-order");
        last = number;
        bool known = false;
        Result<> decoded;
        detail::for_each_member<R>([&](auto member) {
            using F = detail::member_t<decltype(member)>;
            if (F::element().number != number)
                return;
            known = true;
            auto one = Codec<typename F::Value>::decode(value);
            if (!one)
                decoded = std::unexpected(one.error());
            else
                FieldAccess::fill(record.*member, std::move(*one), owner);
        });
        if (!known)
            return fail(Fault::tampered, "record-unknown-element");
        ZK_CHECK(decoded);
    }
    return record;
}

} // namespace zk::catalogue
