// bench_growth make FOLDER PATIENTS: a practice with so many invented patients.
// bench_growth measure FOLDER NAME: what it takes to open it and to find somebody; one JSON object a line.

#include "care/patients/patients.hpp"
#include "gate/accounts/accounts.hpp"
#include "measure.hpp"
#include "people.hpp"
#include "practice.hpp"

#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>

namespace {

using namespace zk;
using namespace zk::bench;

// Those at the desk want a list that they can read: searches that find many more are not what is measured.
constexpr std::size_t k_shown_max = 100;
constexpr std::size_t k_searches = 200;
constexpr std::size_t k_searches_shown = 50;
constexpr double k_mebibyte = 1024 * 1024;

double resident_mebibytes()
{
    std::ifstream statm("/proc/self/statm");
    std::size_t size = 0;
    std::size_t resident = 0;
    statm >> size >> resident;
    return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / k_mebibyte;
}

void make(std::filesystem::path const& folder, std::uint64_t patients)
{
    BenchPractice practice(folder);
    double const seconds = seconds_of([&] {
        if (fill(practice, 0, patients).size() != patients)
            give_up("not everybody was taken in");
    });
    // Nobody serves a practice that has no praktijkhouder.
    gate::Accounts accounts(
        practice->vault(), practice->clock(), practice.random(), practice->login_cost(), "De Linde");
    take(
        accounts.add({ .login = "praktijkhouder", .name = "praktijkhouder", .role = catalogue::Role::praktijkhouder }));
    say(fmt::format("made {} patients in {:.1f} s", patients, seconds));
}

void measure(std::filesystem::path const& folder, std::string const& name)
{
    double const before = resident_mebibytes();
    std::unique_ptr<BenchPractice> practice;
    std::optional<care::Patients> patients;
    double const unlock = seconds_of([&] {
        practice = std::make_unique<BenchPractice>(folder);
        patients = take(care::Patients::load(**practice));
    });
    print_line({ "unlock_" + name, "s", unlock });
    print_line({ "idle_memory_" + name, "MiB", resident_mebibytes() });
    say(fmt::format("{}: {} patients, {:.1f} MiB before, the index {:.1f} MiB", name, patients->index()->size(), before,
        static_cast<double>(patients->index()->memory_bytes()) / k_mebibyte));

    std::vector<double> searches;
    std::vector<double> hits;
    for (std::size_t i = 0; i < k_searches; ++i) {
        std::string const typed = part_of_a_name(i);
        searches.push_back(1000 * seconds_of([&] {
            hits.push_back(static_cast<double>(take(patients->index()->find(typed)).patients.size()));
        }));
    }
    print_line({ "find_" + name, "ms", median(searches) });
    say(fmt::format("{}: a part of a name finds {:.0f} patients", name, median(hits)));

    // With the line in the journal, and the names opened: a year of birth behind it makes the list short.
    std::vector<double> shown;
    for (std::size_t i = 0; shown.size() < k_searches_shown; ++i) {
        std::string const typed = fmt::format("{} {}", part_of_a_name(i), 1930 + i % 90);
        if (take(patients->index()->find(typed)).patients.size() > k_shown_max)
            continue;
        shown.push_back(1000 * seconds_of([&] { take(patients->find(practice->desk(), typed)); }));
    }
    print_line({ "find_and_show_" + name, "ms", median(shown) });
}

} // namespace

int main(int argc, char** argv)
{
    std::string_view const what = argc == 4 ? argv[1] : "";
    if (what == "make") {
        std::string_view const text = argv[3];
        std::uint64_t patients = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), patients).ec != std::errc())
            give_up("how many patients?");
        make(argv[2], patients);
    } else if (what == "measure") {
        measure(argv[2], argv[3]);
    } else {
        give_up("bench_growth make FOLDER PATIENTS | measure FOLDER NAME");
    }
    return 0;
}
