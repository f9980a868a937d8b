#include "app/commands/commands.hpp"
#include "app/json_view.hpp"
#include "app/moving_in/correct.hpp"
#include "app/terminal/terminal.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using nlohmann::ordered_json;

ordered_json head_of(WaitingRecord const& row)
{
    return { { "id", row.stored.id.text() }, { "kind", key_of(row.kind).text() }, { "file", row.file },
        { "row", row.row }, { "reason", row.reason } };
}

} // namespace

Result<Exit> run_quarantine_list(Context const& context)
{
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_TRY(auto const rows, waiting_rows(open.practice(), open.who()));
    ZK_CHECK(open.close());
    ordered_json list = ordered_json::array();
    for (WaitingRecord const& row : rows)
        list.push_back(head_of(row));
    if (context.format == Format::json) {
        ZK_CHECK(print_json({ { "rows", std::move(list) } }));
        return Exit::done;
    }
    for (WaitingRecord const& row : rows)
        print("%s  %s:%llu  %s\n", row.stored.id.text().c_str(), row.file.c_str(),
            static_cast<unsigned long long>(row.row), row.reason.c_str());
    print("%zu rijen wachten.\n", rows.size());
    return Exit::done;
}

Result<Exit> run_quarantine_show(Context const& context, std::string const& id)
{
    ZK_TRY(RecordId const wanted, RecordId::parse(id));
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_TRY(auto const rows, waiting_rows(open.practice(), open.who()));
    ZK_CHECK(open.close());
    auto const row = std::ranges::find(rows, wanted, [](WaitingRecord const& one) { return one.stored.id; });
    if (row == rows.end())
        return fail(Fault::not_found, "waiting-row-unknown");
    ordered_json answer = head_of(*row);
    answer["fields"] = ordered_json::object();
    for (std::size_t i = 0; i + 1 < row->fields.size(); i += 2)
        answer["fields"][row->fields[i]] = row->fields[i + 1];
    if (context.format == Format::json) {
        ZK_CHECK(print_json(answer));
        return Exit::done;
    }
    print("%s:%llu  %s\n", row->file.c_str(), static_cast<unsigned long long>(row->row), row->reason.c_str());
    for (std::size_t i = 0; i + 1 < row->fields.size(); i += 2)
        print("  %s: %s\n", row->fields[i].c_str(), row->fields[i + 1].c_str());
    return Exit::done;
}

Result<Exit> run_quarantine_correct(Context const& context, CorrectOptions const& options)
{
    ZK_TRY(RecordId const row, RecordId::parse(options.id));
    std::vector<Correction> corrections;
    for (std::string const& one : options.set) {
        std::size_t const sign = one.find('=');
        if (sign == std::string::npos)
            return fail(Fault::wrong_use, "column-unknown");
        corrections.push_back({ one.substr(0, sign), one.substr(sign + 1) });
    }
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_TRY(Corrected const corrected, correct(open.practice(), open.who(), row, corrections));
    ZK_CHECK(open.close());
    if (context.format == Format::json)
        ZK_CHECK(print_json({ { "accepted", corrected.accepted }, { "still_waiting", corrected.still_waiting } }));
    else
        print("%llu rijen overgezet, %llu wachten nog.\n", static_cast<unsigned long long>(corrected.accepted),
            static_cast<unsigned long long>(corrected.still_waiting));
    return Exit::done;
}

} // namespace zk::app
