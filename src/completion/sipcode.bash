# SPDX-License-Identifier: MIT
# Completion for bash. sipcode itself says what may follow: see sipcode(1).
_sipcode() {
    local IFS=$' \t\n' command=$1 line=${COMP_LINE:0:COMP_POINT}
    local words word candidate meaning reply listed=()
    # shellcheck disable=SC2088 # it is the tilde itself that is looked for
    [[ $command == '~/'* ]] && command=$HOME/${command:2}
    # Words end at blanks here; those of COMP_WORDS end at "=" and ":", too.
    read -r -d '' -a words <<<"${line//[\"\']/}"
    [[ $line == *[[:blank:]] ]] && words+=('')
    word=${words[${#words[@]} - 1]}
    COMPREPLY=()
    while IFS=$'\t' read -r candidate meaning; do
        # Only $2 is replaced, which may be no more than the end of the word.
        reply=$2${candidate:${#word}}
        COMPREPLY+=("$reply")
        listed+=("$reply${meaning:+  ($meaning)}")
    done < <("$command" --complete "${words[@]:1}" 2>/dev/null)
    # Meanings are for lists alone, which these kinds of completion show.
    if [[ ${#listed[@]} -gt 1 && $COMP_TYPE =~ ^(33|63|64)$ ]]; then
        COMPREPLY=("${listed[@]}")
    fi
}
complete -F _sipcode sipcode
