#!/usr/bin/env bash
# Measures, beside the peer, and writes build/bench.json. Called by ./dev bench; docs/bench.md says what it all means.
#   bench/run.sh [--quick] [sealed|import|growth|page|start ...]
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
        sealed | import | growth | page | start) groups+=("$1") ;;
        *) die "what is $1? bench/run.sh [--quick] [sealed|import|growth|page|start ...]" ;;
    esac
    shift
done
[[ ${#groups[@]} -gt 0 ]] || groups=(sealed import growth page start)
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
leave() {
    stop_peer
    stop_servers
}
trap leave EXIT

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

# --- the server: pages, start, memory ---

readonly port=${ZORGKLUIS_BENCH_PORT:-8455}
readonly nginx_port=$((port + 1))
readonly page_clients=32 page_patients=200
server= nginx=

stop_servers() {
    local of_nginx
    if [[ -n $server ]]; then
        ! kill -0 "$server" 2>/dev/null || kill "$server"
        wait "$server" || printf 'bench: the server ended with %s, see %s\n' "$?" "$work/serve.log" >&2
    fi
    if [[ -n $nginx && -s $nginx/nginx.pid ]]; then
        of_nginx=$(<"$nginx/nginx.pid")
        ! kill -0 "$of_nginx" 2>/dev/null || kill "$of_nginx"
    fi
    server= nginx=
}

# The demo's practice, with somebody who treats; $1 is the folder.
make_served_practice() {
    local secret
    rm -rf "$1"
    mkdir -p "$1"
    printf 'een wachtzin om mee te meten' >"$1/passphrase"
    printf 'vier blauwe olifanten' >"$1/password"
    export ZORGKLUIS_PASSPHRASE_FILE=$1/passphrase ZORGKLUIS_DATA=$1/praktijk
    tools/sample_dates.sh tests/data/tandarts "$1/export"
    zk init --mode test --kind tandarts --json >"$work/answer"
    zk import "$1/export" --json >"$work/answer"
    login=$(zk account list --json | jq -r 'first(.accounts[] | select(.role == "behandelaar") | .login)')
    zk account invite "$login" --json | jq -r .code >"$1/code"
    secret=$(zk account activate "$login" --code-file "$1/code" --password-file "$1/password" --json |
        jq -r '.secret | gsub(" "; "")')
    zk account confirm "$login" --code-file "$1/code" --second-step "$(oathtool --totp -b "$secret")" --json >"$work/answer"
    second_step=$(oathtool --totp -b -N '30 seconds' "$secret")
}

zk() { "$built/zorgkluis" "$@"; }

wait_for_server() {
    for _ in $(seq 200); do
        ! curl -sfk --tlsv1.3 -o /dev/null "https://localhost:$port/api/health" || return 0
        sleep 0.1
    done
    die "the server does not come up, see $work/serve.log"
}

# ask PATH [CURL ARGUMENT...]: the answer on standard output.
ask() {
    local path=$1
    shift
    curl -sfk --tlsv1.3 -b "$page/cookies" -c "$page/cookies" "$@" "https://localhost:$port$path"
}

# Pages that he may see whole, as they were answered, for nginx to answer with the same.
take_pages() {
    local id text
    mkdir -p "$page/pages/api/patients"
    for text in a e i o u; do
        zk patient find "$text" --as "$login" --json | jq -r '.patients[].id'
    done | sort -u | head -$page_patients >"$page/ids"
    while read -r id; do
        ask "/api/patients/$id" -D "$page/head" >"$page/answer" || continue
        jq -e '.treatments and .appointments' "$page/answer" >/dev/null || continue
        mv "$page/answer" "$page/pages/api/patients/$id"
        printf '/api/patients/%s\n' "$id" >>"$page/paths"
    done <"$page/ids"
    [[ -s $page/paths ]] || die "nobody treats anybody in this practice"
}

start_nginx() {
    local headers
    # What every answer of ours says besides.
    headers=$(tr -d '\r' <"$page/head" | sed -nE '/^(http|date|content-|connection|server|transfer-)/Id; s/^([A-Za-z-]+): (.*)$/add_header \1 "\2";/p' |
        sed 's/[\&|]/\\&/g' | tr '\n' ' ')
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost \
        -keyout "$page/nginx.key" -out "$page/nginx.pem" 2>/dev/null
    mkdir -p "$page/tmp"
    sed -e "s|@FOLDER@|$page|; s|@PORT@|$nginx_port|; s|@HEADERS@|$headers|" bench/nginx.conf >"$page/nginx.conf"
    chmod -R a+rX "$page/pages"
    # Its workers are nobody, and nobody comes into this folder.
    [[ $EUID != 0 ]] || sed -i '1i user root;' "$page/nginx.conf"
    nginx -e "$page/nginx.log" -c "$page/nginx.conf" || die "nginx does not start, see $page/nginx.log"
    nginx=$page
}

# load PORT COOKIE SECONDS: one line of JSON.
load() {
    local got
    got=$(PAGES=$page/paths COOKIE=$2 wrk -t2 -c$page_clients -d"$3s" -s bench/page.lua "https://localhost:$1" 2>&1 >/dev/null | tail -1)
    [[ $(jq .failures <<<"$got") == 0 ]] || die "not every page came: $got"
    printf '%s\n' "$got"
}

measure_page() {
    local round cookie page=$work/page login second_step
    command -v wrk nginx >/dev/null || die "wrk and nginx are not there: ./dev bench installs them"
    make_served_practice "$page"
    "$built/zorgkluis" serve --listen "127.0.0.1:$port" --json >"$work/serve.json" 2>"$work/serve.log" &
    server=$!
    wait_for_server
    jq -n --arg login "$login" --arg code "$second_step" --rawfile password "$page/password" \
        '{login: $login, password: $password, code: $code}' |
        ask /api/session -H 'Content-Type: application/json' --data-binary @- >"$work/answer" || die "no login"
    cookie=$(awk '$6 ~ /^__Host-/ { print $6 "=" $7 }' "$page/cookies")
    take_pages
    start_nginx
    # Neither is asked for the first time.
    load "$port" "$cookie" 2 >"$work/answer"
    load "$nginx_port" "" 2 >"$work/answer"
    : >"$page/ours"
    : >"$page/theirs"
    for ((round = 1; round <= rounds; round++)); do
        load "$port" "$cookie" "$seconds" >>"$page/ours"
        load "$nginx_port" "" "$seconds" >>"$page/theirs"
        printf 'bench: round %s: patient_page %s beside %s\n' "$round" "$(tail -1 "$page/ours")" "$(tail -1 "$page/theirs")" >&2
    done
    stop_servers
    "$built/zorgkluis" journal verify --json >"$work/answer" || die "the journal is not whole"
    jq -cn --slurpfile ours "$page/ours" --slurpfile theirs "$page/theirs" '
        def median(f): map(f) | sort | .[length / 2 | floor];
        def line($name; $unit; f): {name: $name, unit: $unit, ours: ($ours | median(f)), peer_name: "nginx, the same bytes as files",
            peer: ($theirs | median(f)), ratio: (($ours | median(f)) / ($theirs | median(f)))};
        line("patient_page"; "1/s"; .rate), line("patient_page_p99"; "ms"; .p99_ms)' >>"$lines"
    rm -rf "$page"
}

measure_start() {
    local round login second_step large
    make_served_practice "$work/start"
    : >"$work/start.json"
    for ((round = 1; round <= rounds; round++)); do
        "$built/bench/bench_start" "$built/zorgkluis" "$work/start/praktijk" "$port" "" >>"$work/start.json" 2>"$work/serve.log" \
            || die "no start, see $work/serve.log"
    done
    # In production mode the passphrase costs what it should.
    large=$work/start/production
    "$built/bench/bench_growth" make "$large" 4000
    for ((round = 1; round <= rounds; round++)); do
        "$built/bench/bench_start" "$built/zorgkluis" "$large" "$port" _4k >>"$work/start.json" 2>"$work/serve.log" \
            || die "no start, see $work/serve.log"
    done
    medians "$work/start.json"
    rm -rf "$work/start"
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
