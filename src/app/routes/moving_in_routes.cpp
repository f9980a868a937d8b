#include "app/messages.hpp"
#include "app/moving_in/undo.hpp"
#include "app/routes/error_json.hpp"
#include "app/routes/handlers.hpp"
#include "app/routes/json_body.hpp"
#include "base/amsterdam.hpp"
#include "base/ascii.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using nlohmann::ordered_json;

std::string_view name_of(MovingInDesk::State state)
{
    switch (state) {
    case MovingInDesk::State::waiting:
        return "waiting";
    case MovingInDesk::State::running:
        return "running";
    case MovingInDesk::State::done:
        return "done";
    case MovingInDesk::State::failed:
        return "failed";
    }
    return "";
}

ordered_json status_json(MovingInDesk::Status const& status)
{
    ordered_json out { { "state", name_of(status.state) }, { "files", ordered_json::array() },
        { "rows_done", status.rows_done }, { "rows", status.rows } };
    for (MovingInDesk::FileHead const& file : status.files)
        out["files"].push_back({ { "name", file.name }, { "bytes", file.bytes }, { "text", file.text } });
    if (!status.report.empty())
        out["report"] = ordered_json::parse(status.report);
    if (status.error)
        out["error"] = error_json(*status.error);
    return out;
}

Reply status_answer(ServedPractice& served)
{
    return http::json(200, status_json(served.moving_in.status()).dump());
}

ordered_json column_key(std::optional<Column> const& column)
{
    return column ? ordered_json(key_of(*column).text()) : ordered_json(nullptr);
}

ordered_json file_json(PreviewFile const& file)
{
    ordered_json out { { "name", file.name },
        { "kind", file.kind ? ordered_json(key_of(*file.kind).text()) : ordered_json(nullptr) },
        { "encoding", encoding_name(file.encoding) }, { "rows", file.rows } };
    if (file.error)
        out["error"] = error_json(*file.error);
    out["columns"] = ordered_json::array();
    for (PreviewColumn const& column : file.columns)
        out["columns"].push_back({ { "header", column.header }, { "column", column_key(column.column) },
            { "guessed", column.guessed }, { "samples", column.samples }, { "filled", column.filled } });
    out["missing"] = ordered_json::array();
    for (Column const column : file.missing)
        out["missing"].push_back(key_of(column).text());
    return out;
}

// What a file of each kind may hold, for the lists on the page.
ordered_json kinds_json()
{
    ordered_json out = ordered_json::array();
    for (RowKind const kind : k_row_kinds) {
        ordered_json columns = ordered_json::array();
        for (std::size_t i = 0; i < k_column_count; ++i) {
            auto const column = static_cast<Column>(i);
            if (belongs_to(column, kind))
                columns.push_back({ { "key", key_of(column).text() }, { "repeats", may_repeat(column) } });
        }
        out.push_back({ { "kind", key_of(kind).text() }, { "columns", std::move(columns) } });
    }
    return out;
}

Reply preview_answer(ServedPractice& served)
{
    ZK_TRY(MovingInDesk::Look const look, served.moving_in.look());
    ordered_json out { { "files", ordered_json::array() }, { "mapped", look.mapped } };
    for (PreviewFile const& file : look.preview.files)
        out["files"].push_back(file_json(file));
    if (look.report)
        out["report"] = ordered_json::parse(*look.report);
    if (look.error)
        out["error"] = error_json(*look.error);
    out["kinds"] = kinds_json();
    // A header or a file name need not be UTF-8, JSON must be.
    return http::json(200, out.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

// The name of a file in base64: a header holds no other letters.
Result<std::string> file_name_of(http::Request const& request)
{
    auto const header = request.header("x-zorgkluis-file");
    if (!header)
        return fail(Fault::bad_input, "field-missing", Place::of("file"));
    ZK_TRY(Bytes const name, from_base64(*header));
    return std::string(as_text(name));
}

Result<std::uint64_t> offset_of(http::Request const& request)
{
    auto const header = request.header("x-zorgkluis-offset").value_or("");
    std::uint64_t out = 0;
    auto const [end, error] = std::from_chars(header.data(), header.data() + header.size(), out);
    if (header.empty() || error != std::errc {} || end != header.data() + header.size())
        return fail(Fault::bad_input, "field-not-a-number", Place::of("offset"));
    return out;
}

} // namespace

Reply show_moving_in(ServedPractice& served, Caller const&, http::Request const&)
{
    return status_answer(served);
}

Reply forget_moving_in(ServedPractice& served, Caller const&, http::Request const&)
{
    ZK_CHECK(served.moving_in.forget());
    return http::no_content();
}

Reply take_piece(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    // A form of another site cannot send this type.
    if (request.header("content-type") != "application/octet-stream")
        return fail(Fault::bad_input, "body-not-a-file");
    ZK_TRY(std::string const name, file_name_of(request));
    ZK_TRY(std::uint64_t const offset, offset_of(request));
    ZK_TRY(std::uint64_t const bytes, served.moving_in.take_piece(caller.who.account, name, offset, request.body));
    return http::json(200, ordered_json { { "bytes", bytes } }.dump());
}

Reply drop_file(ServedPractice& served, Caller const&, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::string const name, body.text("name"));
    ZK_CHECK(served.moving_in.drop(name));
    return status_answer(served);
}

Reply preview_moving_in(ServedPractice& served, Caller const&, http::Request const&)
{
    return preview_answer(served);
}

Reply set_mapping(ServedPractice& served, Caller const&, http::Request const& request)
{
    auto const type = request.header("content-type").value_or("");
    if (type != "application/json" && !type.starts_with("application/json;"))
        return fail(Fault::bad_input, "body-not-json");
    ZK_TRY(Mapping mapping, parse_mapping(request.body, Place()));
    ZK_CHECK(served.moving_in.set_mapping(std::move(mapping)));
    return preview_answer(served);
}

Reply run_moving_in(ServedPractice& served, Caller const& caller, http::Request const&)
{
    ZK_CHECK(served.moving_in.begin(caller.who));
    return status_answer(served);
}

Reply list_imports(ServedPractice& served, Caller const&, http::Request const&)
{
    ZK_TRY(auto imports, served.practice.vault().read_practice<care::ImportRecord>());
    std::ranges::sort(
        imports, std::greater(), [](auto const& stored) { return stored.record.started_at.get_or(Instant {}); });
    ordered_json list = ordered_json::array();
    for (auto const& stored : imports) {
        care::ImportState const state = stored.record.state.get_or(care::ImportState::running);
        ordered_json one { { "id", import_id_of(stored.id).text() },
            { "started_at", iso_with_offset(stored.record.started_at.get_or(Instant {})) },
            { "state",
                state == care::ImportState::done         ? "done"
                    : state == care::ImportState::undone ? "undone"
                                                         : "unfinished" } };
        if (auto const& report = stored.record.report.get()) {
            ordered_json kept = ordered_json::parse(*report, nullptr, false);
            if (kept.is_object())
                one["report"] = std::move(kept);
        }
        list.push_back(std::move(one));
    }
    return http::json(200, ordered_json { { "imports", std::move(list) } }.dump());
}

Reply undo_one_import(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    auto const id = ImportId::parse(request.parameter("id"));
    if (!id)
        return fail(Fault::not_found, "import-unknown");
    ZK_TRY(UndoneImport const undone, undo_import(served.practice, served.accounts, caller.who, *id));
    ZK_CHECK(served.patients.refresh());
    ZK_CHECK(served.agenda.refresh());
    return http::json(
        200, ordered_json { { "patients", undone.patients }, { "waiting_rows", undone.waiting_rows } }.dump());
}

} // namespace zk::app
