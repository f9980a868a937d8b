#!/usr/bin/env bash
# An import that is killed, or finds the disk full, goes on from where it was; nothing is lost, nothing twice.
source tests/scenarios/lib/practice.sh
source tests/scenarios/lib/server.sh

sample tandarts
expected=$(counts tests/data/tandarts/expected.json)

# Killed at several moments.
for hundredths in 05 15 25 35 45 60 75 90; do
    export ZORGKLUIS_DATA=$work/killed-$hundredths
    zk init --mode test >/dev/null
    # The binary itself, not a function of the shell: the kill must reach it.
    "$ZORGKLUIS" import "$work/tandarts" --json >/dev/null 2>&1 &
    victim=$!
    sleep "0.$hundredths"
    # It may have finished just before, and a killed one ends with 137: both are what this tries.
    if kill -0 "$victim" 2>/dev/null; then kill -9 "$victim"; fi
    expect_end "$victim" 0 137
    zk import "$work/tandarts" --json >"$work/second.json"
    zk import "$work/tandarts" --json >"$work/third.json"
    expect_equal "third import after a kill" 0 "$(jq .patients.accepted "$work/third.json")"
    zk journal verify >/dev/null
    # The one that goes on tells the counts of the whole; one that came after a finished import finds nothing new.
    if [ "$(jq .continued "$work/second.json")" = true ] || [ "$(jq .patients.accepted "$work/second.json")" != 0 ]; then
        diff <(echo "$expected" | jq -S 'del(.staff)') <(counts "$work/second.json" | jq -S 'del(.staff)') || fail "counts after a kill"
    fi
    expect_equal "a patient after a kill" 1 "$(zk patient find akkermans --json | jq '.patients | length')"
done

# A full disk: files may not grow beyond some limit. Then there is room again.
full=0
for blocks in 40 80 120 200; do
    export ZORGKLUIS_DATA=$work/full-$blocks
    zk init --mode test >/dev/null
    (ulimit -f "$blocks"; zk import "$work/tandarts" --json >"$work/full.json" 2>"$work/full.err") && continue
    full=$((full + 1))
    grep -qE "schijf|disk" "$work/full.err" || { cat "$work/full.err" >&2; fail "the message for a full disk"; }
    zk import "$work/tandarts" --json >"$work/second.json"
    zk import "$work/tandarts" --json >"$work/third.json"
    expect_equal "third import after a full disk" 0 "$(jq .patients.accepted "$work/third.json")"
    zk journal verify >/dev/null
done
[ "$full" -gt 0 ] || fail "no limit was small enough to fill the disk"
