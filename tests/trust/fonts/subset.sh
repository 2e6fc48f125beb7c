#!/usr/bin/env bash
# Makes the two small fonts in this folder, which tests set foreign text in, from the published ones
# (Noto, SIL Open Font License 1.1): fixed versions, a few characters, no hinting. Needs npm, python3
# with fonttools, and network access. Run it in this folder; its output is the same every time.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fetch() { # package, version: into a folder of the package's name
    npm pack --silent "@expo-google-fonts/$1@$2" >/dev/null
    mkdir "$1"
    tar -xzf "expo-google-fonts-$1-$2.tgz" -C "$1" --strip-components 1
}
fetch noto-sans-jp 0.4.3
fetch noto-emoji 0.4.7

keep() { # source, characters, target
    pyftsubset "$1" --text="$2" --layout-features='' --no-hinting --desubroutinize \
        --name-IDs='0,1,2,3,4,5,6,13,14' --output-file="$here/$3"
}
keep noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf '内製か購入か日本語建造社内基盤' NotoSansJP-few.ttf
keep noto-emoji/400Regular/NotoEmoji_400Regular.ttf '🚀😀' NotoEmoji-few.ttf
cp noto-sans-jp/LICENSE_FONT "$here/NotoSansJP-OFL.txt"
cp noto-emoji/LICENSE_FONT "$here/NotoEmoji-OFL.txt"
