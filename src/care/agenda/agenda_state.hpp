// agenda_state: what the agenda keeps in memory, and who may change it when.
// Used by the two halves of the agenda slice: showing and planning.
// Always: one plans at a time, so that two cannot take one place; those who look do not wait for him.
// An attacker who can read this memory knows when somebody comes, and not who.
#pragma once

#include "care/agenda/agenda.hpp"

namespace zk::care {

struct Agenda::State {
    explicit State(crypto::Key key)
        : aliases(std::move(key))
    {
    }

    AgendaIndex index;
    Aliases aliases;

    // Held while somebody plans, from his look at the day until the index has what he wrote.
    std::mutex planning;

    mutable std::mutex calendar_mutex;
    std::shared_ptr<Calendar const> calendar = std::make_shared<Calendar const>();

    // Of the one who refreshes.
    std::uint64_t built_at = 0;
};

// All that a screen of the agenda could show; policy leaves out what this account may not see.
[[nodiscard]] catalogue::ElementSet const& elements_of_agenda();

} // namespace zk::care
