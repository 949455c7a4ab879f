#!/bin/sh
# Make sure that there is a browser for the tests: one that is here, else Playwright's own, else the system's package.
# The headless shell comes first: without windows, tabs and a history to keep, a walk takes half the time.
# Usage: install.sh PATH_OF_PLAYWRIGHT
set -eu

for name in "${BROWSER_PATH:-}" chromium-headless-shell chromium chromium-browser google-chrome; do
  if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
    echo "Testing in the browser that is here: $name"
    exit 0
  fi
done

echo "No browser found. Installing Playwright's own ..."
if "$1" install --with-deps chromium >/dev/null 2>&1; then
  exit 0
fi

echo "That did not work. Installing the system's Chromium ..."
if [ "$(id -u)" -eq 0 ]; then apt=apt-get; else apt="sudo apt-get"; fi
export DEBIAN_FRONTEND=noninteractive
$apt update -qq
$apt install -y -qq chromium-headless-shell >/dev/null || $apt install -y -qq chromium >/dev/null
