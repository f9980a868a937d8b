#!/usr/bin/env bash
# Measures, beside the peer, and writes build/bench.json. Called by ./dev bench; docs/bench.md says what it all means.
#   bench/run.sh [--quick] [sealed|import|growth ...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly built=build/release
readonly work=$PWD/build/bench
readonly lines=$work/lines.json
readonly postgres=/usr/lib/postgresql/15/bin

die() { printf 'bench: %s\n' "$*" >&2; exit 3; }

rounds=5
seconds=4
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

measure_import() { :; }
measure_growth() { :; }

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
