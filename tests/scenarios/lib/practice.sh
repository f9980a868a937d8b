# What scenarios share: a temporary folder, a passphrase, and words to check with. Sourced, not run.
set -euo pipefail

: "${ZORGKLUIS:?the binary to test}"
case $ZORGKLUIS in /*) ;; *) ZORGKLUIS=$PWD/$ZORGKLUIS ;; esac
root=$PWD
work=$(mktemp -d "${TMPDIR:-/tmp}/zorgkluis-scenario-XXXXXX")
trap 'rm -rf "$work"' EXIT
printf 'een lange wachtzin voor de proef\n' >"$work/passphrase"
export ZORGKLUIS_PASSPHRASE_FILE=$work/passphrase
export ZORGKLUIS_DATA=$work/praktijk

zk() { "$ZORGKLUIS" "$@"; }

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

# expect_exit CODE COMMAND...: the command ends with exactly this exit code.
expect_exit() {
    local wanted=$1 got=0
    shift
    "$@" >"$work/out" 2>"$work/err" || got=$?
    [ "$got" = "$wanted" ] || { cat "$work/out" "$work/err" >&2; fail "exit $got instead of $wanted: $*"; }
}

# do_check ARGUMENT...: the check as JSON; 0 and 1 are answers, anything else is a failure.
do_check() {
    local got=0
    zk check --json "$@" || got=$?
    [ "$got" -le 1 ] || fail "the check ended with $got"
}

# expect_equal WHAT WANTED GOT
expect_equal() { [ "$2" = "$3" ] || fail "$1: expected '$2', got '$3'"; }

# sample NAME: the project's own export with dates around today, in $work/NAME.
sample() { [ -d "$work/$1" ] || tools/sample_dates.sh "tests/data/$1" "$work/$1"; }

# The id of the one patient that a search finds.
id_of() {
    local found
    found=$(zk patient find "$1" --json)
    [ "$(jq '.patients | length' <<<"$found")" = 1 ] || fail "not one patient for a search"
    jq -r '.patients[0].id' <<<"$found"
}

# The part of a report that expected.json speaks of.
counts() { jq -S '{patients, treatments, invoices, appointments, staff}' "$@"; }
