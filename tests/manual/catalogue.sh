#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds sipcode(7), which the generator writes, against the data: its form, a
# heading for each code and pair, and every text that there is.
# SIPCODE_CATALOGUE is the path of the manual, SIPCODE_SOURCE the root of the
# sources.

page=sipcode.7
manual=${SIPCODE_CATALOGUE:?names the manual}
# shellcheck source=tests/manual/common.sh
. "$(dirname "$0")/common.sh"

# All values of a file, as "Field: value" in one line each.
values() { # FILE
    awk '
        /^\+ / { value = value substr($0, 2); next }
        value != "" { print value; value = "" }
        /^[A-Z][A-Za-z]*: / { value = $0 }
        END { if (value != "") print value }' "$SIPCODE_SOURCE/data/$1"
}

# ---- Headings ----------------------------------------------------------------

values codes.rec | awk '
    /^Code: / { code = $2 }
    /^Phrase: / { print ".Ss \"" code " " substr($0, 9) "\"" }' >"$work/codes"
grep '^\.Ss ' "$manual" | grep -v ' or [0-9][0-9][0-9] ' >"$work/headings"
same "$work/codes" "$work/headings" "headings of codes"

values pairs.rec | sed -n 's/^Pair: \(...\) \(...\)$/\1 \2/p' >"$work/pairs"
sed -n 's/^\.Ss "\([0-9]*\) .* or \([0-9][0-9][0-9]\) .*/\1 \2/p' "$manual" \
    >"$work/headings"
same "$work/pairs" "$work/headings" "headings of pairs"

# ---- Texts -------------------------------------------------------------------

# What is a sentence, or becomes one: without its first letter, for that may
# become a capital, and without the words in front of a clause.
texts() {
    for file in "$SIPCODE_SOURCE"/data/*.rec; do
        values "${file##*/}"
    done | awk '
        $1 ~ /^(Reference|Wire|Term|Pair|Name|Title|Origin):$/ { next }
        {
            words = 1
            if ($1 ~ /^(Retry|Failover|Fault|Stack):$/)
                words = 2
            if ($1 == "Header:")
                words = 3
            for (i = 0; i < words; i++)
                sub(/^[^ ]+ /, "")
        }
        / / { print substr($0, 2) }'
}

if ! command -v mandoc >/dev/null || ! command -v col >/dev/null; then
    skip "texts: there is no mandoc, or no col"
else
    texts >"$work/texts"
    # Lines so long that no word is cut at a hyphen.
    mandoc -T ascii -O width=1000 "$manual" | col -bx | tr -s ' \n' '  ' >"$work/page"
    echo >>"$work/page"
    awk '
        NR == FNR { page = page $0; next }
        index(page, $0) { print }' "$work/page" "$work/texts" >"$work/found"
    same "$work/texts" "$work/found" "texts"
fi

# The phrases that somebody else made up may be bad style.
check_form warning
finish
