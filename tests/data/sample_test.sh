#!/usr/bin/env bash
# sample_test: the sample exports hold invented people only, and the two tools that dress them change nothing else.
set -euo pipefail
export LC_ALL=C
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

failures=0
check() { # check WHAT COMMAND...
    local what=$1
    shift
    if "$@"; then echo "ok      $what"; else echo "FAILED  $what"; failures=$((failures + 1)); fi
}
refuses() { ! "$@" >/dev/null 2>&1; }
same_files() { diff -r "$1" "$2" >/dev/null; }

# Every tenth day of 25 years, forth and back, beside the dates of the system.
mkdir days
for offset in $(seq -8200 10 900); do printf '{{i:%+d}};{{d:%d}}\r\n' "$offset" "$offset"; done >days/days.csv
"$root/tools/sample_dates.sh" days dated 2026-11-22
for offset in $(seq -8200 10 900); do echo "2026-11-22 UTC $offset days"; done | date -u -f - +%F\;%d-%m-%Y | sed 's/$/\r/' >expected_days.csv
check "dates are those of the calendar" cmp -s dated/days.csv expected_days.csv
mkdir wrong && echo '{{x:-3}}' >wrong/wrong.csv
check "a wrong placeholder is refused" refuses "$root/tools/sample_dates.sh" wrong wrong_out
check "an impossible day is refused" refuses "$root/tools/sample_dates.sh" days out 2026-02-30
check "a folder in use is refused" refuses "$root/tools/sample_dates.sh" days dated

eleven_check() { # the numbers that pass
    awk '{ sum = 0; for (i = 1; i <= 8; i++) sum += (10 - i) * substr($1, i, 1); if ((sum - substr($1, 9, 1)) % 11 == 0) print }'
}
# The bodies of all files, cut at separators and line ends: what may change places, yet not itself.
pieces() { for file in "$1"/*.csv; do tail -n +2 "$file"; done | tr ';,\r\n' '\n\n\n\n' | sort; }

for practice in tandarts fysio; do
    source=$root/tests/data/$practice
    "$root/tools/sample_dates.sh" "$source" "$practice"
    check "$practice: no placeholder is left" refuses grep -q '{{' "$practice"/*.csv
    case $practice in
    tandarts) cut -d';' -f1,2 "$source/patienten.csv" | grep -aE '^[0-9]{5};' | cut -d';' -f2 >bsn ;;
    fysio) cut -d, -f1,8 "$source/clienten.csv" | grep -aE '^[0-9]{6},' | cut -d, -f2 >bsn ;;
    esac
    number() { grep -o "\"$1\": [0-9]*" "$source/expected.json" | head -1 | grep -o '[0-9]*$'; }
    check "$practice: every patient is counted" [ "$(wc -l <bsn)" -eq "$(number rows)" ]
    check "$practice: every BSN is in the test range" refuses grep -vqE '^9999[0-9]{5}$' bsn
    check "$practice: as many fail the 11-check as expected" [ "$(($(wc -l <bsn) - $(eleven_check <bsn | wc -l)))" -eq "$(number without_bsn)" ]
    for mode in A B; do
        "$root/tools/sample_variants.sh" "$practice" "$practice$mode" 11 "$mode"
        "$root/tools/sample_variants.sh" "$practice" "$practice$mode.again" 11 "$mode"
        pieces "$practice" >before
        pieces "$practice$mode" >after
        check "$practice $mode: nothing is lost in shuffling" cmp -s before after
        check "$practice $mode: the same seed gives the same files" same_files "$practice$mode" "$practice$mode.again"
    done
    "$root/tools/sample_variants.sh" "$practice" "$practice.other" 12 A
    check "$practice: another seed gives other files" refuses same_files "$practice"A "$practice.other"
done
exit $((failures > 0))
