#!/bin/sh
# Keep one issue that says what a report says: open it, bring it up to date, or close it where the report is empty.
# Needs GitHub's own command, gh, with the right to write issues.
# Usage: issue.sh REPORT
set -eu
report=$1
label=weekly-check
title="Weekly check: the guide needs a look"

if [ "$(gh repo view "$GH_REPO" --json hasIssuesEnabled --jq .hasIssuesEnabled)" != true ]; then
  # Forks start without issues. A run that fails sends its owner a message.
  echo "This repository has no issues (Settings, General, Features: Issues), so the report stands here."
  cat "$report"
  test ! -s "$report"
  exit
fi

number=$(gh issue list --label "$label" --state open --limit 1 --json number --jq '.[0].number // empty')

if [ ! -s "$report" ]; then
  if [ -n "$number" ]; then
    gh issue close "$number" --comment "All is well again."
  fi
elif [ -n "$number" ]; then
  gh issue edit "$number" --body-file "$report"
else
  gh label create "$label" --description "What the weekly check found" --force
  gh issue create --title "$title" --label "$label" --body-file "$report"
fi
