#include "app/commands/commands.hpp"
#include "app/import/folder.hpp"
#include "app/json_view.hpp"
#include "app/moving_in/import_report.hpp"
#include "app/moving_in/undo.hpp"
#include "app/named_file.hpp"
#include "app/terminal/terminal.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using nlohmann::ordered_json;

constexpr std::size_t k_mapping_bytes_max = std::size_t { 1 } << 20;

Result<Mapping> read_mapping(std::string const& path)
{
    if (path.empty())
        return Mapping {};
    auto const bytes = read_named_file(path);
    if (!bytes)
        return fail(Fault::wrong_use, "mapping-unreadable", Place::path(path));
    if (bytes->size() > k_mapping_bytes_max)
        return fail(Fault::bad_input, "mapping-too-long", Place::path(path));
    return parse_mapping(as_text(*bytes), Place::path(path));
}

void print_report(ordered_json const& report)
{
    constexpr std::pair<char const*, char const*> kinds[]
        = { { "patients", "patiënten" }, { "treatments", "behandelingen" }, { "invoices", "facturen" },
              { "appointments", "afspraken" }, { "staff", "medewerkers" } };
    if (report["continued"].get<bool>())
        print("Een eerder onderbroken import is afgemaakt.\n");
    for (auto const& [key, word] : kinds) {
        ordered_json const& one = report[key];
        print("%-14s %7llu rijen, %llu overgezet", word, one["rows"].get<unsigned long long>(),
            one["accepted"].get<unsigned long long>());
        if (one.contains("without_bsn") && one["without_bsn"] != 0)
            print(" (%llu zonder BSN)", one["without_bsn"].get<unsigned long long>());
        if (one.contains("merged") && one["merged"] != 0)
            print(", %llu samengevoegd", one["merged"].get<unsigned long long>());
        if (one.contains("quarantined") && one["quarantined"] != 0)
            print(", %llu in de wachtrij", one["quarantined"].get<unsigned long long>());
        if (one.contains("total_cents"))
            print(", samen %s", Cents::of(one["total_cents"].get<std::int64_t>()).dutch().c_str());
        print("\n");
    }
    for (ordered_json const& one : report["not_taken"]) {
        std::string const column = one["column"].get<std::string>();
        print("Niet meegekomen: %s%s%s\n", one["file"].get<std::string>().c_str(), column.empty() ? "" : ", kolom ",
            column.c_str());
    }
    if (!report["problems"].empty())
        print("%zu rijen om naar te kijken; ze staan met --json of --report per rij.\n", report["problems"].size());
}

Result<> write_report(std::string const& path, ordered_json const& report)
{
    if (path.empty())
        return {};
    std::string const text = report.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
    return write_named_file(path, as_bytes(text));
}

Result<Exit> propose_mapping(Context const& context, ImportOptions const& options)
{
    ZK_TRY(Mapping const mapping, propose_for_folder(Terminal::current().path(options.folder)));
    std::string const text = write_mapping(mapping);
    print_text(text);
    if (context.format == Format::text)
        print_error("Dit is een voorstel; er is niets overgezet. Bewaar het in een bestand, kijk de kolommen onder "
                    "\"guessed\" na en geef het mee met --mapping.\n");
    return Exit::done;
}

} // namespace

Result<Exit> run_import(Context const& context, ImportOptions const& options)
{
    if (options.dry_run)
        return propose_mapping(context, options);
    ZK_TRY(Mapping const mapping, read_mapping(options.mapping));
    ZK_TRY(SourceFolder const source, read_folder(Terminal::current().path(options.folder), mapping));
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    bool const watched = Terminal::current().is_interactive(Stream::err);
    Progress const progress = [&](std::uint64_t done, std::uint64_t all) {
        if (watched)
            print_error(
                "\r%llu van %llu rijen", static_cast<unsigned long long>(done), static_cast<unsigned long long>(all));
        if (watched && done == all)
            print_error("\n");
    };
    ZK_TRY(ImportReport const report, apply(open.practice(), open.who(), source, progress));
    ZK_TRY(StaffTaken const staff, take_staff(open.practice(), open.accounts(), open.who(), source, report.import));
    ordered_json const answer = report_json(source, report, staff);
    ZK_CHECK(keep_report(open.practice(), report.import, answer));
    ZK_CHECK(open.close());
    ZK_CHECK(write_report(options.report, answer));
    if (context.format == Format::json)
        ZK_CHECK(print_json(answer));
    else
        print_report(answer);
    return Exit::done;
}

Result<Exit> run_import_list(Context const& context)
{
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    if (!open.practice().policy().oversees(open.who()))
        return fail(Fault::refused, "not-for-this-role");
    ZK_TRY(auto const imports, open.practice().vault().read_practice<care::ImportRecord>());
    ordered_json list = ordered_json::array();
    for (auto const& stored : imports)
        list.push_back({ { "import", import_id_of(stored.id).text() },
            { "started_at", catalogue::Codec<Instant>::text(stored.record.started_at.get_or(Instant {})) },
            { "state", care::text_of(stored.record.state.get_or(care::ImportState::running)) } });
    if (context.format == Format::json) {
        ZK_CHECK(print_json({ { "imports", std::move(list) } }));
        return Exit::done;
    }
    for (ordered_json const& one : list)
        print("%s  %s  %s\n", one["import"].get<std::string>().c_str(), one["started_at"].get<std::string>().c_str(),
            one["state"].get<std::string>().c_str());
    return Exit::done;
}

Result<Exit> run_import_undo(Context const& context, std::string const& import)
{
    ZK_TRY(ImportId const id, ImportId::parse(import));
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_TRY(UndoneImport const undone, undo_import(open.practice(), open.accounts(), open.who(), id));
    ZK_CHECK(open.close());
    if (context.format == Format::json)
        ZK_CHECK(print_json(
            { { "import", import }, { "patients", undone.patients }, { "waiting_rows", undone.waiting_rows } }));
    else
        print("Ongedaan gemaakt: %llu patiënten en %llu wachtende rijen zijn weg.\n",
            static_cast<unsigned long long>(undone.patients), static_cast<unsigned long long>(undone.waiting_rows));
    return Exit::done;
}

} // namespace zk::app
