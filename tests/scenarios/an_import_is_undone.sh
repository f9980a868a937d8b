#!/usr/bin/env bash
# An import can be taken back as a whole, and done again.
source tests/scenarios/lib/practice.sh

sample fysio
zk init --mode test >/dev/null
zk import "$work/fysio" --json >"$work/import.json"
import=$(jq -r .import "$work/import.json")
expect_exit 3 zk import --undo 00000000000000000000000000000000
zk import --undo "$import" --json >"$work/undone.json"
expect_equal "patients gone" "$(jq .patients.accepted "$work/import.json")" "$(jq .patients "$work/undone.json")"
expect_equal "nobody is found" 0 "$(zk patient find van --json | jq '.patients | length')"
expect_equal "only the owner is left" 1 "$(zk account list --json | jq '.accounts | length')"
expect_exit 3 zk import --undo "$import"
zk import "$work/fysio" --json >"$work/again.json"
diff <(counts "$work/import.json") <(counts "$work/again.json") || fail "the second time"
zk journal verify >/dev/null
