#!/usr/bin/env bash
# A practice takes the export of its old software and works with it, on the command line.
source tests/scenarios/lib/practice.sh

for dialect in tandarts fysio; do
    export ZORGKLUIS_DATA=$work/$dialect-praktijk
    sample "$dialect"
    zk init --mode test --json >"$work/init.json"
    expect_equal "owner" praktijkhouder "$(jq -r .owner "$work/init.json")"

    zk import "$work/$dialect" --json --report "$work/report.json" >"$work/import.json"
    expect_equal "report and answer" "$(jq -S . "$work/report.json")" "$(jq -S . "$work/import.json")"
    diff <(counts "tests/data/$dialect/expected.json") <(counts "$work/import.json") || fail "counts of $dialect"
    diff <(jq -S '.not_taken | sort' "tests/data/$dialect/expected.json") <(jq -S '.not_taken | sort' "$work/import.json") \
        || fail "what did not come along"
    diff <(jq -S '.problems | sort_by(.file, .row, .reason)' "tests/data/$dialect/expected.json") \
        <(jq -S '.problems | sort_by(.file, .row, .reason)' "$work/import.json") || fail "problems of $dialect"

    # The same folder again changes nothing.
    zk import "$work/$dialect" --json >"$work/again.json"
    expect_equal "second import" "0 0 0 0 0" "$(jq -r \
        '"\(.patients.accepted) \(.patients.merged) \(.patients.quarantined) \(.treatments.accepted) \(.staff.accepted)"' \
        "$work/again.json")"
    zk journal verify >/dev/null
done

export ZORGKLUIS_DATA=$work/tandarts-praktijk
patient=$(id_of akkermans)

# Everyone sees what his role needs; what it does not need is absent.
zk patient show "$patient" --json --as praktijkhouder >"$work/owner.json"
jq -e '.identity.name and .invoices and .appointments and (has("treatments") | not) and (has("notes") | not)
    and (.identity | has("bsn") | not)' "$work/owner.json" >/dev/null || fail "what the owner sees"
receptie=$(zk account list --json | jq -r '.accounts[] | select(.role == "receptie") | .login' | head -1)
zk patient show "$patient" --json --as "$receptie" >"$work/desk.json"
jq -e '.identity.phone or .identity.mobile' "$work/desk.json" >/dev/null || fail "the desk sees a telephone number"
jq -e '.appointments and (has("treatments") or has("notes") or has("alerts") or has("invoices") | not)
    and ([.appointments[] | has("reason")] | any | not)' "$work/desk.json" >/dev/null || fail "what the desk sees"
administratie=$(zk account list --json | jq -r '.accounts[] | select(.role == "administratie") | .login' | head -1)
zk patient show "$patient" --json --as "$administratie" >"$work/office.json"
jq -e '.invoices and .treatments and (has("notes") or has("alerts") or has("appointments") | not)
    and ([.treatments[] | has("note")] | any | not)' "$work/office.json" >/dev/null || fail "what the office sees"

# A BSN only on demand, with a reason, and then in the log.
zk patient show "$patient" --json --as "$administratie" --reveal bsn --reason declaratie >"$work/bsn.json"
jq -e '.identity.bsn | test("^9999[0-9]{5}$")' "$work/bsn.json" >/dev/null || fail "the BSN on demand"
zk patient log "$patient" --json >"$work/log.json"
jq -e '[.lines[].event] | contains(["imported", "searched", "looked", "revealed", "log_read"])' "$work/log.json" >/dev/null \
    || fail "the log of the patient"
expect_exit 3 zk patient log "$patient" --as "$receptie"

# Wrong use is told, with its exit code.
expect_exit 2 zk patient
expect_exit 3 zk patient show nonsense
expect_exit 3 zk patient show 00000000000000000000000000000000
expect_exit 3 zk init --mode test
expect_exit 3 env ZORGKLUIS_DATA="$work/nothing" "$ZORGKLUIS" patient find jansen
printf 'een andere wachtzin\n' >"$work/wrong"
expect_exit 3 env ZORGKLUIS_PASSPHRASE_FILE="$work/wrong" "$ZORGKLUIS" patient find jansen
grep -q "wachtzin past niet" "$work/err" || fail "the message for a wrong passphrase"
expect_exit 2 env -u ZORGKLUIS_PASSPHRASE_FILE "$ZORGKLUIS" patient find jansen </dev/null
