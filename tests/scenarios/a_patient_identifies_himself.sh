#!/usr/bin/env bash
# At the desk: kind and number of the document and the BSN are recorded, by hand-in only; nobody gets another's BSN.
source tests/scenarios/lib/practice.sh

mkdir "$work/export"
cat >"$work/export/patienten.csv" <<'END'
patientnr;BSN;achternaam;voorletters;geslacht;geboortedatum;plaats
101;999990018;Lindeboom;A.;V;01-02-1980;Oudewater
102;999971013;Waterhuis;B.;M;03-04-1970;Woerden
END
zk init --mode test >/dev/null
zk import "$work/export" --json >"$work/import.json"
expect_equal "without BSN" 1 "$(jq .patients.without_bsn "$work/import.json")"
zk account add balie --role receptie >/dev/null
zk account add kantoor --role administratie >/dev/null
patient=$(id_of Lindeboom)

# identify ACCOUNT ARGUMENT...
identify() { zk patient identify "$patient" --document paspoort --json --as "$@"; }

expect_exit 2 identify balie </dev/null
grep -q identity-lines-needed "$work/err" || fail "without a terminal nothing is asked"
printf 'number: SPECI2014\nbsn: 999990018\n' >"$work/lines"
expect_exit 3 identify balie --from "$work/lines"
grep -q bsn-check-failed "$work/err" || fail "the 11-check"
printf 'number: SPECI2014\nbsn: 999971013\n' >"$work/lines"
expect_exit 3 identify balie --from "$work/lines"
grep -q bsn-of-another-patient "$work/err" || fail "the BSN of another"
grep -q 999971013 "$work/err" && fail "an error holds a BSN"
expect_exit 2 zk patient identify "$patient" --document bibliotheekpas --from "$work/lines"

printf 'number: SPECI2014\nbsn: 999990019\n' >"$work/lines"
expect_exit 3 identify kantoor --from "$work/lines"
identify balie --from - <"$work/lines" >"$work/done.json"
expect_equal "what became of it" "taken closed sbvz-no-certificate" \
    "$(jq -r '"\(.bsn) \(.task) \(.sbvz_not_asked)"' "$work/done.json")"
expect_equal "found by his BSN" "$patient" "$(id_of 999990019)"

# The office sees the document, the desk on demand.
zk patient show "$patient" --as kantoor --json | jq -e '.identity
    | .document_kind == "paspoort" and .document_number == "SPECI2014" and .document_checked_by == "balie"
      and has("document_checked_on")' >/dev/null || fail "what administratie sees"
zk patient show "$patient" --as balie --json | jq -e '.identity | has("document_kind") | not' >/dev/null \
    || fail "the desk sees it on demand only"
zk patient show "$patient" --as balie --reveal document --reason identificatie --json \
    | jq -e '.identity | .document_kind == "paspoort" and (has("bsn") | not)' >/dev/null || fail "what the desk is shown"

zk patient log "$patient" --json | jq -e '[.lines[].event] | contains(["revealed", "patient_changed", "refused"])' \
    >/dev/null || fail "the lines in the log"
zk journal verify >/dev/null
