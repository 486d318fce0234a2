/** Scripts that have a shell ask `rxnl complete` for what can follow. */
export const SCRIPTS = {
  bash: `_rxnl() {
  local line="\${COMP_LINE:0:COMP_POINT}" words last
  read -ra words <<<"$line"
  [[ "$line" == *" " ]] && words+=("")
  last="\${words[-1]}"
  # Bash takes = and : for the ends of words.
  local done="\${last%"\${last##*[=:]}"}"
  mapfile -t COMPREPLY < <(rxnl complete -- "\${words[@]:1}" 2>/dev/null)
  COMPREPLY=("\${COMPREPLY[@]#"$done"}")
  [[ \${#COMPREPLY[@]} -eq 1 && "\${COMPREPLY[0]}" == *[.=] ]] && compopt -o nospace 2>/dev/null
  return 0
}
complete -F _rxnl rxnl
`,
  zsh: `#compdef rxnl
_rxnl() {
  local -a found open
  found=("\${(@f)$(rxnl complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  open=("\${(@M)found:#*[.=]}")
  found=("\${(@)found:#*[.=]}")
  compadd -- "\${(@)found:#}"
  compadd -S '' -- "\${(@)open:#}"
}
compdef _rxnl rxnl
`,
  fish: `complete -c rxnl -f -a '(rxnl complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
`,
} as const;
