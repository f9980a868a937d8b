#!/usr/bin/env bash
# A backup brings the practice back, elsewhere; what is damaged or of another practice is refused.
source tests/scenarios/lib/practice.sh

sample fysio
zk init --mode test >/dev/null
zk import "$work/fysio" >/dev/null
before=$(zk patient find van --json)
zk backup "$work/kopie" --json >"$work/backup.json"
[ -s "$work/kopie/keyring/manifest" ] || fail "the keyring has a manifest of its own"
zk setting set lock.desk_minutes 4 >/dev/null

export ZORGKLUIS_DATA=$work/elders
zk restore "$work/kopie" --json >"$work/restore.json"
expect_equal "the same patients" "$before" "$(zk patient find van --json)"
expect_equal "the setting of after the backup is gone" 5 \
    "$(zk setting list --json | jq '.settings[] | select(.key == "lock.desk_minutes") | .value')"
zk journal verify >/dev/null
expect_exit 3 zk restore "$work/kopie"

export ZORGKLUIS_DATA=$work/nieuw
refused() {
    expect_exit 3 zk restore "$1"
    [ ! -e "$ZORGKLUIS_DATA/zorgkluis" ] || fail "a refused restore left a practice"
    rm -rf "$ZORGKLUIS_DATA"
}
cp -a "$work/kopie" "$work/stuk"
printf x >>"$work/stuk/care.db"
refused "$work/stuk"
cp -a "$work/kopie" "$work/vreemd"
ZORGKLUIS_DATA=$work/ander zk init --mode test >/dev/null
ZORGKLUIS_DATA=$work/ander zk backup "$work/anderekopie" >/dev/null
rm -rf "$work/vreemd/keyring"
cp -a "$work/anderekopie/keyring" "$work/vreemd/keyring"
refused "$work/vreemd"
mkdir "$work/leeg"
refused "$work/leeg"
