#!/usr/bin/env bash
# The demo practice: made from the project's own sample export, with dates around today. $ZORGKLUIS is the binary.
# demo.sh [--fresh]
set -euo pipefail
cd "$(dirname "$0")/.."
: "${ZORGKLUIS:?run this by ./dev run}"

demo=build/demo
[ "${1:-}" != --fresh ] || rm -rf "$demo"
export ZORGKLUIS_DATA=$demo/praktijk ZORGKLUIS_PASSPHRASE_FILE=$demo/wachtzin
zk() { "$ZORGKLUIS" "$@"; }
title() { printf '\n== %s\n' "$*"; }

if [ ! -d "$ZORGKLUIS_DATA" ]; then
    rm -rf "$demo"
    mkdir -p "$demo"
    (umask 077; printf 'een wachtzin voor de demo\n' >"$ZORGKLUIS_PASSPHRASE_FILE")
    tools/sample_dates.sh tests/data/tandarts "$demo/export"
    title "Een nieuwe praktijk, in testmodus"
    zk init --mode test --name "Tandartspraktijk De Linde" --kind tandarts
    title "De export van de oude software overzetten"
    zk import "$demo/export" --report "$demo/import.json"
else
    title "De demopraktijk staat er al (opnieuw beginnen: ./dev run --fresh)"
fi

# Sample patients are invented; one with an allergy, an appointment today and an open invoice.
patient=$(zk patient find akkermans | awk 'NR == 1 { print $1 }')
account_of() { zk account list | awk -v role="$1" '$3 == role { print $2; exit }'; }
for role in receptie behandelaar; do
    title "Dezelfde patiënt, zoals $role hem ziet"
    zk patient show "$patient" --as "$(account_of $role)"
done
title "Wie deze patiënt inzag"
zk patient log "$patient"
title "Het log nagaan"
zk journal verify
title "Doe de check"
code=0
zk check || code=$?
[ "$code" -le 1 ] || exit "$code" # 1: something is not in order, and the demo shows just that
cat <<END

De demopraktijk staat in $ZORGKLUIS_DATA. Zelf kijken:
  export ZORGKLUIS_DATA=$PWD/$ZORGKLUIS_DATA ZORGKLUIS_PASSPHRASE_FILE=$PWD/$ZORGKLUIS_PASSPHRASE_FILE
  $ZORGKLUIS patient find van
END
