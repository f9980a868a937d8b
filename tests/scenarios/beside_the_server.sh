#!/usr/bin/env bash
# Beside a running server every command works in the practice that it has open, and whoever goes away leaves it whole.
source tests/scenarios/lib/practice.sh
source tests/scenarios/lib/server.sh

sample tandarts
sample fysio
zk init --mode test >/dev/null
zk import "$work/tandarts" >/dev/null
mkdir "$work/elders"

found() { zk patient find "$1" --json | jq '.patients | length'; }
socket=$ZORGKLUIS_DATA/zorgkluis.sock

serve
expect_equal "the rights of the socket" "srw-------" "$(stat -c %A "$socket")"
expect_equal "a patient" 1 "$(found akkermans)"
patient=$(id_of akkermans)
expect_equal "who asked" "command_line $(id -un)" \
    "$(zk patient log "$patient" --json | jq -r '.lines[-1] | "\(.actor) \(.system_user)"')"

# Files are named from where the command is typed, as the folder of the practice is.
expect_equal "nobody yet" 0 "$(found algra)"
(cd "$work/elders" && ZORGKLUIS_DATA=../praktijk zk import ../fysio --report verslag.json --json) >"$work/import.json"
expect_equal "the import" "$(counts tests/data/fysio/expected.json)" "$(counts "$work/import.json")"
cmp "$work/import.json" "$work/elders/verslag.json" || fail "the report of the import"
expect_equal "the new patient" 1 "$(found algra)"
zk account add balie --role receptie >/dev/null
zk account list --json | jq -e '.accounts[] | select(.login == "balie")' >/dev/null || fail "the new account"
expect_exit 3 zk patient show "$(id_of algra)" --as niemand
zk setting set lock.desk_minutes 4 >/dev/null

(cd "$work/elders" && do_check --report check.json && zk journal export log) >"$work/check.json"
zk verify "$work/elders/check.json" --key "$work/elders/log/log.vkey" >/dev/null
zk journal verify >/dev/null
zk repair rights >/dev/null

zk backup "$work/kopie" >/dev/null
expect_exit 2 zk backup "$ZORGKLUIS_DATA/kopie"
ZORGKLUIS_DATA=$work/terug zk restore "$work/kopie" >/dev/null
expect_equal "the patient in the backup" 1 "$(ZORGKLUIS_DATA=$work/terug found algra)"

# What has no place beside a server.
expect_exit 3 zk serve --listen 0
expect_exit 3 zk init
expect_exit 2 zk patient find

printf 'een andere wachtzin\n' >"$work/fout"
ZORGKLUIS_PASSPHRASE_FILE=$work/fout expect_exit 3 zk patient find akkermans
grep -q passphrase-does-not-fit "$work/err" || fail "which passphrase"

# Who does not read on, or goes away while he is asked for something, stops nobody.
zk patient find van | head -1 >/dev/null
zk check | head -1 >/dev/null
zk patient find van --json >&- 2>/dev/null && fail "an answer that went nowhere"
alive "a closed pipe"
mkfifo "$work/keyboard"
exec 9<>"$work/keyboard"
"$ZORGKLUIS" patient identify "$patient" --document paspoort --from - <&9 >/dev/null 2>&1 &
client=$!
sleep 1
kill -9 "$client"
expect_end "$client" 137
expect_equal "after a client that died" 1 "$(timeout 60 "$ZORGKLUIS" patient find akkermans --json | jq '.patients | length')"
exec 9<&-

# An import whose sender dies is done whole, or not at all.
zk import --undo "$(jq -r .import "$work/import.json")" >/dev/null
expect_equal "undone" 0 "$(found algra)"
"$ZORGKLUIS" import "$work/fysio" >/dev/null 2>&1 &
client=$!
sleep 0.5
# On a quick machine it is done already.
if kill -0 "$client" 2>/dev/null; then kill -9 "$client"; fi
expect_end "$client" 137 0
zk import --list --json | jq -e '[.imports[].state] | index("running") == null' >/dev/null || fail "half an import"
alive "a client that died"

stop
[ ! -e "$socket" ] || fail "the socket stayed behind"
expect_equal "without a server" 1 "$(found akkermans)"

# A server that was killed leaves its socket: nobody minds.
serve
kill -9 "$server"
expect_end "$server" 137
[ -S "$socket" ] || fail "this tests nothing"
expect_equal "beside a stale socket" 1 "$(found akkermans)"
serve
expect_equal "through a new one" 1 "$(found akkermans)"
stop
zk journal verify >/dev/null
