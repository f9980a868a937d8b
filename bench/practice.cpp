#include "practice.hpp"

#include "measure.hpp"
#include "people.hpp"

namespace zk::bench {

namespace {

constexpr std::string_view k_passphrase = "een wachtzin om mee te meten";
constexpr std::uint64_t k_patients_per_commit = 1000;

gate::Who somebody(Random& random, catalogue::Role role)
{
    return { keep::LogActor::browser, "zorgkluis", AccountId::random(random), role, "", {}, "balie 1" };
}

} // namespace

BenchPractice::BenchPractice(std::filesystem::path const& folder)
    : m_desk(somebody(m_random, catalogue::Role::receptie))
    , m_owner(somebody(m_random, catalogue::Role::praktijkhouder))
{
    take(crypto::start());
    bool const there = std::filesystem::exists(folder);
    keep::Folder data = take(there ? keep::Folder::open(folder) : keep::Folder::create(folder));
    m_disk = take(app::PosixDisk::open(folder));
    gate::Practice::Ground const ground { *m_disk, m_clock, m_random, "zorgkluis bench" };
    m_practice = there ? take(gate::Practice::open(std::move(data), ground, k_passphrase))
                       : take(gate::Practice::create(
                                  std::move(data), ground, k_passphrase, { "De Linde", gate::PracticeKind::tandarts }))
                             .practice;
}

std::vector<PatientId> fill(BenchPractice& practice, std::uint64_t from, std::uint64_t to)
{
    std::vector<PatientId> all;
    all.reserve(to - from);
    std::string const import = ImportId::random(practice.random()).text();
    while (from < to) {
        std::uint64_t const end = std::min(to, from + k_patients_per_commit);
        std::vector<PatientId> some;
        for (std::uint64_t number = from; number < end; ++number)
            some.push_back(PatientId::random(practice.random()));
        auto const grant
            = take(practice->policy().for_moving_in(practice.owner(), keep::LogEvent::imported, some, import));
        keep::Vault& vault = practice->vault();
        keep::Change change = vault.change();
        for (std::uint64_t number = from; number < end; ++number) {
            Invented const one = invent(number);
            vault.insert(change, grant, some[number - from], one.person);
            vault.insert(change, grant, some[number - from], one.identification);
        }
        take(vault.commit(std::move(change)));
        all.insert(all.end(), some.begin(), some.end());
        from = end;
    }
    return all;
}

} // namespace zk::bench
