#!/usr/bin/env bash
# The stories in the browser: a fresh demo practice, served on a free port and seen by Chromium; then all of it stops.
# $ZORGKLUIS is the binary. browser_tests.sh [STORY...]: those of web/tests/STORY.test.ts; without any, all of them.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${ZORGKLUIS:?run this by ./dev browser}"

place=$PWD/build/browser
tools/demo.sh --fresh --folder "$place" --make-only >"$place.log" || { cat "$place.log"; exit 1; }
# Stories that stop a server, or turn its settings, each take a copy of this one.
cp -r "$place/praktijk" "$place/onaangeroerd"

export ZORGKLUIS ZORGKLUIS_PLACE=$place ZORGKLUIS_PASSPHRASE_FILE=$place/wachtzin
ZORGKLUIS_DATA=$place/praktijk "$ZORGKLUIS" serve --listen 127.0.0.1:0 --json >"$place/server.json" 2>"$place/server.log" &
server=$!
stop() {
    ! kill -0 "$server" 2>/dev/null || kill "$server"
    wait "$server" || echo "browser tests: the server ended with $?, see $place/server.log" >&2
}
trap stop EXIT
until [ -s "$place/server.json" ]; do
    kill -0 "$server" 2>/dev/null || { cat "$place/server.log" >&2; exit 1; }
    sleep 0.1
done
ZORGKLUIS_URL=$(jq -r .url "$place/server.json")
export ZORGKLUIS_URL
cd web
npm run --silent test:browser -- "$@"
