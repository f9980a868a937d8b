#include "keep/journal/checkpoint.hpp"

#include <algorithm>
#include <charconv>

namespace zk::keep {

namespace {

std::string checkpoint_text(TreeHead const& head, std::string const& origin)
{
    return origin + "\n" + std::to_string(head.size) + "\n" + to_base64(head.root) + "\n";
}

// Takes the first line off `text`, without its newline.
std::string_view take_line(std::string_view& text)
{
    auto const end = std::min(text.find('\n'), text.size());
    std::string_view const line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

} // namespace

std::string sign_checkpoint(TreeHead const& head, VerifierKey const& key, crypto::Signer const& signer)
{
    return sign_note(checkpoint_text(head, key.name()), key, signer);
}

Result<TreeHead> open_checkpoint(std::string_view note, VerifierKey const& key)
{
    ZK_TRY(std::string const text, open_note(note, key));
    std::string_view rest = text;
    std::string_view const origin = take_line(rest);
    std::string_view const size = take_line(rest);
    auto const root = from_base64(take_line(rest));
    TreeHead head;
    auto const [end, error] = std::from_chars(size.data(), size.data() + size.size(), head.size);
    if (error != std::errc {} || end != size.data() + size.size() || !root || root->size() != head.root.size())
        return fail(Fault::tampered, "checkpoint-malformed");
    std::ranges::copy(*root, head.root.begin());
    // Anything else that these three lines could have been: another origin, a leading zero, a fourth line.
    if (origin != key.name() || checkpoint_text(head, key.name()) != text)
        return fail(Fault::tampered, "checkpoint-malformed");
    return head;
}

} // namespace zk::keep
