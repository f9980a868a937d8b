// sealing_for_tests: leave to encode and decode records without a vault, for tests of catalogue/ only.
// Used by the tests of catalogue/: it stands in for keep::JournalCodec, one of the two that may make a SealingAccess.
// Always: never linked into a program together with keep/.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "catalogue/record.hpp"

namespace zk::keep {

class JournalCodec {
public:
    static catalogue::SealingAccess access() { return {}; }
};

} // namespace zk::keep
