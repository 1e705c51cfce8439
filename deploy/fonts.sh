#!/usr/bin/env bash
# Makes the two fonts that the page and the painter share: Be Vietnam Pro 400 and 600, reduced to Vietnamese, Latin 1 and
# the signs our wording uses. Hinting, kerning and ligatures go: ImGui reads none of them, and without them the page's own
# text has the same line breaks as the painted one. The licence stays in the name table.
# The font has no arrows, ticks or crosses: those marks are drawn as shapes.
set -euo pipefail
cd "$(dirname "$0")/.."

out=build/fonts
source=node_modules/@expo-google-fonts/be-vietnam-pro
latin=U+0020-007E,U+00A0,U+00A7,U+00A9,U+00AB,U+00B0,U+00B1,U+00B7,U+00BB-00BE,U+00C0-00FF
vietnamese=U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+1EA0-1EF9
signs=U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2022,U+2026,U+2039,U+203A,U+20AB,U+20AC,U+2212,U+2248,U+2264,U+2265

subset() {
  local weight=$1 file=$2
  local to=$out/be-vietnam-pro-$weight.ttf
  [ "$to" -nt "$file" ] && [ "$to" -nt deploy/fonts.sh ] && return
  # Debian's own Python: fontTools is its package, and another python3 may come first on PATH.
  /usr/bin/python3 -m fontTools.subset "$file" --output-file="$to.new" --unicodes="$latin,$vietnamese,$signs" \
    --no-hinting --layout-features='' --drop-tables+=GDEF,GPOS,GSUB,gasp --name-IDs=0,1,2,13 --no-glyph-names --no-recalc-timestamp
  mv "$to.new" "$to"
  printf '      %s: %d bytes, %d in brotli\n' "${to##*/}" "$(stat -c %s "$to")" "$(brotli --quality=11 --stdout "$to" | wc -c)"
}

mkdir -p "$out"
subset 400 "$source/400Regular/BeVietnamPro_400Regular.ttf"
subset 600 "$source/600SemiBold/BeVietnamPro_600SemiBold.ttf"
