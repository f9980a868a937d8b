#include "app/socket/message.hpp"

#include "app/passphrase.hpp"

namespace zk::app {

namespace {

// Another order or another field is another format.
constexpr std::string_view k_format = "zorgkluis-command/1";

std::unexpected<Error> malformed()
{
    return fail(Fault::bad_input, "message-malformed");
}

// What comes out is handed to system calls: a zero in it would cut it off.
Result<std::string> text(Reader& in)
{
    auto const bytes = in.sized();
    if (!bytes || as_text(*bytes).contains('\0'))
        return malformed();
    return std::string(as_text(*bytes));
}

Result<std::uint64_t> count(Reader& in, std::uint64_t smallest, std::uint64_t largest)
{
    auto const out = in.varint();
    if (!out || *out < smallest || *out > largest)
        return malformed();
    return *out;
}

Result<> parse_into(CommandMessage& out, Reader& in)
{
    ZK_TRY(std::uint64_t arguments, count(in, 1, k_message_arguments_max));
    for (; arguments > 0; --arguments) {
        ZK_TRY(std::string argument, text(in));
        out.arguments.push_back(std::move(argument));
    }
    ZK_TRY(out.folder, text(in));
    if (!out.folder.starts_with('/'))
        return malformed();
    ZK_TRY(std::uint64_t variables, count(in, 0, k_message_variables_max));
    for (; variables > 0; --variables) {
        ZK_TRY(std::string name, text(in));
        ZK_TRY(std::string value, text(in));
        if (!name.starts_with(k_message_variable_prefix) || !out.variables.try_emplace(name, std::move(value)).second)
            return malformed();
    }
    auto const passphrase = in.sized();
    if (!passphrase || !in.at_end())
        return malformed();
    out.passphrase = as_text(*passphrase);
    return {};
}

} // namespace

CommandMessage::~CommandMessage()
{
    wipe_text(passphrase);
}

Result<Bytes> write_message(CommandMessage const& message)
{
    Writer out;
    out.sized(k_format).varint(message.arguments.size());
    for (std::string const& argument : message.arguments)
        out.sized(argument);
    out.sized(message.folder).varint(message.variables.size());
    for (auto const& [name, value] : message.variables)
        out.sized(name).sized(value);
    out.sized(message.passphrase);
    if (out.size() > k_message_bytes_max || message.arguments.size() > k_message_arguments_max
        || message.variables.size() > k_message_variables_max)
        return fail(Fault::wrong_use, "command-too-long");
    return out.take();
}

Result<CommandMessage> parse_message(ByteView bytes)
{
    if (bytes.size() > k_message_bytes_max)
        return malformed();
    Reader in(bytes);
    auto const format = in.sized();
    if (!format)
        return malformed();
    if (as_text(*format) != k_format)
        return fail(Fault::bad_input, "message-of-another-version");
    CommandMessage out;
    ZK_CHECK(parse_into(out, in));
    return out;
}

} // namespace zk::app
