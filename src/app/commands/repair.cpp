#include "app/check/machine_facts.hpp"
#include "app/commands/commands.hpp"
#include "app/json_view.hpp"
#include "app/terminal/terminal.hpp"

#include <nlohmann/json.hpp>
#include <sys/stat.h>

namespace zk::app {

// Only what is the owner's to set: mode bits. Links, owners and network shares need a person.
Result<Exit> run_repair_rights(Context const& context)
{
    using Wrong = care::check::FolderFacts::Wrong;
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    if (open.who().role != catalogue::Role::praktijkhouder)
        return fail(Fault::refused, "not-for-this-role");
    std::filesystem::path const& folder = open.practice().folder().path();
    ZK_TRY(care::check::FolderFacts const before, read_folder_rights(folder));
    ZK_CHECK(open.practice().policy().note(open.who(), keep::LogEvent::maintained, keep::LogAction::execute, "rights"));
    std::uint64_t mended = 0;
    for (auto const& deviation : before.deviations) {
        if (deviation.wrong != Wrong::mode)
            continue;
        std::filesystem::path const path = deviation.file == "." ? folder : folder / deviation.file;
        mode_t const rights = std::filesystem::is_directory(path) ? 0700 : 0600;
        if (::chmod(path.c_str(), rights) != 0)
            return fail(Fault::storage, "folder-rights-cannot-be-set", Place::path(deviation.file));
        ++mended;
    }
    ZK_TRY(care::check::FolderFacts const after, read_folder_rights(folder));
    ZK_CHECK(open.close());
    if (context.format == Format::json) {
        ZK_CHECK(print_json({ { "mended", mended }, { "left", after.deviations.size() } }));
        return after.deviations.empty() ? Exit::done : Exit::found;
    }
    print("%llu rechten hersteld.\n", static_cast<unsigned long long>(mended));
    for (auto const& deviation : after.deviations)
        print("Blijft over: %s. Dit herstelt alleen de beheerder van de computer.\n", deviation.file.c_str());
    return after.deviations.empty() ? Exit::done : Exit::found;
}

} // namespace zk::app
