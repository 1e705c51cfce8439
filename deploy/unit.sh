#!/usr/bin/env bash
# Runs the unit tests of build/NAME: deploy/unit.sh NAME. One process a core, each with its share of the tests: a process
# for each test would read the same content hundreds of times.
set -uo pipefail
cd "$(dirname "$0")/.."

shards=$(nproc) pids=() status=0
for ((i = 0; i < shards; i++)); do
  GTEST_TOTAL_SHARDS=$shards GTEST_SHARD_INDEX=$i "build/$1/danloi_unit" --gtest_brief=1 > "build/logs/unit.$1.$i.log" 2>&1 &
  pids+=($!)
done
for pid in "${pids[@]}"; do wait "$pid" || status=1; done
for ((i = 0; i < shards; i++)); do cat "build/logs/unit.$1.$i.log"; done
exit $status
