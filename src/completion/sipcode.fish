# SPDX-License-Identifier: MIT
# Completion for fish. sipcode itself says what may follow: see sipcode(1).
function __sipcode_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l command (string replace -r '^~/' "$HOME/" -- $words[1])
    $command --complete $words[2..] 2>/dev/null
end
complete -c sipcode -f -a '(__sipcode_complete)'
