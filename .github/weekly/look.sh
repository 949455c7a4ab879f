#!/bin/sh
# Write into a file, in Markdown, what time has done to the guide. The file is empty where all is well.
# Usage: look.sh PYTHON REPORT
set -eu
python=$1
report=$2
found=$(mktemp)
: > "$report"

# section TITLE WHAT-TO-DO COMMAND...: run a command; where it fails, add what it printed to the report.
section() {
  title=$1
  advice=$2
  shift 2
  echo "$title ..."
  if "$@" > "$found" 2>&1; then
    cat "$found"
    return
  fi
  cat "$found"
  {
    printf '## %s\n\n%s\n\n' "$title" "$advice"
    # The lines may hold any character: indented, none of them means anything to Markdown.
    head -c 20000 "$found" | sed 's/^/    /'
    printf '\n\n'
  } >> "$report"
}

section "What the check says today" \
  "Each line says in brackets what to do; decision_tree/RULES.md has a chapter for each rule. Where it is \
\`fact-review\` or \`fact-period\`, read the fact in its authority again. Then correct it, or set \`reviewed\` to the \
day on which you read it." \
  "$python" -m decision_tree check --strict --on "$(date -u +%F)"
section "Pages of others" \
  "Lines with \"error\" name pages that are gone. Find the new address. Lines with \"warning\" could not be checked." \
  "$python" -m publish.links

rm -f "$found"
