#include "ours.hpp"

#include "care/patients/patients.hpp"

#include <random>

namespace zk::bench {

namespace {

gate::Request request_for(keep::LogEvent event, keep::LogAction action, PatientId const& patient)
{
    static catalogue::ElementSet const person = catalogue::elements_where([](catalogue::Element const& element) {
        return element.retention == catalogue::RetentionClass::person && element.key.starts_with("patient.");
    });
    return {
        .event = event, .action = action, .purpose = catalogue::Purpose::care, .patients = { patient }, .wanted = person
    };
}

} // namespace

Ours::Ours(std::filesystem::path const& folder, std::uint64_t patients)
    : m_practice(folder)
    , m_patients(fill(m_practice, 0, patients))
    , m_next(patients)
{
}

double Ours::inserts(Window const& window)
{
    return rate_of(window, [this](std::size_t) -> std::size_t {
        Invented one = invent(m_next++);
        one.card.id = PatientId::random(m_practice.random());
        auto const grant = take(m_practice->policy().ask(
            m_practice.desk(), request_for(keep::LogEvent::patient_created, keep::LogAction::create, one.card.id)));
        keep::Vault& vault = m_practice->vault();
        keep::Change change = vault.change();
        vault.insert(change, grant, one.card.id, one.person);
        take(vault.commit(std::move(change)));
        m_index.put(one.card);
        return 1;
    });
}

double Ours::reads(Window const& window)
{
    return rate_of(window, [this](std::size_t client) -> std::size_t {
        static thread_local std::minstd_rand chance(static_cast<unsigned>(client + 1));
        PatientId const& patient = m_patients[chance() % m_patients.size()];
        auto const grant = take(m_practice->policy().ask(
            m_practice.desk(), request_for(keep::LogEvent::looked, keep::LogAction::read, patient)));
        auto const view = take(care::identity(m_practice->vault(), grant, patient));
        if (view.find("surname") == nullptr)
            give_up("a patient without a name");
        return 1;
    });
}

double Ours::lines(Window const& window)
{
    return rate_of(window, [this](std::size_t client) -> std::size_t {
        keep::LineDraft draft { .event = keep::LogEvent::looked, .action = keep::LogAction::read };
        draft.patients = { m_patients[client] };
        take(m_practice->log().append(draft));
        return 1;
    });
}

void Ours::settle()
{
    take(m_practice->vault().settle());
}

} // namespace zk::bench
