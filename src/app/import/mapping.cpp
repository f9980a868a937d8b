#include "app/import/mapping.hpp"

#include "base/limits.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace zk::app {

namespace {

// Keeps the order of the file, so that a proposal reads like the export.
using Json = nlohmann::ordered_json;

constexpr std::string_view k_format = "zorgkluis-mapping/1";
constexpr std::string_view k_kind_ignored = "ignored";
constexpr std::size_t k_depth_max = 4;
// As much of a key as an error repeats.
constexpr std::size_t k_shown_bytes_max = 64;

// Parses, and refuses a key that stands twice in one object: only one of them would have counted.
class StrictParser {
public:
    [[nodiscard]] Result<Json> parse(std::string_view text, Place const& where)
    {
        auto const watch
            = [this](int depth, Json::parse_event_t event, Json& value) { return look(depth, event, value); };
        Json json = Json::parse(text, watch, false);
        if (m_too_deep)
            return fail(Fault::bad_input, "mapping-too-deep", where);
        if (json.is_discarded())
            return fail(Fault::bad_input, "mapping-not-json", where);
        if (m_twice)
            return fail(Fault::bad_input, "mapping-key-twice", where);
        return json;
    }

private:
    bool look(int depth, Json::parse_event_t event, Json const& value)
    {
        m_too_deep = m_too_deep || static_cast<std::size_t>(depth) > k_depth_max;
        if (m_too_deep)
            return false;
        if (event == Json::parse_event_t::object_start)
            m_keys.emplace_back();
        if (event == Json::parse_event_t::object_end)
            m_keys.pop_back();
        if (event == Json::parse_event_t::key)
            m_twice = !m_keys.back().insert(value.get<std::string>()).second || m_twice;
        return true;
    }

    std::vector<std::set<std::string>> m_keys;
    bool m_twice = false;
    bool m_too_deep = false;
};

// The mapping's own words, as an error repeats them.
Place beside(Place const& where, std::string_view what, std::string_view word)
{
    return Place::path(
        where.text() + " " + std::string(what) + " \"" + std::string(word.substr(0, k_shown_bytes_max)) + "\"");
}

Result<> expect_keys(Json const& object, std::initializer_list<std::string_view> known, Place const& where)
{
    if (!object.is_object())
        return fail(Fault::bad_input, "mapping-not-an-object", where);
    for (auto const& [key, value] : object.items())
        if (std::ranges::find(known, key) == known.end())
            return fail(Fault::bad_input, "mapping-unknown-field", beside(where, "field", key));
    return {};
}

Result<std::string> text_of(Json const& object, std::string const& key, Place const& where)
{
    auto const found = object.find(key);
    if (found == object.end() || !found->is_string() || found->get_ref<std::string const&>().empty())
        return fail(Fault::bad_input, "mapping-text-missing", beside(where, "field", key));
    return found->get<std::string>();
}

Result<std::vector<std::string>> texts_of(Json const& object, std::string const& key, Place const& where)
{
    std::vector<std::string> out;
    auto const found = object.find(key);
    if (found == object.end())
        return out;
    if (!found->is_array())
        return fail(Fault::bad_input, "mapping-not-a-list", beside(where, "field", key));
    for (Json const& item : *found) {
        if (!item.is_string())
            return fail(Fault::bad_input, "mapping-not-a-text", beside(where, "field", key));
        out.push_back(item.get<std::string>());
    }
    return out;
}

Result<std::vector<MappedColumn>> columns_of(Json const& object, RowKind kind, Place const& where)
{
    std::vector<MappedColumn> out;
    auto const found = object.find("columns");
    if (found == object.end())
        return out;
    if (!found->is_object())
        return fail(Fault::bad_input, "mapping-not-an-object", beside(where, "field", "columns"));
    ColumnSet seen;
    for (auto const& [header, meaning] : found->items()) {
        Place const here = beside(where, "column", header);
        if (!meaning.is_string())
            return fail(Fault::bad_input, "mapping-not-a-text", here);
        auto const column = column_of(meaning.get_ref<std::string const&>());
        if (!column)
            return fail(Fault::bad_input, "mapping-unknown-column", here);
        if (!belongs_to(*column, kind))
            return fail(Fault::bad_input, "mapping-column-of-another-kind", here);
        if (seen.test(index_of(*column)) && !may_repeat(*column))
            return fail(Fault::bad_input, "mapping-column-twice", here);
        seen.set(index_of(*column));
        out.push_back({ header, *column });
    }
    return out;
}

Result<MappedFile> file_of(Json const& object, Place const& where)
{
    ZK_CHECK(expect_keys(object, { "file", "kind", "columns", "ignored", "guessed" }, where));
    ZK_TRY(std::string file, text_of(object, "file", where));
    Place const here = beside(where, "file", file);
    ZK_TRY(std::string const kind, text_of(object, "kind", here));
    MappedFile out { std::move(file), row_kind_of(kind), {}, {}, {} };
    if (!out.kind && kind != k_kind_ignored)
        return fail(Fault::bad_input, "mapping-unknown-kind", here);
    if (!out.kind) {
        ZK_CHECK(expect_keys(object, { "file", "kind" }, here));
        return out;
    }
    ZK_TRY(out.columns, columns_of(object, *out.kind, here));
    ZK_TRY(out.ignored, texts_of(object, "ignored", here));
    ZK_TRY(out.guessed, texts_of(object, "guessed", here));
    for (MappedColumn const& column : out.columns)
        if (std::ranges::find(out.ignored, column.header) != out.ignored.end())
            return fail(Fault::bad_input, "mapping-column-used-and-ignored", beside(here, "column", column.header));
    return out;
}

} // namespace

Result<Mapping> parse_mapping(std::string_view json, Place const& where)
{
    if (json.size() > k_mapping_file_bytes_max)
        return fail(Fault::bad_input, "mapping-too-large", where);
    StrictParser parser;
    ZK_TRY(Json const root, parser.parse(json, where));
    ZK_CHECK(expect_keys(root, { "format", "files" }, where));
    ZK_TRY(std::string const format, text_of(root, "format", where));
    if (format != k_format)
        return fail(Fault::bad_input, "mapping-unknown-format", where);
    auto const files = root.find("files");
    if (files == root.end() || !files->is_array())
        return fail(Fault::bad_input, "mapping-not-a-list", beside(where, "field", "files"));
    Mapping out;
    for (Json const& item : *files) {
        ZK_TRY(MappedFile file, file_of(item, where));
        if (std::ranges::find(out.files, file.file, &MappedFile::file) != out.files.end())
            return fail(Fault::bad_input, "mapping-file-twice", beside(where, "file", file.file));
        out.files.push_back(std::move(file));
    }
    return out;
}

std::string write_mapping(Mapping const& mapping)
{
    Json files = Json::array();
    for (MappedFile const& file : mapping.files) {
        Json entry;
        entry["file"] = file.file;
        entry["kind"] = file.kind ? key_of(*file.kind).text() : k_kind_ignored;
        if (file.kind) {
            Json columns = Json::object();
            for (MappedColumn const& column : file.columns)
                columns[column.header] = key_of(column.column).text();
            entry["columns"] = std::move(columns);
            entry["ignored"] = file.ignored;
            entry["guessed"] = file.guessed;
        }
        files.push_back(std::move(entry));
    }
    Json root;
    root["format"] = k_format;
    root["files"] = std::move(files);
    // A file name need not be UTF-8, JSON must be.
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace zk::app
