#!/usr/bin/env bash
# One person who stood twice in the export was merged; taken apart again, each number finds its own patient.
source tests/scenarios/lib/practice.sh

mkdir "$work/export"
cat >"$work/export/patienten.csv" <<'END'
patientnr;BSN;achternaam;voorletters;geslacht;geboortedatum;plaats
101;999990019;Lindeboom;A.;V;01-02-1980;Oudewater
102;999990019;Lindeboom;A.;V;01-02-1980;Woerden
END
cat >"$work/export/behandelingen.csv" <<'END'
regelnr;patientnr;datum;behandelaar;prestatiecode;omschrijving
1;101;01-10-2025;EV;C002;Controle
2;102;02-10-2025;JB;M03;Reiniging
END
zk init --mode test >/dev/null
zk import "$work/export" --json >"$work/import.json"
expect_equal "merged" 1 "$(jq .patients.merged "$work/import.json")"
first=$(id_of 101)
expect_equal "both numbers find one" "$first" "$(id_of 102)"

zk account add balie --role receptie >/dev/null
expect_exit 3 zk patient unmerge "$first" --number 102 --as balie
expect_exit 3 zk patient unmerge "$first" --number 101
expect_exit 2 zk patient unmerge "$first"
zk patient unmerge "$first" --number 102 --json >"$work/unmerged.json"
second=$(jq -r .new_id "$work/unmerged.json")
expect_equal "what moved" 1 "$(jq .moved.treatments "$work/unmerged.json")"
expect_equal "the first number" "$first" "$(id_of 101)"
expect_equal "the second number" "$second" "$(id_of 102)"
expect_equal "the BSN" "$first" "$(id_of 999990019)"
expect_equal "where the second lives" Woerden "$(zk patient show "$second" --json | jq -r .identity.city)"
for patient in "$first" "$second"; do
    zk patient log "$patient" --json | jq -e '[.lines[].event] | index("unmerged")' >/dev/null || fail "no line in the log"
done

expect_exit 3 zk patient unmerge "$first" --number 102
grep -q number-not-merged "$work/err" || fail "the second time says what is wrong"
expect_equal "the same export later" null "$(zk import "$work/export" --json | jq .import)"
zk journal verify >/dev/null
