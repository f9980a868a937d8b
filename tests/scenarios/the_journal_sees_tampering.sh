#!/usr/bin/env bash
# Whatever is changed, cut, added or removed under journal/: verify ends with 1 and names the place.
source tests/scenarios/lib/practice.sh

sample fysio
zk init --mode test >/dev/null
zk import "$work/fysio" >/dev/null
zk patient find jan >/dev/null
zk journal verify --json >"$work/good.json"
expect_equal "verified" true "$(jq .verified "$work/good.json")"
cp -a "$ZORGKLUIS_DATA/journal" "$work/good"

restore_good() { rm -rf "$ZORGKLUIS_DATA/journal"; cp -a "$work/good" "$ZORGKLUIS_DATA/journal"; }

expect_seen() {
    expect_exit 1 zk journal verify --json
    jq -e '.verified == false and (.place | length > 0)' "$work/out" >/dev/null || fail "no place named: $1"
    restore_good
}

while IFS= read -r -d '' file; do
    path=$ZORGKLUIS_DATA/journal/${file#"$work"/good/}
    size=$(stat -c %s "$file")
    if [ "$size" -gt 0 ]; then
        for at in 0 $((size / 2)) $((size - 1)); do
            perl -e 'open my $f, "+<", $ARGV[0]; seek $f, $ARGV[1], 0; read $f, my $b, 1; seek $f, $ARGV[1], 0; print $f chr(ord($b) ^ 1)' \
                "$path" "$at"
            expect_seen "a flipped byte in ${file#"$work"/}"
        done
        truncate -s $((size - 1)) "$path"
        expect_seen "a cut file ${file#"$work"/}"
        rm "$path"
        expect_seen "a removed file ${file#"$work"/}"
    fi
    printf x >>"$path"
    expect_seen "a byte added to ${file#"$work"/}"
done < <(find "$work/good" -type f -print0)

touch "$ZORGKLUIS_DATA/journal/tile/extra"
expect_seen "a file that does not belong there"

# An older journal put back is seen by what the keys know.
zk setting set lock.desk_minutes 4 >/dev/null
restore_good
expect_exit 1 zk journal verify
zk --version >/dev/null
