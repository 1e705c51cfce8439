#!/usr/bin/env bash
# Makes sure that the Debian 12 packages this project needs are there. Installs what is missing as root or with a sudo that
# asks no password; else prints the one command to run and stops.
set -euo pipefail

# package, or package:command where another provider of the command (a newer emcc, another Node) serves as well
packages="ca-certificates git g++ make cmake ninja-build dpkg-dev xz-utils nodejs:node npm:npm emscripten:emcc chromium:chromium
  nlohmann-json3-dev libgtest-dev libbenchmark-dev libsdl2-dev clang-14 libclang-rt-14-dev
  python3-fonttools python3-brotli brotli poppler-utils"

missing=()
for entry in $packages; do
  package=${entry%%:*} command=${entry#*:}
  [ "$entry" != "$package" ] && command -v "$command" > /dev/null && continue
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
  install="apt-get install -y --no-install-recommends ${missing[*]}"
  if [ "$(id -u)" = 0 ]; then as_root=; elif sudo -n true 2> /dev/null; then as_root="sudo"; else
    printf 'Debian packages are missing. Install them, then run the command again:\n\n    sudo %s\n\n' "$install" >&2
    exit 1
  fi
  echo "installing: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  # An old package list names files that the mirror no longer has.
  $as_root apt-get -qq update
  $as_root $install
fi

major=$(node -p 'process.versions.node.split(".")[0]')
[ "$major" -ge 18 ] || { echo "Node $major is too old: put Node 18 or newer first on PATH, then run the command again." >&2; exit 1; }
