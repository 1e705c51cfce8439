#!/usr/bin/env bash
# Installs the npm packages of package-lock.json, exactly and only when they are not there yet.
set -euo pipefail
cd "$(dirname "$0")/../.."

stamp=node_modules/.danloi-lock
cmp -s package-lock.json "$stamp" && exit 0
npm ci || { echo "The npm packages could not be installed: check the network, then run the command again." >&2; exit 1; }
cp package-lock.json "$stamp"
