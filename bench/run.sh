#!/usr/bin/env bash
# Measures, beside the peer, and writes build/bench.json. Called by ./dev bench; docs/bench.md says what it all means.
#   bench/run.sh [--quick] [sealed|import|growth ...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly built=build/release
readonly work=$PWD/build/bench
readonly lines=$work/lines.json
readonly postgres=/usr/lib/postgresql/15/bin
readonly export_folder=../shared/data/tandartspraktijk

die() { printf 'bench: %s\n' "$*" >&2; exit 3; }

rounds=5
seconds=3
groups=()
while [[ $# -gt 0 ]]; do
    case $1 in
        --quick) rounds=1 seconds=1 ;;
        sealed | import | growth) groups+=("$1") ;;
        *) die "what is $1? bench/run.sh [--quick] [sealed|import|growth ...]" ;;
    esac
    shift
done
[[ ${#groups[@]} -gt 0 ]] || groups=(sealed import growth)
readonly rounds seconds groups

# --- the peer: a cluster of its own, gone afterwards ---

# PostgreSQL refuses to run as root.
as_peer=()
[[ $EUID != 0 ]] || as_peer=(runuser -u postgres --)
readonly as_peer
cluster=

start_peer() {
    [[ -x $postgres/initdb ]] || die "PostgreSQL 15 is not there: ./dev bench installs it"
    cluster=$work/postgres
    rm -rf "$cluster"
    mkdir -p "$cluster"
    [[ $EUID != 0 ]] || chown postgres "$cluster"
    "${as_peer[@]}" "$postgres/initdb" -D "$cluster/data" -U bench -A trust -E UTF8 --locale C >"$cluster.log" ||
        die "the cluster cannot be made, see $cluster.log"
    cat bench/postgresql.conf >>"$cluster/data/postgresql.conf"
    printf "unix_socket_directories = '%s'\n" "$cluster" >>"$cluster/data/postgresql.conf"
    "${as_peer[@]}" "$postgres/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w start >>"$cluster.log" ||
        die "PostgreSQL does not start, see $cluster/log"
    "$postgres/psql" -h "$cluster" -U bench -d postgres -qX -v ON_ERROR_STOP=1 -f bench/peer.sql
}

stop_peer() {
    [[ -n $cluster ]] || return 0
    "${as_peer[@]}" "$postgres/pg_ctl" -D "$cluster/data" -m immediate stop >/dev/null 2>&1 ||
        printf 'bench: PostgreSQL did not stop by itself\n' >&2
    rm -rf "$cluster" "$cluster.log"
    cluster=
}
trap stop_peer EXIT

# --- what is measured ---

measure_sealed() {
    rm -rf "$work/sealed"
    mkdir -p "$work/sealed"
    start_peer
    "$built/bench/bench_sealed" "$work/sealed" "host=$cluster user=bench dbname=postgres" "$rounds" "$seconds" >>"$lines"
    stop_peer
    rm -rf "$work/sealed"
}

# The median of each name in the file $1.
medians() {
    jq -cs 'group_by(.name)[] | .[0] + {ours: (map(.ours) | sort | .[length / 2 | floor])}' "$1" >>"$lines"
}

# seconds COMMAND...: how long it took.
seconds() {
    local from=$EPOCHREALTIME to
    "$@" >"$work/answer" || die "failed: $*"
    to=$EPOCHREALTIME
    awk "BEGIN { print $to - $from }"
}

import_ours() {
    "$built/zorgkluis" import "$export_folder" --data "$work/import" --json
}

import_peer() {
    (cd "$export_folder" && "$postgres/psql" -h "$cluster" -U bench -d postgres -qX -f "$OLDPWD/bench/peer_import.sql")
}

measure_import() {
    if [[ ! -d $export_folder ]]; then
        printf 'bench: no %s, so no import is measured\n' "$export_folder" >&2
        return 0
    fi
    local round rows ours=() theirs=()
    printf 'een wachtzin om mee te meten' >"$work/passphrase"
    export ZORGKLUIS_PASSPHRASE_FILE=$work/passphrase
    start_peer
    for ((round = 1; round <= rounds; round++)); do
        rm -rf "$work/import"
        "$built/zorgkluis" init --data "$work/import" --mode test --json >"$work/answer"
        ours+=("$(seconds import_ours)")
        rows=$(jq '[.patients, .treatments, .invoices, .appointments | .rows] | add' "$work/answer")
        "$postgres/psql" -h "$cluster" -U bench -d postgres -qX -c 'TRUNCATE record' -c CHECKPOINT
        theirs+=("$(seconds import_peer)")
        printf 'bench: round %s: import of %s rows in %s s beside %s s\n' "$round" "$rows" "${ours[-1]}" "${theirs[-1]}" >&2
    done
    stop_peer
    rm -rf "$work/import" "$work/passphrase"
    jq -cn --argjson rows "$rows" --argjson ours "[$(IFS=, && echo "${ours[*]}")]" \
        --argjson theirs "[$(IFS=, && echo "${theirs[*]}")]" '
        def rate: sort | $rows / .[length / 2 | floor];
        {name: "import", unit: "rows/s", ours: ($ours | rate), peer_name: "PostgreSQL 15, COPY and pgp_sym_encrypt",
            peer: ($theirs | rate), ratio: (($ours | rate) / ($theirs | rate))}' >>"$lines"
}

# What is on disk follows from these: another version makes its practice anew.
version_of_stores() {
    git ls-files -z bench/people.cpp bench/practice.cpp src/catalogue src/keep src/care/patients |
        xargs -0 cat | sha256sum | cut -c1-12
}

measure_growth() {
    local name patients folder round
    for name in 4k 100k 1m; do
        case $name in
            4k) patients=4000 ;;
            100k) patients=100000 ;;
            1m) patients=1000000 ;;
        esac
        # The large ones are kept: the next run need not make them again.
        folder=$work/practice-$name-$(version_of_stores)
        if [[ ! -d $folder ]]; then
            rm -rf "$work/practice-$name"-*
            "$built/bench/bench_growth" make "$folder.unfinished" "$patients"
            mv "$folder.unfinished" "$folder"
        fi
        : >"$work/growth.json"
        for ((round = 1; round <= rounds; round++)); do
            "$built/bench/bench_growth" measure "$folder" "$name" >>"$work/growth.json"
        done
        medians "$work/growth.json"
    done
    # A practice is idle with the size that most have.
    jq -c 'select(.name == "idle_memory_4k") | .name = "idle_memory"' "$lines" >"$work/growth.json"
    cat "$work/growth.json" >>"$lines"
    rm "$work/growth.json"
}

mkdir -p "$work"
: >"$lines"
for group in "${groups[@]}"; do
    "measure_$group"
done

jq -s . "$lines" >build/bench.json
jq -r '["name", "ours", "peer", "ratio", "unit", "peer name"],
    (.[] | [.name, .ours, .peer, .ratio, .unit, .peer_name]
        | map(if type == "number" then (if . >= 100 then round else . * 100 | round / 100 end) else . // "-" end))
    | @tsv' build/bench.json | column -t -s $'\t'
