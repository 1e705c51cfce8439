#!/usr/bin/env bash
# Runs named steps one after the other: deploy/steps.sh NAME...
# Each prints one line with its time; its full output goes to build/logs/NAME.log. A set-up or build step that fails ends
# the run; a test suite that fails lets the others go on, and all are named at the end. A suite over its share of the
# time is named too (design section 2); that fails nothing.
set -uo pipefail
cd "$(dirname "$0")/.."

# name | kind | share in seconds | title | command
table() { cat << 'STEPS'
packages|build|150|Debian packages|deploy/setup/packages.sh
npm|build|30|npm packages|deploy/setup/npm.sh
sources|build|20|source packages|deploy/setup/sources.sh
places|build|10|provinces and communes|node deploy/places.mjs build/places
native|build|110|native command and tests|cmake_build native
sanitize|build|130|the same with sanitizers|cmake_build sanitize
wasm|build|70|WebAssembly modules|cmake_build wasm
site|build|30|site|deploy/site.sh
size|suite|10|size budgets|node deploy/size.mjs
hygiene|suite|40|hygiene of the tree|node --test tests/hygiene/*.test.mjs tests/deploy/*.test.mjs
types|suite|40|types of the page scripts|npm run --silent types
content|suite|30|procedures and content|build/native/danloi check
command|suite|30|danloi command|node --test tests/tool/*.test.mjs
unit|suite|60|unit tests|deploy/unit.sh native
unit-sanitize|suite|300|unit tests with sanitizers|deploy/unit.sh sanitize
modules|suite|10|WebAssembly modules|node --test tests/modules/*.test.mjs
page|suite|90|page scripts|node --test tests/web/*.test.mjs
browser|suite|480|browser tests|node --test tests/browser/*.test.mjs
faults|suite|360|fault rigs, short form|node --test --test-concurrency=1 tests/faults/*.test.mjs
faults-full|suite|18000|fault rigs, full figures|rm -f build/figures/faults.json; FAULTS=full node --test --test-concurrency=1 tests/faults/*.test.mjs
gates-full|suite|900|accessibility gates, every view and language|GATES=full node --test tests/browser/gates.test.mjs
desktop|build|60|desktop program|deploy/fonts.sh && cmake --build --preset native --target danloi-desktop
bench|suite|1800|figures of first and later visits|node tests/bench/visit.mjs && node tests/bench/device.mjs
STEPS
}

cmake_build() {
  if [ ! -f "build/$1/build.ninja" ] && ! cmake --preset "$1"; then return 1; fi
  cmake --build --preset "$1"
}

# Adds what a log says to the two counters: the closing lines of GoogleTest's processes and of node, else the suite counts as
# one test.
count() {
  local log=$1 status=$2 here_passed here_failed
  here_passed=$(sed -nE 's/^\[  PASSED  \] ([0-9]+) tests?\.$/\1/p; s/^(#|ℹ) pass ([0-9]+)$/\2/p' "$log" | awk '{ n += $1 } END { if (NR) print n }')
  here_failed=$(sed -nE 's/^\[  FAILED  \] ([0-9]+) tests?, listed below:$/\1/p; s/^(#|ℹ) fail ([0-9]+)$/\2/p' "$log" | awk '{ n += $1 } END { if (NR) print n }')
  if [ -z "$here_passed" ]; then
    here_passed=$((status == 0)) here_failed=$((status != 0))
  elif [ "$status" -ne 0 ] && [ "${here_failed:-0}" -eq 0 ]; then
    here_failed=1
  fi
  passed=$((passed + here_passed)) failed=$((failed + ${here_failed:-0}))
}

# What a log says about each test of node that failed, at most 40 lines each; the end of any other log.
complaints() {
  if grep -qE '^ *not ok ' "$1"; then
    awk '/^ *not ok / { left = 40 } left > 0 { print; left-- } /^ *\.\.\.$/ { left = 0 }' "$1"
  else
    tail -n 60 "$1"
  fi
}

passed=0 failed=0 at=0 suites=0
broken=() slow=()
mkdir -p build/logs

for name in "$@"; do
  at=$((at + 1))
  row=$(table | grep "^$name|") || { echo "no step called $name" >&2; exit 2; }
  IFS='|' read -r _ kind share title command <<< "$row"
  log=build/logs/$name.log
  printf '[%d/%d] %s ' "$at" $# "$title"
  began=$(date +%s)
  if [ "$kind" = build ]; then
    eval "$command" > "$log" 2>&1 < /dev/null
  else
    timeout $((share * 5)) bash -c "$command" > "$log" 2>&1 < /dev/null  # a suite that hangs must not hang the run
  fi
  status=$?
  took=$(($(date +%s) - began))
  printf '... %d s of %d\n' "$took" "$share"
  [ "$took" -le "$share" ] || slow+=("$title: $took s, share $share s")
  if [ "$kind" = suite ]; then suites=$((suites + 1)); count "$log" "$status"; fi
  [ "$status" -eq 0 ] && continue
  echo "--- failed: $title (whole log: $log) ---" >&2
  complaints "$log" >&2
  [ "$kind" = suite ] || { echo "--- Mend what the lines above say, then run the command again. ---" >&2; exit 1; }
  broken+=("$title")
done

[ "$suites" -gt 0 ] || exit 0
for line in "${slow[@]+"${slow[@]}"}"; do echo "over its share of the time: $line"; done
for title in "${broken[@]+"${broken[@]}"}"; do echo "failed suite: $title"; done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
