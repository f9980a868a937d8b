#!/usr/bin/env bash
# Invited, a colleague chooses a password and proves his second step; the check then finds it proven.
source tests/scenarios/lib/practice.sh

zk init --mode test >/dev/null
zk account add anna --role assistent >/dev/null
zk account invite anna --json | jq -r .code >"$work/code"
printf 'vier woorden op een rij\n' >"$work/password"
printf 'kort\n' >"$work/short"

# Never asked for without a terminal, and nothing with the wrong code or a weak password.
expect_exit 2 zk account activate anna </dev/null
expect_exit 2 zk account activate anna --code-file "$work/code"
grep -q code-and-password-files-needed "$work/err" || fail "without a terminal both come from files"
expect_exit 3 zk account activate anna --code-file "$work/code" --password-file "$work/short" --json
printf 'AAAA-AAAA-AAAA-AAAA\n' >"$work/wrong"
expect_exit 3 zk account activate anna --code-file "$work/wrong" --password-file "$work/password" --json
expect_exit 3 zk account activate niemand --code-file "$work/code" --password-file "$work/password" --json
expect_exit 2 zk account confirm anna --code-file "$work/code" --second-step 123456
grep -q password-not-chosen-yet "$work/err" || fail "first the password"

zk account activate anna --code-file "$work/code" --password-file "$work/password" --json >"$work/setup.json"
secret=$(jq -r .secret "$work/setup.json")
jq -e '.uri | startswith("otpauth://totp/")' "$work/setup.json" >/dev/null || fail "the uri for the app"
expect_equal "not in yet" invited "$(zk account list --json | jq -r '.accounts[] | select(.login == "anna") | .state')"
expect_exit 3 zk account confirm anna --code-file "$work/code" --second-step nietgoed
digits=$(oathtool --totp --base32 "$secret")
zk account confirm anna --code-file "$work/code" --second-step "$digits" --json >"$work/codes.json"
expect_equal "recovery codes" 10 "$(jq '.recovery_codes | unique | length' "$work/codes.json")"
expect_equal "in" active "$(zk account list --json | jq -r '.accounts[] | select(.login == "anna") | .state')"
expect_exit 3 zk account confirm anna --code-file "$work/code" --second-step "$digits"

do_check >"$work/check.json"
expect_equal "the second step and the passwords" "proven proven" \
    "$(jq -r '[.questions[] | select(.id == "1.3") | .evidence[] | select(.probe == "1.3b" or .probe == "1.3c") | .state]
        | join(" ")' "$work/check.json")"

# Only the folder of the practice holds the codes, and sealed.
! grep -rqF "$secret" "$ZORGKLUIS_DATA" || fail "the secret lies readable on disk"
zk journal verify >/dev/null
