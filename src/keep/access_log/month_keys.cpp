#include "keep/access_log/month_keys.hpp"

#include "base/require.hpp"

namespace zk::keep {

using catalogue::RetentionClass;

Period month_of(Date day)
{
    return static_cast<Period>(day.year()) * 100 + day.month();
}

SlotId MonthKeys::slot_of(Period month) const
{
    return m_keyring.slot_id(m_keyring.subject_of_practice(), RetentionClass::access_log, month);
}

Result<crypto::Key const*> MonthKeys::find(Period month) const
{
    std::lock_guard const lock(m_mutex);
    if (auto const found = m_keys.find(month); found != m_keys.end())
        return &found->second;
    ZK_TRY(std::optional<Slot> const slot, m_keyring.slot(slot_of(month)));
    if (!slot)
        return fail(Fault::not_found, "log-lines-past-their-term");
    ZK_TRY(crypto::Key key, crypto::Key::from(slot->key().expose()));
    return &m_keys.emplace(month, std::move(key)).first->second;
}

Result<crypto::Key const*> MonthKeys::for_writing(Period month)
{
    std::lock_guard const lock(m_making);
    auto const found = find(month);
    if (found || found.error().fault() != Fault::not_found)
        return found;
    if (m_lost == month)
        return fail(Fault::crypto, "log-key-of-this-month-lost", Place::of("keyring.db"));
    KeyringChange change;
    change.put.push_back({ slot_of(month), Slot::create(RetentionClass::access_log, month, m_random) });
    ZK_TRY(std::uint64_t const no_intent, m_keyring.apply(change));
    ZK_REQUIRE(no_intent == 0);
    return find(month);
}

Result<> MonthKeys::note_used(Period month)
{
    auto const key = find(month);
    if (!key && key.error().fault() != Fault::not_found)
        return std::unexpected(key.error());
    std::lock_guard const lock(m_making);
    m_lost = key ? std::nullopt : std::optional(month);
    return {};
}

} // namespace zk::keep
