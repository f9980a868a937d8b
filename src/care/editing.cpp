#include "care/editing.hpp"

namespace zk::care {

namespace {

using catalogue::View;

struct AsText {
    std::string operator()(std::string const& value) const { return value; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(bool value) const { return value ? "ja" : "nee"; }
    std::string operator()(Cents value) const { return value.dutch(); }
    std::string operator()(std::vector<std::string> const& values) const
    {
        std::string out;
        for (std::string const& value : values)
            out += (out.empty() ? "" : ", ") + value;
        return out;
    }
};

std::string text_of(View::Item const* item)
{
    return item == nullptr ? std::string() : std::visit(AsText {}, item->value);
}

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
        std::string was = text_of(old);
        std::string is = text_of(fresh);
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
