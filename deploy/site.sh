#!/usr/bin/env bash
# Puts the deployable folder build/site together: fonts, scripts and styles, the pages and data that danloi writes, the rescue
# pages, the list of the release, brotli twins.
set -euo pipefail
cd "$(dirname "$0")/.."

deploy/fonts.sh
rm -rf build/split
node deploy/bundle.mjs  # without the core, whose halves are found by opening the pages
build/native/danloi build --out build/split/site
node deploy/split.mjs build/wasm/core.wasm build/split/site build/split/core.wasm build/split/core_late.wasm
node deploy/bundle.mjs
rm -rf build/site.new
mkdir -p build/site.new/assets
build/native/danloi build --out build/site.new --assets build/assets
node deploy/rescue.mjs build/site.new
mkdir -p build/site.new/data/places
cp build/places/*.json build/site.new/data/places/
# The assets whose names the pages now carry.
while IFS='|' read -r name file; do
  case $name in
    critical.css | icons.json) ;;  # already in every page, and in the app's script
    sw.js | *.webmanifest) cp -p "build/assets/$file" build/site.new/ ;;  # the folder is the part of the site it speaks for
    *) cp -p "build/assets/$file" build/site.new/assets/ ;;
  esac
done < <(node -p 'Object.entries(JSON.parse(require("fs").readFileSync("build/assets/manifest.json", "utf8"))).map((e) => e.join("|")).join("\n")')
[ ! -d shell/public ] || cp -rp shell/public/. build/site.new/
node deploy/release.mjs build/site.new
node deploy/pack.mjs build/site.new
rm -rf build/site
mv build/site.new build/site
