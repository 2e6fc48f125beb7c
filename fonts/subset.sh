#!/usr/bin/env bash
# Makes the font files in this folder from the published ones: fetches fixed versions, keeps the
# characters and features a brief can need, and gives the result names of its own, because the
# licence reserves the name "Source" for unmodified files. Run it in this folder; it needs npm,
# python3 and network access, and its output is the same every time.
set -euo pipefail

SANS=@expo-google-fonts/source-sans-3@0.4.1
SERIF=@expo-google-fonts/source-serif-4@0.4.1
FONTTOOLS=fonttools==4.68.0

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

for package in "$SANS" "$SERIF"; do
    npm pack --silent "$package" >/dev/null
done
for archive in *.tgz; do
    mkdir "${archive%.tgz}"
    tar -xzf "$archive" -C "${archive%.tgz}" --strip-components 1
done
python3 -m venv tools
tools/bin/pip install --quiet "$FONTTOOLS"

# Characters kept. Latin in all its European uses, Greek and Cyrillic for names, then marks.
RANGES=(
    0020-007E 00A0-024F 0259 02B9-02BC 02C6-02C7 02D8-02DD 0300-0304 0306-030C 0326-0328
    0370-03FF 0400-045F 0490-0491 1E00-1EFF
    2007 2009 2010-2015 2018-201E 2020-2022 2026 202F 2030 2032-2033 2039-203A 2044
    2070-2071 2074-208E 20A0-20C0 2113 2116 2117 2120 2122 2126 212E 2153-2154 215B-215E
    2190-2199 2202 2206 220F 2211-2212 2215 2219-221A 221E 222B 2248 2260 2264-2265
    25A0-25A1 25AA-25AB 25B2-25B3 25B6-25B7 25BC-25BD 25C0-25C1 25C6 25CA-25CB 25CF 25E6
    2713-2714 2717-2718 FB00-FB04
)
UNICODES=$(IFS=,; echo "${RANGES[*]}")
# Kerning, ligatures, marks and local forms; tabular and proportional, lining and old-style figures;
# fractions, superiors and inferiors, ordinals, forms for capitals, slashed zero.
FEATURES=kern,mark,mkmk,liga,ccmp,locl,lnum,onum,tnum,pnum,frac,numr,dnom,sups,subs,sinf,ordn,case,zero

cat >rename.py <<'PYTHON'
"""Names a subset font: family and face, with the copyright notice and licence left in place."""
import sys
from fontTools.ttLib import TTFont

path, family, face = sys.argv[1:]
font = TTFont(path, recalcTimestamp=False)
names = font["name"]
names.names = [record for record in names.names if record.nameID in (0, 5, 13, 14)]
plain = face in ("Regular", "Italic")
for platform in ((3, 1, 0x409), (1, 0, 0)):
    names.setName(family if plain else f"{family} {face}", 1, *platform)
    names.setName(face if plain else "Regular", 2, *platform)
    names.setName(f"{family} {face}", 4, *platform)
    names.setName(f"{family}-{face}".replace(" ", ""), 6, *platform)
    if not plain:
        names.setName(family, 16, *platform)
        names.setName(face, 17, *platform)
font.save(path)
PYTHON

subset() { # package folder, file, family, face
    local out="$here/$(echo "$3-$4" | tr -d ' ').ttf"
    tools/bin/pyftsubset "$1/$2" --output-file="$out" --unicodes="$UNICODES" \
        --layout-features="$FEATURES" --no-hinting --notdef-outline --name-IDs='*' \
        --drop-tables+=DSIG
    tools/bin/python rename.py "$out" "$3" "$4"
}

sans=$(echo expo-google-fonts-source-sans-3-*/)
serif=$(echo expo-google-fonts-source-serif-4-*/)
subset "$sans" 400Regular/SourceSans3_400Regular.ttf 'Boardbrief Sans' Regular
subset "$sans" 400Regular_Italic/SourceSans3_400Regular_Italic.ttf 'Boardbrief Sans' Italic
subset "$sans" 600SemiBold/SourceSans3_600SemiBold.ttf 'Boardbrief Sans' SemiBold
subset "$serif" 600SemiBold/SourceSerif4_600SemiBold.ttf 'Boardbrief Serif' SemiBold
cp "$sans/LICENSE_FONT" "$here/OFL-sans.txt"
cp "$serif/LICENSE_FONT" "$here/OFL-serif.txt"
