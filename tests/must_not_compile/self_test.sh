#!/usr/bin/env bash
# Shows on planted cases that run.sh accepts what it should, and refuses the rest for the right reason.
set -euo pipefail
readonly compiler=$1
here=$(dirname "${BASH_SOURCE[0]}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

# check NAME EXPECTED < case: "ok", or a part of what run.sh must say.
check() {
    local name=$1 expected=$2 said status=0
    cat >"$scratch/case.cpp"
    said=$(bash "$here/run.sh" "$compiler" "$scratch/case.cpp" 2>&1) || status=$?
    if [[ $expected == ok ]]; then
        [[ $status == 0 ]] && return
    else
        [[ $status == 1 && $said == *"$expected"* ]] && return
    fi
    printf 'self test "%s": expected "%s", got status %d and:\n%s\n' "$name" "$expected" "$status" "$said" >&2
    failures=$((failures + 1))
}

check "a good case" ok <<'END'
// expect: deleted function
struct Secret { Secret() = default; Secret(Secret const&) = delete; };
Secret one;
#ifdef MUST_NOT_COMPILE
Secret const two = one;
#else
Secret const& two = one;
#endif
END

check "a promise broken only where a template is made" ok <<'END'
// expect: only numbers
template<typename T> int twice(T value) { static_assert(sizeof(T) == 4, "only numbers"); return 2 * static_cast<int>(value); }
#ifdef MUST_NOT_COMPILE
int number() { return twice('x'); }
#else
int number() { return twice(21); }
#endif
END

check "a result that is dropped" ok <<'END'
// expect: nodiscard
[[nodiscard]] int look();
void drop()
{
#ifdef MUST_NOT_COMPILE
    look();
#else
    [[maybe_unused]] int const seen = look();
#endif
}
END

check "it compiles" "it compiles, and must not" <<'END'
// expect: anything
#ifdef MUST_NOT_COMPILE
int one = 1;
#else
int one = 2;
#endif
END

check "the twin is broken too" "the twin does not compile" <<'END'
// expect: nowhere
#ifdef MUST_NOT_COMPILE
int one = nowhere;
#else
int one = nowhere_else;
#endif
END

check "another reason" "another reason than 'deleted function'" <<'END'
// expect: deleted function
#ifdef MUST_NOT_COMPILE
int one = nowhere;
#else
int one = 1;
#endif
END

check "more than one line" "exactly one line" <<'END'
// expect: nowhere
#ifdef MUST_NOT_COMPILE
int one = 1;
int two = nowhere;
#else
int one = 1;
#endif
END

check "no twin" "needs one #ifdef" <<'END'
// expect: nowhere
#ifdef MUST_NOT_COMPILE
int one = nowhere;
#endif
END

check "no expectation" "needs one line '// expect: text'" <<'END'
#ifdef MUST_NOT_COMPILE
int one = nowhere;
#else
int one = 1;
#endif
END

exit "$((failures > 0))"
