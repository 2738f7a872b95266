#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds the transcripts in README.md against the program: below "$ sipcode ..."
# each line, but for "...", is one that it prints, in this order.
# SIPCODE is the path of the command, SIPCODE_SOURCE the root of the sources.

: "${SIPCODE:?names the command to test}"
page=README.md
manual=${SIPCODE_SOURCE:?names the root of the sources}/README.md
# shellcheck source=tests/manual/common.sh
. "$(dirname "$0")/common.sh"

mkdir "$work/bin"
ln -s "$SIPCODE" "$work/bin/sipcode"
PATH=$work/bin:$PATH

# As on a terminal of 96 columns that knows UTF-8.
print_as_shown() { # COMMAND
    LC_ALL=C.UTF-8 sh -c "$1 --format pretty --width 96"
}

# A transcript a file: the command, then what is shown of its output.
awk -v work="$work" '
    /^    \$ sipcode / { file = work "/transcript." ++count }
    !/^    / { file = "" }
    file != "" { print substr($0, 5) > file }
    END { print count + 0 > (work "/count") }' "$manual"

check_transcript() { # FILE
    command=$(sed -n '1s/^\$ //p' "$1")
    sed -e 1d -e '/^\.\.\.$/d' "$1" >"$work/shown"
    print_as_shown "$command" >"$work/printed"
    awk 'NR == FNR { wanted[++count] = $0; next }
        at < count && $0 == wanted[at + 1] { print wanted[++at] }' \
        "$work/shown" "$work/printed" >"$work/found"
    same "$work/found" "$work/shown" "$command"
}

transcripts=$(cat "$work/count")
if [ "$transcripts" -ge 2 ]; then
    passed
else
    failed "found $transcripts transcripts, expected 2 or more"
fi
number=1
while [ $number -le "$transcripts" ]; do
    check_transcript "$work/transcript.$number"
    number=$((number + 1))
done

finish
