#include "care/editing.hpp"

#include "catalogue/views.hpp"

namespace zk::care {

namespace {

using catalogue::View;

bool is_on_demand(View::Item const& item)
{
    return catalogue::k_elements[item.element].shown == catalogue::Shown::on_demand;
}

} // namespace

gate::Request Edit::to_read() const
{
    return { .event = reason ? keep::LogEvent::revealed : keep::LogEvent::looked,
        .action = keep::LogAction::read,
        .purpose = purpose,
        .patients = { patient },
        .wanted = elements,
        .reason = reason };
}

gate::Request Edit::to_write() const
{
    gate::Request out = to_read();
    out.event = keep::LogEvent::patient_changed;
    out.action = keep::LogAction::update;
    return out;
}

std::vector<std::string> changes_between(View const& before, View const& after)
{
    std::vector<std::string> out;
    auto const note = [&](View::Item const& named, View::Item const* old, View::Item const* fresh) {
        std::string was = catalogue::text_of(old);
        std::string is = catalogue::text_of(fresh);
        if (was == is)
            return;
        if (is_on_demand(named)) {
            was.clear();
            is.clear();
        }
        out.insert(out.end(), { std::string(named.name()), std::move(was), std::move(is) });
    };
    for (View::Item const& item : before.items())
        note(item, &item, after.find(item.name()));
    for (View::Item const& item : after.items()) {
        if (before.find(item.name()) == nullptr)
            note(item, nullptr, &item);
    }
    return out;
}

} // namespace zk::care
