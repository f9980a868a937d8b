# What scenarios with a running server share, beside practice.sh. Sourced, not run.
server=0

is_running() { [ "$server" != 0 ] && kill -0 "$server" 2>/dev/null; }
alive() { is_running || { cat "$work/serve.log" >&2; fail "the server died: $1"; }; }

leave() {
    if is_running; then kill -KILL "$server"; fi
    rm -rf "$work"
}
trap leave EXIT

# Starts a server on a free port; $url is where it is, $work/serve.json what it said, $work/serve.log its log.
serve() {
    : >"$work/serve.json"
    "$ZORGKLUIS" serve --listen 0 --json >"$work/serve.json" 2>"$work/serve.log" </dev/null &
    server=$!
    for _ in $(seq 300); do
        if [ -s "$work/serve.json" ]; then
            url=$(jq -r .url "$work/serve.json")
            return
        fi
        alive "at its start"
        sleep 0.1
    done
    fail "the server was too slow to start"
}

stop() {
    kill -TERM "$server"
    wait "$server" || fail "the server ended with $?"
    server=0
}

# expect_end PID CODE...: a process in the background ends with one of these exit codes (137: killed).
expect_end() {
    local pid=$1 got=0 wanted
    shift
    wait "$pid" || got=$?
    for wanted in "$@"; do
        [ "$got" != "$wanted" ] || return 0
    done
    fail "ended with $got instead of $*"
}
