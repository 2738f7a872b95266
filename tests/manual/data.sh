#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds man/sipcode.5 against the data, the schema and the generator: each file,
# form and field with its bounds; the record that it shows must compile, and
# what it asks of the data must be answered.
# SIPCODE_GEN is the path of the generator, SIPCODE_SOURCE the root of the
# sources.

: "${SIPCODE_GEN:?names the generator}"
page=sipcode.5
# shellcheck source=tests/manual/common.sh
. "$(dirname "$0")/common.sh"
cd "$SIPCODE_SOURCE" || exit 1

generate() { # FILE...
    "$SIPCODE_GEN" table "$work/table.h" "$@"
}

# ---- Files and forms ---------------------------------------------------------

for file in data/*.rec; do
    echo "${file#data/} $(sed -n 's/^%rec: //p' "$file")"
done | sort >"$work/files"
section sh DESCRIPTION |
    sed -n 's/^\.It Pa \(.*\.rec\) Ta Cm \([A-Za-z]*\) Ta .*/\1 \2/p' |
    sort >"$work/documented"
same "$work/files" "$work/documented" "files and their types"

sed -n 's/^    FORM_\([A-Z_]*\).*/\1/p' src/gen/schema.h |
    tr 'A-Z_' 'a-z ' >"$work/forms"
section ss 'Forms of values' | sed -n 's/^\.It Em //p' >"$work/documented"
same "$work/forms" "$work/documented" "forms"

# ---- Fields ------------------------------------------------------------------

for kind in $kinds; do
    title=$(title_of "$kind")
    rules_of "$kind" | awk '
        function range(low, high) {
            return high == "ANY" ? low "+" : low == high ? low : low "-" high
        }
        {
            form = tolower(substr($3, length("FORM_") + 1))
            gsub("_", " ", form)
            print $2 ": " form ", " range($4, $5) ", " range($6, $7)
        }' >"$work/fields"
    section ss "$title" |
        sed -n -e 's/\\-/-/g' -e 's/^\.It Cm \([A-Za-z]*\) Pq /\1: /p' \
            >"$work/documented"
    same "$work/fields" "$work/documented" "$title"
done

# Where the key is a number, the generator says from where to where it goes.
for kind in code class rfc; do
    key=$(rules_of "$kind" | sed -n 's/^FIELD_KEY \([A-Za-z]*\) .*/\1/p')
    printf '%%rec: %s\n\n%s: 0\n' "$key" "$key" >"$work/number.rec"
    generate "$work/number.rec" 2>&1 |
        sed -n 's/.* is not a number \(from .*\)/\1/p' >"$work/bounds"
    section ss "$(title_of "$kind")" |
        sed -n "/^\.It Cm $key /,/^\.It/p" |
        sed -n 's/.*[Ff]\(rom [0-9]* to [0-9]*\)\..*/f\1/p' \
            >"$work/documented"
    same "$work/bounds" "$work/documented" "bounds of $key"
done

# ---- Examples ----------------------------------------------------------------

# A record is put among the codes where its number belongs.
compile_record() { # FILE
    code=$(sed -n 's/^Code: //p' "$1")
    awk -v code="$code" -v record="$1" '
        /^Code: / && substr($0, 7) > code && !placed {
            while ((getline line < record) > 0)
                print line
            print ""
            placed = 1
        }
        { print }' data/codes.rec >"$work/codes.rec"
    # shellcheck disable=SC2046 # one argument a file
    if generate "$work/codes.rec" \
        $(find data -name '*.rec' ! -name codes.rec) 2>"$work/err" &&
        grep -q "^Code: $code$" "$work/codes.rec"; then
        passed
    else
        failed "example: $code: $(sed q "$work/err")"
    fi
    if ! command -v recfix >/dev/null; then
        skip "example: $code: there is no recfix"
    elif recfix --check "$work/codes.rec" 2>"$work/err"; then
        passed
    else
        failed "example: $code: $(sed q "$work/err")"
    fi
}

extract_examples 5
number=1
while [ $number -le "$examples" ]; do
    example=$work/example.$number
    if grep -q '^Code: ' "$example"; then
        compile_record "$example"
    else
        run_example "$example"
    fi
    number=$((number + 1))
done

check_form style
finish
