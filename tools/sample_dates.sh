#!/usr/bin/env bash
# sample_dates: writes a sample export with real dates, so that its practice always lives today.
# Used by the demo and the tests. {{d:-30}} becomes DD-MM-YYYY, {{i:-30}} YYYY-MM-DD, counted from the given day (default today in Amsterdam).
# Bytes that are no placeholder come out as they went in, whatever their encoding.
set -euo pipefail
export LC_ALL=C

if [ $# -lt 2 ] || [ $# -gt 3 ]; then
    echo "use: $0 FROM_DIR TO_DIR [YYYY-MM-DD]" >&2
    exit 2
fi
from=$1
to=$2
today=${3:-$(TZ=Europe/Amsterdam date +%F)}

if [[ ! $today =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}$ ]] || ! date -d "$today" >/dev/null 2>&1; then
    echo "$0: not a date: $today" >&2
    exit 2
fi
if [ "$(realpath -m "$from")" = "$(realpath -m "$to")" ]; then
    echo "$0: FROM_DIR and TO_DIR are the same folder" >&2
    exit 2
fi
shopt -s nullglob
files=("$from"/*.csv)
if [ ${#files[@]} -eq 0 ]; then
    echo "$0: no .csv file in $from" >&2
    exit 2
fi
mkdir -p "$to"
if [ -n "$(ls -A "$to")" ]; then
    echo "$0: $to is not empty" >&2
    exit 2
fi

# Day numbers and dates of the proleptic Gregorian calendar; years count from 1 March, so a leap day comes last.
# shellcheck disable=SC2016
TO_DIR=$to awk -v today="$today" '
function day_number(y, m, d) {
    if (m <= 2) { y--; m += 12 }
    return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * (m - 3) + 2) / 5) + d - 1
}
function date_text(number, form,    y, rest, m, d) {
    y = int((number + 1) / 365.2425)
    while (day_number(y + 1, 3, 1) <= number) y++
    while (day_number(y, 3, 1) > number) y--
    rest = number - day_number(y, 3, 1)
    m = int((5 * rest + 2) / 153)
    d = rest - int((153 * m + 2) / 5) + 1
    m += 3
    if (m > 12) { m -= 12; y++ }
    return form == "d" ? sprintf("%02d-%02d-%04d", d, m, y) : sprintf("%04d-%02d-%02d", y, m, d)
}
BEGIN {
    split(today, part, "-")
    now = day_number(part[1] + 0, part[2] + 0, part[3] + 0)
}
FNR == 1 {
    if (out != "") close(out)
    name = FILENAME
    sub(/^.*\//, "", name)
    out = ENVIRON["TO_DIR"] "/" name
    printf "" > out
}
{
    rest = $0
    line = ""
    while (match(rest, /[{][{][di]:[-+]?[0-9]+[}][}]/)) {
        offset = substr(rest, RSTART + 4, RLENGTH - 6)
        line = line substr(rest, 1, RSTART - 1) date_text(now + offset, substr(rest, RSTART + 2, 1))
        rest = substr(rest, RSTART + RLENGTH)
    }
    if (index(rest, "{{")) {
        printf "sample_dates: %s line %d: a placeholder that is none\n", name, FNR > "/dev/stderr"
        exit 2
    }
    print line rest > out
}' "${files[@]}"
