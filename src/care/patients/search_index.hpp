// search_index: finds patients by what somebody types, in memory, without opening a record.
// Filled at unlock from the sealed records, kept up by the patients slice; asked by find, import and the check.
// Always: nothing of it is written to a disk; a patient who is removed leaves no bytes behind in it.
// An attacker who can read this memory has names, birth dates, BSNs, phones and addresses; so dumps are off.
#pragma once

#include "base/result.hpp"
#include "care/patients/search_card.hpp"
#include "care/patients/search_page.hpp"

#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zk::care::patients {

struct SearchAnswer {
    // How they were found; when nobody was, how it was most likely meant.
    SearchKind kind;
    // By surname, then by first name.
    std::vector<PatientId> patients;
};

// Many may ask at once, and beside them one may change it.
class SearchIndex {
public:
    // Also in the place of an older card of the same patient.
    void put(SearchCard const& card);
    // By who may change a person and see no BSN: the one that stands there stays.
    void put_without_bsn(SearchCard const& card);
    // Of a patient who is there.
    void put_bsn(PatientId const& id, Bsn const& bsn);
    // Nobody there is fine.
    void remove(PatientId const& id);

    // Part of a name in any order of words, with or without tussenvoegsel and accents; birth date in any notation, or
    // the year beside a name; BSN; phone, or its last six digits or more; postcode, with a house number; mail address;
    // old patient number. All that is typed must fit. "search-text-too-long" above k_search_characters_max.
    [[nodiscard]] Result<SearchAnswer> find(std::string_view typed) const;
    // Nobody else's number: more than one is a mistake of an earlier day.
    [[nodiscard]] std::vector<PatientId> with_bsn(Bsn const& bsn) const;

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::size_t memory_bytes() const;

private:
    void add_held(SearchRow const& row);
    void remove_held(PatientId const& id);
    // Everybody waits for his turn, so that those who ask cannot keep out for ever the one who changes.
    [[nodiscard]] std::shared_lock<std::shared_mutex> reading() const;
    [[nodiscard]] std::unique_lock<std::shared_mutex> writing();

    mutable std::mutex m_turn;
    mutable std::shared_mutex m_mutex;
    // All but the last are full.
    std::vector<std::unique_ptr<SearchPage>> m_pages;
    std::unordered_map<PatientId, std::uint32_t> m_page_of;
};

} // namespace zk::care::patients
