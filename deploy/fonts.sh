#!/usr/bin/env bash
# Makes the two fonts that the page and the painter share: Be Vietnam Pro 400 and 600, reduced to the letters that
# content/letters.txt lists; a letter there that the font has not stops the build. Hinting, kerning and ligatures go: ImGui
# reads none of them, and without them the page's own text has the same line breaks as the painted one. The licence stays
# in the name table.
# The font has no arrows, ticks or crosses: those marks are drawn as shapes.
set -euo pipefail
cd "$(dirname "$0")/.."

out=build/fonts
source=node_modules/@expo-google-fonts/be-vietnam-pro
letters=content/letters.txt

subset() {
  local weight=$1 file=$2
  local to=$out/be-vietnam-pro-$weight.ttf
  [ "$to" -nt "$file" ] && [ "$to" -nt "$letters" ] && [ "$to" -nt deploy/fonts.sh ] && return
  # Debian's own Python: fontTools is its package, and another python3 may come first on PATH.
  /usr/bin/python3 -m fontTools.subset "$file" --output-file="$to.new" --unicodes-file="$letters" \
    --no-ignore-missing-unicodes --no-hinting --layout-features='' --drop-tables+=GDEF,GPOS,GSUB,gasp \
    --name-IDs=0,1,2,13 --no-glyph-names --no-recalc-timestamp
  mv "$to.new" "$to"
  printf '      %s: %d bytes, %d in brotli\n' "${to##*/}" "$(stat -c %s "$to")" "$(brotli --quality=11 --stdout "$to" | wc -c)"
}

mkdir -p "$out"
subset 400 "$source/400Regular/BeVietnamPro_400Regular.ttf"
subset 600 "$source/600SemiBold/BeVietnamPro_600SemiBold.ttf"
