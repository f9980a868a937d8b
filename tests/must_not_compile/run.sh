#!/usr/bin/env bash
# run.sh COMPILER CASE: one promise of the types, from the source root. A case is a source with
#     // expect: a part of the compiler's message
#     #ifdef MUST_NOT_COMPILE
#     the line that must not compile
#     #else
#     its twin, which must
#     #endif
# so both differ in that one line, and nothing else can be the reason.
set -euo pipefail
readonly compiler=$1 case=$2

fail() {
    printf '%s: %s\n' "$case" "$1" >&2
    exit 1
}

compile() { LC_ALL=C "$compiler" -std=c++23 -fsyntax-only -Wall -Wextra -Werror=unused-result -Isrc "$@" "$case" 2>&1; }

# A case without any directive is told below, so finding none is no error here.
directives=$(grep -nE '^[[:space:]]*#[[:space:]]*(if|ifdef|ifndef|elif|else|endif)\b' "$case" | tr -d ' ' || true)
shape=$(cut -d: -f2- <<<"$directives" | tr '\n' ' ')
[[ $shape == '#ifdefMUST_NOT_COMPILE #else #endif ' ]] || fail "needs one #ifdef MUST_NOT_COMPILE / #else / #endif"
mapfile -t at < <(cut -d: -f1 <<<"$directives")
[[ $((at[1] - at[0])) == 2 && $((at[2] - at[1])) == 2 ]] || fail "the case and its twin must differ in exactly one line"

expected=$(sed -n 's|^// expect: ||p' "$case")
[[ -n $expected && $(wc -l <<<"$expected") == 1 ]] || fail "needs one line '// expect: text'"

said=$(compile) || fail "the twin does not compile:
$said"
! said=$(compile -DMUST_NOT_COMPILE) || fail "it compiles, and must not"
grep -qF -- "$expected" <<<"$said" || fail "it fails for another reason than '$expected':
$said"
