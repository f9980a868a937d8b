#!/usr/bin/env bash
# The default mode is production: it takes no BSN of the 9999-range, and no short passphrase.
source tests/scenarios/lib/practice.sh

printf 'kort\n' >"$work/short"
expect_exit 3 env ZORGKLUIS_PASSPHRASE_FILE="$work/short" "$ZORGKLUIS" init
[ ! -e "$ZORGKLUIS_DATA" ] || fail "a refused init left a folder"
zk init --json >"$work/init.json"
expect_equal "mode" production "$(jq -r .mode "$work/init.json")"
sample fysio
expect_exit 3 zk import "$work/fysio"
grep -q "test-patients-in-production" "$work/err" || fail "the reason"
expect_equal "nobody came in" 0 "$(zk patient find a --json | jq '.patients | length')"
