#!/usr/bin/env bash
# Two larger exports, of 4,000 and 600 patients, where they are at hand beside the project: the counts are right, also
# when files and columns are renamed and shuffled.
source tests/scenarios/lib/practice.sh

if [ ! -d ../shared/data ]; then
    echo "SKIPPED: ../shared/data is not there"
    exit 0
fi

for practice in tandartspraktijk fysiopraktijk; do
    source_folder=../shared/data/$practice
    expected=$source_folder/expected.json
    export ZORGKLUIS_DATA=$work/$practice
    zk init --mode test >/dev/null
    zk import "$source_folder" --json >"$work/import.json"
    expect_equal "$practice patients" \
        "$(jq -r '"\(.patients_in_file) \(.clean + (.bad_bsn | length)) \(.bad_bsn | length) \(.duplicate_of | length) \((.bad_date + .missing_name) | length)"' "$expected")" \
        "$(jq -r '.patients | "\(.rows) \(.accepted) \(.without_bsn) \(.merged) \(.quarantined)"' "$work/import.json")"
    expect_equal "$practice rows" \
        "$(jq -r '"\(.treatment_lines) \(.invoices) \(.invoice_total_cents) \(.appointments) \(.staff)"' "$expected")" \
        "$(jq -r '"\(.treatments.accepted) \(.invoices.accepted) \(.invoices.total_cents) \(.appointments.accepted) \(.staff.accepted)"' "$work/import.json")"
    # Both old numbers of a merged patient find him.
    pair=$(jq -r '.duplicate_of | to_entries[0] | "\(.key) \(.value)"' "$expected")
    expect_equal "a merged patient" "$(id_of "${pair% *}")" "$(id_of "${pair#* }")"
    zk import "$source_folder" --json >"$work/again.json"
    expect_equal "$practice again" "0 0 0 0" "$(jq -r \
        '"\(.patients.accepted) \(.treatments.accepted) \(.invoices.accepted) \(.appointments.accepted)"' "$work/again.json")"
    zk journal verify >/dev/null

    # Other names of files, other orders of columns and rows, other headers.
    tools/sample_variants.sh "$source_folder" "$work/variant-$practice" 7 A
    export ZORGKLUIS_DATA=$work/$practice-variant
    zk init --mode test >/dev/null
    zk import "$work/variant-$practice" --dry-run --json >"$work/mapping.json"
    zk import "$work/variant-$practice" --mapping "$work/mapping.json" --json >"$work/variant.json"
    diff <(counts "$work/import.json") <(counts "$work/variant.json") || fail "counts of the variant of $practice"
done
