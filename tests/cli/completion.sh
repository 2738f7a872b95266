#!/bin/sh
# SPDX-License-Identifier: MIT
# Completes lines in a real shell, with the scripts as they are installed.
#
# usage: completion.sh bash|bash-completion|zsh|fish
# SIPCODE is the path of the command, SIPCODE_BUILD that of the build directory,
# SIPCODE_CONFIG the configuration where it has several.
# Without the shell the exit status is 77, or 1 where SIPCODE_NEED_TOOLS is set.

: "${SIPCODE:?names the command to test}"
: "${SIPCODE_BUILD:?names the build directory}"
shell=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

missing() { # TOOL
    echo "SKIP $shell: $1 is not installed"
    [ -z "$SIPCODE_NEED_TOOLS" ] && exit 77
    exit 1
}

need() { # TOOL
    command -v "$1" >/dev/null || missing "$1"
}

# The script of the package bash-completion, which finds ours by its name.
BASH_COMPLETION=
for file in /usr/share/bash-completion/bash_completion \
    /usr/local/share/bash-completion/bash_completion \
    /opt/homebrew/share/bash-completion/bash_completion; do
    [ -r "$file" ] && BASH_COMPLETION=$file
done

# Installed below another root, so that not even an absolute path leads out.
DESTDIR=$work/root cmake -DCMAKE_INSTALL_PREFIX=/usr \
    -DCMAKE_INSTALL_COMPONENT=command \
    -DCMAKE_INSTALL_CONFIG_NAME="${SIPCODE_CONFIG:-}" \
    -P "$SIPCODE_BUILD/cmake_install.cmake" >"$work/log" ||
    { cat "$work/log"; exit 1; }
case $SIPCODE in
/*) ln -s "$SIPCODE" "$work/sipcode" ;;
*) ln -s "$PWD/$SIPCODE" "$work/sipcode" ;;
esac

# Nothing of the user's own decides how the shells behave.
SHARE=$work/root/usr/share
ZSH_DIR=$(dirname "$(find "$work/root" -name _sipcode)")
HOME=$work
PATH=$work:$PATH
TERM=vt100
LC_ALL=C
INPUTRC=/dev/null
XDG_DATA_DIRS=$SHARE:/usr/local/share:/usr/share
export BASH_COMPLETION SHARE ZSH_DIR HOME PATH TERM LC_ALL INPUTRC XDG_DATA_DIRS
unset ENV BASH_ENV ZDOTDIR HISTFILE XDG_DATA_HOME XDG_CONFIG_HOME \
    BASH_COMPLETION_USER_DIR
cd "$work" || exit 1

# fish tells what it would offer without a terminal.
fishes() { # LINE EXPECTED...
    line=$1
    shift
    checks=$((checks + 1))
    printf '%s\n' "$@" >expected
    # shellcheck disable=SC2016 # for fish
    fish -c 'complete -C $argv[1]' "$line" >offered 2>&1
    cmp -s expected offered && return
    failures=$((failures + 1))
    echo "FAIL: $line: expected < and got >"
    diff expected offered
}

fish_completes() {
    tab=$(printf '\t')
    checks=0
    failures=0
    fishes 'sipcode se' "search${tab}codes whose record mentions all words, best first"
    fishes 'sipcode compare 60' "600${tab}Busy Everywhere" "603${tab}Decline" \
        "604${tab}Does Not Exist Anywhere" "606${tab}Not Acceptable" \
        "607${tab}Unwanted" "608${tab}Rejected"
    fishes 'sipcode compare 603 604 606 607 608 60' "600${tab}Busy Everywhere"
    fishes 'sipcode show busy ' "everywhere${tab}600 Busy Everywhere" \
        "here${tab}486 Busy Here"
    fishes 'sipcode show "busy h' "\"busy here${tab}486 Busy Here"
    fishes 'sipcode is 503 fin' "final${tab}2xx to 6xx: ends the transaction"
    fishes 'sipcode --format=j' --format=json
    fishes 'sipcode --field phrase,su' "phrase,summary${tab}Summary" \
        phrase,summary,
    fishes 'sipcode list cl' "client-failure${tab}4xx"
    fishes './sipcode list cl' "client-failure${tab}4xx"
    # shellcheck disable=SC2088 # fish is to see the tilde
    fishes '~/sipcode list cl' "client-failure${tab}4xx"
    echo "fish: $checks checks, $failures failed"
    [ $failures -eq 0 ]
}

case $shell in
bash | zsh)
    need "$shell"
    need expect
    expect "$here/completion.exp" "$shell"
    ;;
bash-completion)
    need bash
    need expect
    [ -n "$BASH_COMPLETION" ] || missing bash-completion
    expect "$here/completion.exp" "$shell"
    ;;
fish)
    need fish
    fish_completes
    ;;
*)
    echo "completion: no such shell: $shell"
    exit 1
    ;;
esac
