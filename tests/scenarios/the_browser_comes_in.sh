#!/usr/bin/env bash
# The practice is served over https: somebody activates his account, logs in, finds a patient and is locked out again.
source tests/scenarios/lib/practice.sh
source tests/scenarios/lib/server.sh

sample tandarts
zk init --mode test --json >/dev/null
zk import "$work/tandarts" --json >/dev/null
zk account add balie --role receptie --json >/dev/null
code=$(zk account invite balie --json | jq -r .code)

# ask METHOD PATH [JSON]: the status in $status, the answer in $work/answer.
csrf=
ask() {
    local body=()
    [ $# -lt 3 ] || body=(-H 'Content-Type: application/json' --data-binary "$3")
    status=$(curl -sS --cacert "$ZORGKLUIS_DATA/zorgkluis-ca.pem" --tlsv1.3 -b "$work/cookies" -c "$work/cookies" \
        -H "X-Zorgkluis-Csrf: $csrf" -o "$work/answer" -D "$work/head" -w '%{http_code}' -X "$1" "${body[@]}" "$url$2")
}
expect() { [ "$status" = "$1" ] || { cat "$work/answer" >&2; fail "$2: $status instead of $1"; }; }

serve
ask GET /api/health
expect 200 "a sign of life"
grep -qi '^content-security-policy:' "$work/head" || fail "no content security policy"
grep -qi '^strict-transport-security:' "$work/head" || fail "no HSTS"
ask GET /
expect 200 "the page"
ask GET /api/session
expect 401 "a session of nobody"

ask POST /api/activation "{\"login\":\"balie\",\"code\":\"$code\",\"password\":\"vier blauwe olifanten\"}"
expect 200 "activation"
secret=$(jq -r .secret "$work/answer")
ask POST /api/activation/confirm \
    "{\"login\":\"balie\",\"code\":\"$code\",\"second_step\":\"$(oathtool --totp -b "$secret")\"}"
expect 200 "confirmation"
expect_equal "recovery codes" 10 "$(jq '.recovery_codes | length' "$work/answer")"

# A code counts once: the login takes the next one, which counts already.
log_in() {
    ask POST /api/session "{\"login\":\"balie\",\"password\":\"$1\",\"code\":\"$(oathtool --totp -b -N '30 seconds' "$secret")\"}"
}
log_in "een ander wachtwoord"
expect 401 "a wrong password"
log_in "vier blauwe olifanten"
expect 200 "the login"
csrf=$(jq -r .csrf "$work/answer")
ask POST /api/patients/search '{"text":"akkermans"}'
expect 200 "a search"
patient=$(jq -r '.patients[0].id' "$work/answer")
ask GET "/api/patients/$patient"
expect 200 "a patient"
jq -e '.identity.city and (has("notes") or has("treatments") or has("invoices") | not)' "$work/answer" >/dev/null \
    || fail "what the desk sees"
! grep -q 9999 "$work/answer" || fail "a BSN in the page"
ask GET "/api/patients/$patient/log"
expect 403 "the log, for the desk"

# A command beside the server works in the same practice: what it takes in is found here.
sample fysio
ask POST /api/patients/search '{"text":"algra"}'
expect_equal "not yet" 0 "$(jq '.patients | length' "$work/answer")"
zk import "$work/fysio" >/dev/null
ask POST /api/patients/search '{"text":"algra"}'
expect_equal "a patient of the command line" 1 "$(jq '.patients | length' "$work/answer")"

ask POST /api/session/lock
expect 204 "the lock"
ask GET "/api/patients/$patient"
expect 423 "behind the lock"
! grep -qE 'akkermans|balie|olifanten|9999' "$work/serve.log" || fail "a person in the server's log"
fingerprint=$(jq -r .fingerprint "$work/serve.json")
stop

# A restart ends the sessions and keeps the authority.
serve
expect_equal "the authority" "$fingerprint" "$(jq -r .fingerprint "$work/serve.json")"
ask GET /api/session
expect 401 "a session of before"
stop
zk journal verify >/dev/null
expect_exit 2 zk serve --listen nonsense
