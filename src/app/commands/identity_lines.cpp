#include "app/commands/identity_lines.hpp"

#include "base/text.hpp"

namespace zk::app {

Result<IdentityLines> read_identity_lines(std::string_view text)
{
    std::optional<std::string_view> number;
    std::optional<std::string_view> bsn;
    for (std::uint64_t row = 1; !text.empty(); ++row) {
        std::size_t const end = std::min(text.find('\n'), text.size());
        std::string_view const line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty())
            continue;
        std::size_t const colon = std::min(line.find(':'), line.size());
        std::string_view const key = trim(line.substr(0, colon));
        auto* const value = key == "number" ? &number : key == "bsn" ? &bsn : nullptr;
        if (value == nullptr || colon == line.size())
            return fail(Fault::bad_input, "identity-line-unknown", Place::of("regel").number(row));
        if (*value)
            return fail(Fault::bad_input, "identity-line-twice", Place::of("regel").number(row));
        *value = trim(line.substr(colon + 1));
    }
    return identity_of(number.value_or(""), bsn.value_or(""));
}

Result<IdentityLines> identity_of(std::string_view number, std::string_view bsn)
{
    ZK_TRY(auto document, care::DocumentNumber::parse(number));
    IdentityLines out { std::move(document), std::nullopt };
    if (!trim(bsn).empty()) {
        ZK_TRY(out.bsn, Bsn::parse(bsn));
    }
    return out;
}

} // namespace zk::app
