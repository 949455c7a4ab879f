#!/bin/sh
# Make sure that there is an nginx for the tests, where Debian's packages can be had. Its tests are skipped elsewhere.
set -eu
PATH="$PATH:/usr/sbin:/usr/local/sbin"

if command -v nginx >/dev/null 2>&1; then
  exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
  echo "No nginx here, and no apt-get to install it with: its tests will be skipped."
  exit 0
fi

echo "Installing nginx, to test the settings that we ship for it ..."
if [ "$(id -u)" -eq 0 ]; then sudo=""; else sudo="sudo"; fi
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
$sudo apt-get install -y -qq nginx-light >/dev/null || $sudo apt-get install -y -qq nginx >/dev/null
# The package starts a server on port 80. The tests start their own, so nothing is left running.
$sudo systemctl disable --now nginx >/dev/null 2>&1 || true
