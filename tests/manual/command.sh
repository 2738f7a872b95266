#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds man/sipcode.1 against the command: no option, command, property, format
# or field may be missing from it, and each example must run as it is printed.
# SIPCODE is the path of the command, SIPCODE_SOURCE the root of the sources.

: "${SIPCODE:?names the command to test}"
page=sipcode.1
# shellcheck source=tests/manual/common.sh
. "$(dirname "$0")/common.sh"
[ -x "$SIPCODE" ] || { echo "manual: $SIPCODE: no such command"; exit 1; }

# ---- Options and commands ----------------------------------------------------

"$SIPCODE" --help >"$work/help" || failed "sipcode --help: status $?"

# A line each: -q, --quiet.
sed -n '/^Options/,$p' "$work/help" |
    awk '/^ +-/ {
        for (i = 1; i <= NF && $i ~ /^-/; i++) {
            sub(/,$/, "", $i)
            print $i
        }
    }' | sort >"$work/options"
section sh OPTIONS | grep '^\.It Fl ' | tr -d ',' | tr ' ' '\n' |
    awk 'flag { sub(/^\\?-/, "-"); print "-" $0 } { flag = $0 == "Fl" }' |
    sort >"$work/documented"
same "$work/options" "$work/documented" "options"

sed -n '/^Commands/,/^$/s/^  \([a-z][a-z-]*\) .*/\1/p' "$work/help" |
    sort >"$work/commands"
# Those with operands: the items without are the properties.
section sh DESCRIPTION | sed -n 's/^\.It Cm \([a-z-]*\) .*/\1/p' |
    sort >"$work/documented"
same "$work/commands" "$work/documented" "commands in DESCRIPTION"
section sh SYNOPSIS | sed -n 's/^\.Cm //p' | sort >"$work/documented"
same "$work/commands" "$work/documented" "commands in SYNOPSIS"

# ---- Properties --------------------------------------------------------------

# A line each, in the order of the help: the name and all of the definition.
"$SIPCODE" is --help >"$work/help" || failed "sipcode is --help: status $?"
# shellcheck disable=SC2016 # the expressions are for awk
joined='
    starts && line { print line }
    starts { line = "" }
    { $1 = $1; line = line (line ? " " : "") $0 }
    END { if (line) print line }'
sed -n '/^Properties:/,/^$/s/^  //p' "$work/help" |
    awk "{ starts = /^[^ ]/ } $joined" >"$work/properties"
section ss 'Properties of a code' |
    sed -n -e '/^\.It Cm /,/^\.El/!d' -e 's/^\.It Cm /= /p' -e '/^[^.=]/p' |
    awk "{ starts = sub(/^= /, \"\") } $joined" >"$work/documented"
same "$work/properties" "$work/documented" "properties"

# ---- Formats and fields ------------------------------------------------------

# What a message offers to choose from, a name a line.
choices() {
    "$SIPCODE" --quiet "$@" 2>&1 >/dev/null |
        sed -n -e 's/.*choose\( from\)\{0,1\} //' -e 's/ or /, /' \
            -e 's/, /,/gp' | tr ',' '\n'
}

choices --format '?' 183 | sort >"$work/formats"
section sh OPTIONS | sed -n 's/^\.It Cm //p' | sort >"$work/documented"
same "$work/formats" "$work/documented" "formats"

# The names in a table of the manual, in its order.
names_in() { # SUBSECTION
    section ss "$1" | sed -n 's/^\.It Cm \([a-z_]*\) Ta .*/\1/p'
}

# The same names in the same order: in json, in tsv and for --field.
same_fields() { # SUBSECTION ARGUMENT...
    subsection=$1
    shift
    choices --field '?' "$@" >"$work/fields"
    names_in "$subsection" >"$work/documented"
    same "$work/fields" "$work/documented" "$subsection: sipcode $*"
}

# A known phrase, as only this has all the fields that show can have.
same_fields 'Fields of a code' 603 Network Blocked
same_fields 'Fields of a class' 4xx
same_fields 'Fields of a line' search early media

# The fields of a list are those of any line but for what only a search has.
choices --field '?' list >"$work/fields"
section ss 'Fields of a line' | grep -v 'for Cm search' |
    sed -n 's/^\.It Cm \([a-z_]*\) Ta .*/\1/p' >"$work/documented"
same "$work/fields" "$work/documented" "Fields of a line: sipcode list"

# --field takes those of each code as well; the manual has them elsewhere.
choices --field '?' 183 >"$work/of_code"
{
    echo codes
    echo summary
    choices --field '?' compare 183 422 | grep -vxFf "$work/of_code"
} >"$work/fields"
names_in 'Fields of a comparison' >"$work/documented"
same "$work/fields" "$work/documented" "Fields of a comparison"

# The columns of tsv are numbered through, and there are as many as said; later
# ones may belong to fields that stand earlier.
same_columns() { # SUBSECTION ARGUMENT...
    subsection=$1
    shift
    # Without the rows that only a search has, unless this is one.
    section ss "$subsection" |
        awk -v search="$1" 'search == "search" || !/for Cm search/' |
        sed -n 's/^\.It Cm [a-z_]* Ta [a-z *]* Ta \([0-9]*\).*/\1/p' |
        grep . | sort -n >"$work/documented"
    "$SIPCODE" --quiet --format tsv "$@" | awk -F '\t' '
        NR == 1 { for (i = 1; i <= NF; i++) print i }' >"$work/columns"
    same "$work/columns" "$work/documented" "$subsection: columns of $1"
}

same_columns 'Fields of a code' 183
same_columns 'Fields of a code' 603 Network Blocked
same_columns 'Fields of a class' 4xx
same_columns 'Fields of a line' list
same_columns 'Fields of a line' search early media

# Each label of plain text stands in the table of its kind.
same_labels() { # SUBSECTION ARGUMENT...
    subsection=$1
    shift
    section ss "$subsection" |
        sed -n -e 's/\\&//g' -e 's/^\.It Cm .* Ta \([A-Z].*\)/\1/p' |
        grep -v '^Pq ' | sort >"$work/documented"
    "$SIPCODE" --quiet --format plain "$@" |
        sed -n 's/^\([A-Z][A-Za-z ]*\): .*/\1/p' | sort -u >"$work/labels"
    same "$work/labels" "$work/documented" "$subsection: labels"
}

# All codes, as some have fields that others lack.
# shellcheck disable=SC2046 # one argument a code
same_labels 'Fields of a code' $("$SIPCODE" list --all --field code) \
    '603 Network Blocked'
same_labels 'Fields of a class' 4xx
# Two that are confused with each other have parts that others lack.
same_labels 'Fields of a comparison' compare 180 183

# The words that a value may be, but for the methods, which SIP defines, and
# those of classes.
sed -n -e '/^Term: Method /d' -e '/^Term: Ack /d' -e 's/^Term: [A-Za-z]* //p' \
    "$SIPCODE_SOURCE/data/terms.rec" | sort -u >"$work/terms"
section ss 'Fields of a code' | tr ' ' '\n' | grep -xFf "$work/terms" |
    sort -u >"$work/documented"
same "$work/terms" "$work/documented" "words of the vocabularies"

# ---- Examples ----------------------------------------------------------------

# The command is first in PATH under its own name, whatever the build calls it.
mkdir "$work/bin"
case $SIPCODE in
/*) ln -s "$SIPCODE" "$work/bin/sipcode" ;;
*) ln -s "$PWD/$SIPCODE" "$work/bin/sipcode" ;;
esac
PATH=$work/bin:$PATH

extract_examples 5
number=1
while [ $number -le "$examples" ]; do
    run_example "$work/example.$number"
    number=$((number + 1))
done

check_form style
finish
