#!/usr/bin/env bash
# No name, BSN, street, mail address or note of 7 bytes or more stands readable in any file of the data folder:
# plain, UTF-16, hex, base64.
source tests/scenarios/lib/practice.sh

sample tandarts
zk init --mode test >/dev/null
zk import "$work/tandarts" >/dev/null
zk patient find jan >/dev/null

# Every cell of 7 bytes or more; UTF-8, as Zorgkluis writes text.
for file in "$work"/tandarts/*.csv; do iconv -f WINDOWS-1252 -t UTF-8 "$file"; done \
    | tr ';' '\n' | tr -d '"\r' | LC_ALL=C awk 'length($0) >= 7' | sort -u >"$work/cells"
# Dates and header words are no secrets, and stand in the program's own texts.
grep -vE '^[0-9]{2}-[0-9]{2}-[0-9]{4}$' "$work/cells" | grep -vxFf <(head -qn1 "$work"/tandarts/*.csv | tr ';' '\n' | tr -d '\r') \
    >"$work/plain"
[ "$(wc -l <"$work/plain")" -gt 100 ] || fail "too few words to look for"

# Base64 of a text inside other bytes begins at one of three places: the part in the middle is the same.
perl -MMIME::Base64 -CS -ne '
    chomp; my $octets = $_; utf8::encode($octets);
    print unpack("H*", $octets), "\n";
    for my $skip (0 .. 2) {
        my $text = encode_base64(("\0" x $skip) . $octets, "");
        my $from = $skip == 0 ? 0 : 4; my $keep = int(length($octets) * 4 / 3) - 4;
        print substr($text, $from, $keep), "\n" if $keep >= 8;
    }' "$work/plain" >"$work/coded"
cat "$work/plain" "$work/coded" >"$work/needles"
perl -CS -ne 'chomp; print join("", map { "\\x" . sprintf("%02x", ord $_) . "\\x00" } split //, $_), "\n" if /^[\x20-\x7e]+$/' \
    "$work/plain" >"$work/utf16"

found=0
while IFS= read -r -d '' file; do
    if LC_ALL=C grep -aqFf "$work/needles" "$file"; then
        echo "readable in ${file#"$work"/}" >&2
        found=1
    fi
    if LC_ALL=C grep -aqPf <(head -c 60000 "$work/utf16" | head -n 200 | paste -sd'|') "$file"; then
        echo "UTF-16 in ${file#"$work"/}" >&2
        found=1
    fi
done < <(find "$ZORGKLUIS_DATA" -type f -print0)
[ "$found" = 0 ] || fail "personal data lie readable in the data folder"

# The test itself can fail: a planted word is found.
printf 'xx%s' "$(head -n1 "$work/plain")" >"$ZORGKLUIS_DATA/planted"
LC_ALL=C grep -aqFf "$work/needles" "$ZORGKLUIS_DATA/planted" || fail "a planted word was not found"
