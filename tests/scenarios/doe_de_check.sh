#!/usr/bin/env bash
# "Doe de check": 19 questions; fresh none is failed by the practice; statements count; the signed report verifies offline.
source tests/scenarios/lib/practice.sh

sample fysio
ZORGKLUIS_DATA=$work/vol zk init --mode test >/dev/null
ZORGKLUIS_DATA=$work/vol zk import "$work/fysio" >/dev/null
ZORGKLUIS_DATA=$work/vol do_check >"$work/second-practice.json"

zk init --mode test >/dev/null
code=0
zk check --json >"$work/fresh.json" || code=$?
expect_equal "19 questions" 19 "$(jq '.questions | length' "$work/fresh.json")"
# Only the machine itself can fail a fresh practice.
jq -e '[.questions[] | select(.state == "failed") | .id] - ["2.1", "2.3"] == []' "$work/fresh.json" >/dev/null \
    || fail "a fresh practice fails: $(jq -c '[.questions[] | select(.state == "failed") | .id]' "$work/fresh.json")"
# What can be measured on the command line is measured now, and proven.
jq -e '[.questions[].evidence[] | select(.state == "proven") | .probe] | contains(["2.3c", "2.4b", "3.4a", "4.1d", "4.2a"])' \
    "$work/second-practice.json" >/dev/null || fail "the measured probes"
failed=$(jq '[.questions[] | select(.state == "failed")] | length' "$work/fresh.json")
expect_equal "exit code" "$((failed > 0 ? 1 : 0))" "$code"

zk check declare 1.2c ja >/dev/null
zk check declare 1.2a ja >/dev/null
do_check --report "$work/report.json" >"$work/second.json"
expect_equal "1.2 is declared" declared "$(jq -r '.questions[] | select(.id == "1.2") | .state' "$work/second.json")"
zk check declare 1.2c nee >/dev/null
zk check --json >"$work/third.json" && fail "a failed question ends with 1"
expect_equal "1.2 is failed" failed "$(jq -r '.questions[] | select(.id == "1.2") | .state' "$work/third.json")"

zk journal export "$work/log" >/dev/null
expect_exit 0 zk verify "$work/report.json" --key "$work/log/log.vkey"
sed 's/"declared"/"proven"/' "$work/report.json" >"$work/forged.json"
expect_exit 1 zk verify "$work/forged.json" --key "$work/log/log.vkey"
