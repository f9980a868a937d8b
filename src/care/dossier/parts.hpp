// parts: what the acts of writing in a dossier share: which elements, and texts as typed made into fields.
// Used by writing alone.
// Always: a text is trimmed and bounded; an error names the field and never what was typed.
// An attacker gains nothing here.
#pragma once

#include "base/limits.hpp"
#include "base/text.hpp"
#include "care/dossier/writing.hpp"

namespace zk::care::dossier {

// Of a category, with what is kept about it inside; `relation` too when a relation is made.
[[nodiscard]] catalogue::ElementSet elements_of(catalogue::Category category);

template<typename F>
[[nodiscard]] Result<> put_text(F& field, Code name, std::string const& typed, std::size_t bytes_max = k_note_bytes_max)
{
    std::string text(trim(typed));
    if (text.size() > bytes_max)
        return fail(Fault::bad_input, "field-too-long", Place::of(name));
    field = text.empty() ? F() : F(std::move(text));
    return {};
}

// Of a consult: today or before.
[[nodiscard]] Result<Date> day_of(std::string const& iso, Date today);
[[nodiscard]] Result<AlertKind> alert_kind_of(std::string const& text);
// What the old software called an element may stay as it was.
[[nodiscard]] Result<> put_treatment(
    TreatmentRecord& record, TreatmentText const& text, std::string_view element_before = {});

} // namespace zk::care::dossier
