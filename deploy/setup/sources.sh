#!/usr/bin/env bash
# Fetches the three source packages that Debian ships no usable binary of, into build/deps/<name>.
# apt gets a private state in build/, so the machine's own package set-up is neither read for lists nor changed;
# mirrors and keys are the machine's own, and each archive must have the SHA-256 written here.
set -euo pipefail
cd "$(dirname "$0")/../.."

deps=$PWD/build/deps
state=$PWD/build/apt

# folder | source package and version | archive | SHA-256
parts="
imgui|imgui=1.90.1+ds-1|imgui_1.90.1+ds.orig.tar.xz|ecce377df0f90b292f15dcbd83d438bddc162b2388c881132bde18c787572a1c
sdl2|libsdl2=2.26.5+dfsg-1|libsdl2_2.26.5+dfsg.orig.tar.gz|b3f2c822151804125d08db94c65852f711c2e5df2145a59da120748dc32eb9c3
qrcodegen|qr-code-generator=1.8.0-1.1|qr-code-generator_1.8.0.orig.tar.gz|2ec0a4d33d6f521c942eeaf473d42d5fe139abcfa57d2beffe10c5cf7d34ae60
"

fail() { printf '%s\n' "$*" >&2; exit 1; }

# The first Debian entry of this machine, rewritten to source packages of the two releases we take parts from.
write_sources() {
  local out=$1 file
  for file in /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list.d/*.sources; do
    [ -r "$file" ] || continue
    awk -v RS= 'NR == 1' "$file" | sed '/^#/d' \
      | sed -E 's/^Types:.*/Types: deb-src/; s/^Suites:.*/Suites: bookworm trixie/; s/^Components:.*/Components: main/' > "$out.sources"
    grep -q '^URIs:' "$out.sources" && { echo "$out.sources"; return; }
  done
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -r "$file" ] || continue
    awk '$1 == "deb" { at = 2; opts = ""
           if ($2 ~ /^\[/) { while ($at !~ /\]$/) { opts = opts $at " "; at++ } opts = opts $at " "; at++ }
           print "deb-src " opts $at " bookworm main"; print "deb-src " opts $at " trixie main"; exit }' "$file" > "$out.list"
    [ -s "$out.list" ] && { echo "$out.list"; return; }
  done
  fail "No Debian package source found under /etc/apt: add the Debian 12 sources to the machine, then run the command again."
}

private_apt() {
  apt-get -qq -o "Dir::Etc::sourcelist=$list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$state/lists" \
    -o "Dir::Cache=$state/cache" -o APT::Get::List-Cleanup=0 -o Acquire::Retries=3 -o APT::Sandbox::User=root "$@"
}

download() {
  [ -n "${list:-}" ] || {
    mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
    list=$(write_sources "$state/debian")
    private_apt update || fail "The Debian package lists could not be read: check the network, then run the command again."
  }
  (cd "$state" && private_apt source --download-only --tar-only "$1") \
    || fail "The source package $1 could not be fetched: check the network, then run the command again."
}

install_part() {
  local name=$1 package=$2 archive=$3 sum=$4
  [ "$(cat "$deps/$name/.sha256" 2>/dev/null)" = "$sum" ] && return
  printf '      %s\n' "$package"
  [ -f "$state/$archive" ] || download "$package"
  echo "$sum  $state/$archive" | sha256sum --check --status \
    || { rm -f "$state/$archive"; fail "$archive is not the file this project was built with (SHA-256 differs). It was removed; run the command again."; }
  rm -rf "${deps:?}/$name" "$deps/$name.new"
  mkdir -p "$deps/$name.new"
  tar -xf "$state/$archive" -C "$deps/$name.new" --strip-components=1
  echo "$sum" > "$deps/$name.new/.sha256"
  mv "$deps/$name.new" "$deps/$name"
}

mkdir -p "$deps" "$state"
while IFS='|' read -r name package archive sum; do
  [ -z "$name" ] || install_part "$name" "$package" "$archive" "$sum"
done <<< "$parts"
