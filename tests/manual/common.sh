# shellcheck shell=sh
# SPDX-License-Identifier: MIT
# What the tests of the manuals share. Each names its page in $page, and where
# it is in $manual if that is not man/, then sources this file.
#
# A tool that is missing skips what needs it, and then the test as a whole
# counts as skipped; with SIPCODE_NEED_TOOLS=1 it fails.

: "${SIPCODE_SOURCE:?names the root of the sources}"
manual=${manual:-$SIPCODE_SOURCE/man/${page:?names the manual}}
[ -r "$manual" ] || { echo "manual: $manual: no such file"; exit 1; }

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
checks=0
failures=0
skipped=0

passed() {
    checks=$((checks + 1))
}

failed() { # WHAT
    checks=$((checks + 1))
    failures=$((failures + 1))
    echo "FAIL: $1"
}

skip() { # WHAT
    if [ "${SIPCODE_NEED_TOOLS:-}" = 1 ]; then
        failed "$1"
    else
        skipped=$((skipped + 1))
        echo "skipped: $1"
    fi
}

# The lines of a section of the manual, or those of a subsection.
section() { # sh|ss TITLE
    awk -v kind="$1" -v title="$2" '
        /^\.Sh / || (/^\.Ss / && kind == "ss") {
            inside = $0 == (kind == "sh" ? ".Sh " : ".Ss ") title
            next
        }
        inside' "$manual"
}

# Both lists must be the same; two empty ones are no proof of anything.
same() { # FILE FILE WHAT
    if [ ! -s "$1" ]; then
        failed "$3: there is nothing to compare with"
    elif cmp -s "$1" "$2"; then
        passed
    else
        failed "$3: < is what there is, > is what the manual has"
        diff "$1" "$2" | sed -n 's/^[<>]/    &/p'
    fi
}

# ---- The schema --------------------------------------------------------------

# shellcheck disable=SC2034 # it is for those that source this
kinds='code class term rfc pair wire edition'

title_of() { # KIND
    case $1 in
    code) echo 'Fields of a response code' ;;
    rfc) echo 'Fields of an RFC' ;;
    wire) echo 'Fields of a status line' ;;
    edition) echo 'Fields of the edition' ;;
    *) echo "Fields of a $1" ;;
    esac
}

# The rows of a kind: number, name, form, fewest, most, shortest, longest.
rules_of() { # KIND
    awk -v table="$1_fields[]" '
        /^static/ { inside = $5 == table }
        inside && /^    \{[A-Z_]+, "/ { gsub(/[{},"]/, ""); $1 = $1; print }' \
        "$SIPCODE_SOURCE/src/gen/schema.c"
}

# ---- Examples ----------------------------------------------------------------

# Writes each display under EXAMPLES to a file $work/example.N, as roff prints
# it, and sets $examples to how many there are. An escape that is not known here
# would change what runs, and so is an error.
extract_examples() { # FEWEST
    section sh EXAMPLES | awk -v work="$work" '
        function plain(line,    text, at) {
            while ((at = index(line, "\\")) > 0) {
                text = text substr(line, 1, at - 1)
                line = substr(line, at + 1)
                if (substr(line, 1, 1) == "(") {
                    at = substr(line, 2, 2)
                    line = substr(line, 4)
                } else {
                    at = substr(line, 1, 1)
                    line = substr(line, 2)
                }
                if (!(at in escapes)) {
                    print "unknown escape \\" at
                    at = "&"
                }
                text = text escapes[at]
            }
            return text line
        }
        BEGIN {
            escapes["&"] = ""
            escapes["-"] = "-"
            escapes["e"] = "\\"
            escapes["rs"] = "\\"
            escapes["aq"] = "\047"
            escapes["dq"] = "\""
            escapes["ga"] = "`"
            escapes["ha"] = "^"
            escapes["ti"] = "~"
            escapes["ba"] = "|"
        }
        /^\.Dl / {
            print plain(substr($0, 5)) > (work "/example." ++count)
            next
        }
        /^\.Bd / {
            inside = 1
            count++
            next
        }
        /^\.Ed/ {
            inside = 0
            next
        }
        inside { print plain($0) > (work "/example." count) }
        END { print count + 0 > (work "/count") }' >"$work/faults"
    if [ -s "$work/faults" ]; then
        failed "EXAMPLES: $(cat "$work/faults")"
    else
        passed
    fi
    examples=$(cat "$work/count")
    if [ "$examples" -ge "$1" ]; then
        passed
    else
        failed "found $examples examples, expected $1 or more"
    fi
}

run_example() { # FILE
    name=$(sed q "$1")
    for tool in jq recsel recfix; do
        if grep -qw "$tool" "$1" && ! command -v "$tool" >/dev/null; then
            skip "example: $name: there is no $tool"
            return
        fi
    done
    # A shell of its own, so that an exit or a variable ends there.
    sh "$1" >"$work/out" 2>"$work/all" </dev/null
    status=$?
    # That a phrase is not the registered one is said where all went well.
    grep -v ': the registered reason phrase is "' "$work/all" >"$work/err"
    if [ $status -ne 0 ]; then
        failed "example: $name: status $status"
    elif [ ! -s "$work/out" ]; then
        failed "example: $name: no output"
    elif [ -s "$work/err" ]; then
        failed "example: $name: $(sed q "$work/err")"
    else
        passed
    fi
}

# ---- Form --------------------------------------------------------------------

# Which other manuals are installed, and indexed, is not our concern.
check_form() { # LEVEL
    if ! command -v mandoc >/dev/null; then
        skip "mandoc -T lint: there is no mandoc"
        return
    fi
    mandoc -T lint -W "$1" "$manual" 2>&1 |
        grep -v -e 'referenced manual not found' -e 'outdated mandoc\.db' \
            >"$work/lint"
    if [ -s "$work/lint" ]; then
        failed "mandoc -T lint: $(sed q "$work/lint")"
    else
        passed
    fi
}

# The last line of a test; its status is that of the test, 77 for skipped.
finish() {
    echo "$page: $checks checks, $failures failed, $skipped skipped"
    [ $failures -eq 0 ] || exit 1
    [ $skipped -eq 0 ] || exit 77
}
