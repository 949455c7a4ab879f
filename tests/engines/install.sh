#!/bin/sh
# Make sure that Firefox, WebKit with its driver, and a screen that nobody sees are here: packages of Debian or Ubuntu.
set -eu

missing=""
if ! command -v firefox-esr >/dev/null 2>&1 && ! command -v firefox >/dev/null 2>&1; then
  missing="firefox-esr"
fi
command -v WebKitWebDriver >/dev/null 2>&1 || missing="$missing webkit2gtk-driver"
command -v xvfb-run >/dev/null 2>&1 || missing="$missing xvfb xauth"
if [ -z "$missing" ]; then
  echo "Testing in the Firefox and the WebKit that are here."
  exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
  echo "Not here, and no apt-get to install it with: $missing" >&2
  exit 1
fi

echo "Installing $missing ..."
if [ "$(id -u)" -eq 0 ]; then sudo=""; else sudo="sudo"; fi
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
# shellcheck disable=SC2086  # each word is a package
$sudo apt-get install -y -qq $missing >/dev/null
