#!/usr/bin/env bash
# The demo practice: made from the project's own sample export, with dates around today, and served to the browser.
# $ZORGKLUIS is the binary. demo.sh [--fresh] [--listen ADDRESS:PORT] [--folder FOLDER] [--make-only]
set -euo pipefail
cd "$(dirname "$0")/.."
: "${ZORGKLUIS:?run this by ./dev run}"

demo=build/demo
listen=127.0.0.1:8443
make_only=no
fresh=no
while [ $# -gt 0 ]; do
    case $1 in
        --fresh) fresh=yes ;;
        --folder) demo=${2:?--folder needs a folder}; shift ;;
        --make-only) make_only=yes ;;
        --listen) listen=${2:?--listen needs an address and a port}; shift ;;
        *) echo "usage: ./dev run [--fresh] [--listen ADDRESS:PORT]" >&2; exit 2 ;;
    esac
    shift
done
[ "$fresh" = no ] || rm -rf "$demo"
export ZORGKLUIS_DATA=$demo/praktijk ZORGKLUIS_PASSPHRASE_FILE=$demo/wachtzin
zk() { "$ZORGKLUIS" "$@"; }
title() { printf '\n== %s\n' "$*"; }
logins_of() { zk account list --json | jq -r --arg role "$1" '.accounts[] | select(.role == $role) | .login'; }

# activate LOGIN ROLE: password and second step, as its owner would set them up; kept for the demo alone.
activate() {
    local secret
    zk account invite "$1" --json | jq -r .code >"$demo/code"
    secret=$(zk account activate "$1" --code-file "$demo/code" --password-file "$demo/wachtwoord" --json | jq -r '.secret | gsub(" "; "")')
    zk account confirm "$1" --code-file "$demo/code" --second-step "$(oathtool --totp -b "$secret")" --json >/dev/null
    rm "$demo/code"
    jq -n --arg role "$2" --arg login "$1" --arg secret "$secret" --rawfile password "$demo/wachtwoord" \
        '{role: $role, login: $login, password: ($password | rtrimstr("\n")), secret: $secret}' >>"$demo/accounts"
}

make_practice() {
    local role login
    mkdir -p "$demo"
    umask 077
    printf 'een wachtzin voor de demo\n' >"$ZORGKLUIS_PASSPHRASE_FILE"
    printf 'vier blauwe olifanten\n' >"$demo/wachtwoord"
    tools/sample_dates.sh tests/data/tandarts "$demo/export"
    title "Een nieuwe praktijk, in testmodus"
    zk init --mode test --name "Tandartspraktijk De Linde" --kind tandarts
    title "De export van de oude software overzetten"
    zk import "$demo/export" --report "$demo/import.json"
    title "Voor elke rol een account, met wachtwoord en tweede stap"
    for role in praktijkhouder behandelaar assistent receptie administratie functionaris; do
        [ -n "$(logins_of "$role")" ] || zk account add "$role" --role "$role" >/dev/null
        login=$(logins_of "$role" | tail -1)
        activate "$login" "$role"
        printf '%-16s %s\n' "$role" "$login"
    done
    jq -s . "$demo/accounts" >"$demo/accounts.json"
    rm "$demo/accounts"
}

if [ -f "$demo/accounts.json" ]; then
    title "De demopraktijk staat er al (opnieuw beginnen: ./dev run --fresh)"
else
    rm -rf "$demo"
    make_practice
fi

[ "$make_only" = no ] || exit 0

# Sample patients are invented; one with an allergy, an appointment today and an open invoice.
patient=$(zk patient find akkermans --json | jq -r '.patients[0].id')
for role in receptie behandelaar; do
    title "Dezelfde patiënt, zoals $role hem ziet"
    zk patient show "$patient" --as "$(logins_of "$role" | head -1)"
done
title "Wie deze patiënt inzag"
zk patient log "$patient"
title "Het log nagaan"
zk journal verify
title "Doe de check"
code=0
zk check || code=$?
[ "$code" -le 1 ] || exit "$code" # 1: something is not in order, and the demo shows just that

title "De praktijk in de browser"
printf 'Wachtwoord van alle accounts: %s\n' "$(cat "$demo/wachtwoord")"
printf '%-16s %-24s %-34s %s\n' "rol" "inlognaam" "geheim van de tweede stap" "code nu"
while IFS=$'\t' read -r role login secret; do
    printf '%-16s %-24s %-34s %s\n' "$role" "$login" "$secret" "$(oathtool --totp -b -N '30 seconds' "$secret")"
done < <(jq -r '.[] | [.role, .login, .secret] | @tsv' "$demo/accounts.json")
cat <<END
De code wisselt elke 30 seconden: zet het geheim in een authenticator-app, of vraag hem zo:
  oathtool --totp -b GEHEIM
Op de commandoregel:
  export ZORGKLUIS_DATA=$PWD/$ZORGKLUIS_DATA ZORGKLUIS_PASSPHRASE_FILE=$PWD/$ZORGKLUIS_PASSPHRASE_FILE
  $ZORGKLUIS patient find van

END
exec "$ZORGKLUIS" serve --listen "$listen"
