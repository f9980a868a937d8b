// Any bytes as what comes through the local socket: refused, or written back as the same command.
#include "app/socket/message.hpp"
#include "base/require.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    auto const message = zk::app::parse_message({ data, size });
    if (!message)
        return 0;
    ZK_REQUIRE(message->folder.starts_with('/') && !message->arguments.empty());
    auto const written = zk::app::write_message(*message);
    ZK_REQUIRE(written);
    auto const again = zk::app::parse_message(*written);
    ZK_REQUIRE(again && again->arguments == message->arguments && again->folder == message->folder
        && again->variables == message->variables && again->passphrase == message->passphrase);
    return 0;
}
