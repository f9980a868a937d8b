// Any bytes as a report of the check, signed with a key that the verifier trusts: a liar who has the key. JSON is
// refused or has one spelling; a report is refused, or its states follow from its evidence.
#include "base/require.hpp"
#include "care/check/report.hpp"
#include "crypto/sign.hpp"

#include <array>

namespace {

zk::crypto::Signer const& signer()
{
    static zk::crypto::Signer const one = [] {
        ZK_REQUIRE(zk::crypto::start().has_value());
        std::array<std::uint8_t, 32> seed {};
        return zk::crypto::Signer::from_seed(*zk::crypto::Key::from(seed));
    }();
    return one;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace zk::care::check;
    static auto const key = *zk::keep::VerifierKey::make("fuzz", signer().public_key());
    auto const json = Json::parse({ reinterpret_cast<char const*>(data), size });
    if (!json)
        return 0;
    ZK_REQUIRE(Json::parse(json->canonical())->canonical() == json->canonical());
    if (!json->object() || json->at("signature"))
        return 0;
    std::string const file
        = sign_report(*json, key, [](std::string_view text) { return zk::keep::sign_note(text, key, signer()); });
    auto const verified = verify_report(file, key);
    if (!verified)
        return 0;
    StateCounts const& counts = verified->counts;
    ZK_REQUIRE(counts.proven + counts.declared + counts.open + counts.failed == 19);
    ZK_REQUIRE((counts.failed > 0) == (verified->headline == State::failed));
    ZK_REQUIRE(verified->sha256 == report_hash(*json));
    return 0;
}
