#!/bin/sh
# Make the title font anew: Noto Serif CJK SC Bold cut down to GB 2312. Needs uv and Debian's fonts-noto-cjk.
set -eu
cd "$(dirname "$0")"
characters=$(mktemp)
trap 'rm -f "$characters"' EXIT
python3 - >"$characters" <<'PY'
rows = [bytes((high, low)) for high in (*range(0xA1, 0xA4), *range(0xB0, 0xF8)) for low in range(0xA1, 0xFF)]
text = "".join(row.decode("gb2312", "ignore") for row in rows)
print("".join(map(chr, range(0x20, 0x7F))) + text)
PY
uvx --from fonttools pyftsubset /usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc --font-number=2 \
    --text-file="$characters" --no-hinting --layout-features=kern,palt,halt --notdef-outline \
    --drop-tables+=vhea,vmtx,VORG --name-IDs='*' --no-recalc-timestamp --output-file=NotoSerifCJKsc-Bold-gb2312.otf
