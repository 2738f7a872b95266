#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds man/libsipcode.3 against the header, the library and the schema: each
# function with its types, each field, constant and structure, and the worked
# programs, which must compile and print what the manual shows.
# SIPCODE_LIBRARY is the path of the library, SIPCODE_CC and SIPCODE_CFLAGS are
# how it was compiled, SIPCODE_EMULATOR runs programs of its machine where this
# is another, SIPCODE_NM lists its symbols, SIPCODE_SOURCE is the root of the
# sources.

: "${SIPCODE_LIBRARY:?names the library}"
: "${SIPCODE_CC:?names the compiler}"
: "${SIPCODE_NM:?names the lister of symbols}"
page=libsipcode.3
# shellcheck source=tests/manual/common.sh
. "$(dirname "$0")/common.sh"
include=$SIPCODE_SOURCE/include

compile() { # ARGUMENT...
    # shellcheck disable=SC2086 # the flags are several
    "$SIPCODE_CC" ${SIPCODE_CFLAGS:-} -std=c11 -I"$include" "$@"
}

echo '#include <sipcode.h>' >"$work/header.c"
# What declares, without macros and comments.
compile -E -P "$work/header.c" >"$work/declared" ||
    failed "the header: status $?"

# ---- Functions ---------------------------------------------------------------

grep -o 'sipcode_[a-z0-9_]*(' "$work/declared" | tr -d '(' |
    sort >"$work/functions"

section sh NAME | awk '$1 == ".Nm" && $2 != "libsipcode" { print $2 }' |
    sort >"$work/documented"
same "$work/functions" "$work/documented" "functions in NAME"

section sh SYNOPSIS | sed -n 's/^\.Fo //p' | sort >"$work/documented"
same "$work/functions" "$work/documented" "functions in SYNOPSIS"

# In the archive the functions of the table itself can be seen as well.
"$SIPCODE_NM" -gP "$SIPCODE_LIBRARY" |
    sed -n 's/^_\{0,1\}\(sipcode_[a-z0-9_]*\) T .*/\1/p' |
    case $SIPCODE_LIBRARY in
    *.a) grep -v '^sipcode_table_' ;;
    *) cat ;;
    esac | sort >"$work/exported"
same "$work/exported" "$work/documented" "functions of ${SIPCODE_LIBRARY##*/}"

# The prototypes of SYNOPSIS beside those of the header: where a type is not
# the same, the compiler says so.
{
    cat "$work/header.c"
    section sh SYNOPSIS | tr -d '"' | awk '
        { macro = $1; sub(/^[^ ]+ ?/, "") }
        macro == ".Ft" { type = $0 }
        macro == ".Fo" { line = type " " $0 "("; comma = "" }
        macro == ".Fa" { line = line comma $0; comma = ", " }
        macro == ".Fc" { print line ");" }'
} >"$work/prototypes.c"
if compile -Werror -fsyntax-only "$work/prototypes.c" 2>"$work/err"; then
    passed
else
    failed "prototypes: $(grep error "$work/err")"
fi

# ---- Names -------------------------------------------------------------------

# The constants, and the macros but for the one that guards the header.
{
    grep -o 'SIPCODE_[A-Z0-9_]*' "$work/declared"
    compile -E -dM -DSIPCODE_SHARED "$work/header.c" |
        sed -n 's/^#define \(SIPCODE_[A-Z0-9_]*\).*/\1/p' | grep -vx SIPCODE_H
} | sort -u >"$work/constants"
grep -o 'Dv SIPCODE_[A-Z0-9_]*' "$manual" | sed 's/^Dv //' |
    sort -u >"$work/documented"
same "$work/constants" "$work/documented" "constants and macros"

compile -E -dM "$work/header.c" |
    sed -n -e '/VERSION/d' -e 's/^#define \(SIPCODE_[A-Z0-9_]* [0-9]\)/\1/p' |
    sort >"$work/numbers"
section ss 'Finding records' |
    sed -n 's/^\.It Dv \(SIPCODE_[A-Z0-9_]*\) Ta /\1 /p' |
    sort >"$work/documented"
same "$work/numbers" "$work/documented" "numbers"

grep -Eo '(struct|enum) sipcode_[a-z0-9_]*' "$work/declared" |
    sort -u >"$work/types"
grep -Eo '(struct|enum) sipcode_[a-z0-9_]*' "$manual" |
    sort -u >"$work/documented"
same "$work/types" "$work/documented" "types"

layout='/^struct sipcode_match {/,/^};/p'
sed -n "$layout" "$work/declared" | tr -s ' \n' ' ' >"$work/layout"
sed -n "$layout" "$manual" | tr -s ' \n' ' ' >"$work/documented"
same "$work/layout" "$work/documented" "struct sipcode_match"

# ---- Fields ------------------------------------------------------------------

# How many values a record has and how many parts a value, as the data has it.
for kind in $kinds; do
    title=$(title_of "$kind")
    rules_of "$kind" | awk '
        $1 == "FIELD_KEY" { next }
        {
            parts = $3 == "FORM_TERM_CLAUSE" ? 2 : 1
            if ($3 == "FORM_REFERENCE" || $3 == "FORM_HEADER")
                parts = 3
            values = $4 == $5 ? $4 : $5 == 1 ? $4 "-" $5 : $4 "+"
            print $1, values, parts
        }' | sort >"$work/fields"
    section ss "$title" | sed 's/\\-/-/' |
        awk '$1 == ".It" && $2 == "Dv" { print $3, $5, gsub(/;/, "") + 1 }' |
        sort >"$work/documented"
    same "$work/fields" "$work/documented" "$title"
done

# ---- Examples ----------------------------------------------------------------

# A program is in the display before the one that shows how it runs: that one
# starts with "$ ./NAME ARGUMENT...", and what the program prints follows.
build() { # FILE NAME
    mv "$1" "$work/$2.c"
    compile -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror \
        -o "$work/$2" "$work/$2.c" "$SIPCODE_LIBRARY" \
        -Wl,-rpath,"$(dirname "$SIPCODE_LIBRARY")" 2>"$work/err"
}

run_program() { # PROGRAM SESSION
    command=$(sed -n '1s/^\$ //p' "$2")
    name=${command%% *}
    name=${name#./}
    if ! build "$1" "$name"; then
        failed "example: $name.c: $(sed q "$work/err")"
        return
    fi
    (
        cd "$work" || exit
        echo "\$ $command"
        sh -c "${SIPCODE_EMULATOR:-} $command"
    ) >"$work/printed" 2>&1
    same "$work/printed" "$2" "example: $command"
}

extract_examples 4
number=1
while [ $number -lt "$examples" ]; do
    run_program "$work/example.$number" "$work/example.$((number + 1))"
    number=$((number + 2))
done

check_form style
finish
