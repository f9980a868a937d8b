#!/usr/bin/env bash
# A row in quarantine is shown, corrected and taken in, with what waited for it; the same export later changes nothing.
source tests/scenarios/lib/practice.sh

sample tandarts
zk init --mode test >/dev/null
zk import "$work/tandarts" --json >"$work/import.json"
zk quarantine list --json >"$work/list.json"
waiting=$(jq '[.patients, .treatments, .invoices, .appointments] | map(.quarantined) | add' "$work/import.json")
expect_equal "waiting rows" "$waiting" "$(jq '.rows | length' "$work/list.json")"

row=$(jq -r '[.rows[] | select(.reason == "impossible_birth_date")][0].id' "$work/list.json")
zk quarantine show "$row" --json | jq -e '.fields | length > 5' >/dev/null || fail "the row as it stood in the export"
expect_exit 2 zk quarantine correct "$row" --set no_such_column=1
zk quarantine correct "$row" --set birth_date=1980-03-02 --json >"$work/corrected.json"
jq -e '.accepted >= 1 and .still_waiting == 0' "$work/corrected.json" >/dev/null || fail "the corrected row came in"
taken=$(jq .accepted "$work/corrected.json")
expect_equal "fewer wait" "$((waiting - taken))" "$(zk quarantine list --json | jq '.rows | length')"
expect_equal "he is found" 1 "$(zk patient find '02-03-1980' --json | jq '.patients | length')"

# Still wrong: it waits again.
row=$(zk quarantine list --json | jq -r '[.rows[] | select(.reason == "no_name")][0].id')
zk quarantine correct "$row" --set city=Utrecht --json >"$work/again.json"
expect_equal "nothing accepted" 0 "$(jq .accepted "$work/again.json")"
expect_equal "as many wait" "$((waiting - taken))" "$(zk quarantine list --json | jq '.rows | length')"

zk import "$work/tandarts" --json >"$work/later.json"
expect_equal "the same export later" "0 0" "$(jq -r '"\(.patients.accepted) \(.patients.quarantined)"' "$work/later.json")"
zk repair rights >/dev/null
zk journal verify >/dev/null
