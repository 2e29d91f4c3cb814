#!/bin/sh
# Make the fonts of the papers anew. Needs uv and the file NotoSerifCJK-Bold.ttc of Debian's fonts-noto-cjk 20220127.
# Usage: make-fonts.sh [/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc]
set -eu
cd "$(dirname "$0")"
uv run --no-project --with fonttools==4.68.0 --with pylopdf-fonts-zh-cn==0.1.1 python - \
    "${1:-/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc}" <<'PY'
import sys

import pylopdf_fonts_zh_cn
from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable

FOLDER = pylopdf_fonts_zh_cn.serif_path().parent
DEFAULT = ["kern", "palt", "halt", "ccmp", "locl", "liga", "calt", "mark", "mkmk"]
OFF_BY = 1.0  # of 1000 to the em: no printer shows it
FONTS = (
    ("NotoSerifCJKsc-Bold-gb2312.ttf", sys.argv[1], 2, ["kern", "palt", "halt"], None),
    ("YichuangSerif-gb2312.ttf", FOLDER / "NotoSerifSC-Regular.otf", -1, DEFAULT, "Yichuang Serif"),
    ("YichuangSans-gb2312.ttf", FOLDER / "NotoSansSC-Regular.otf", -1, DEFAULT, "Yichuang Sans"),
)


def characters(wide):
    """GB 2312 and ASCII; for the body also what Latin names and tables need."""
    high = (*range(0xA1, 0xAA if wide else 0xA4), *range(0xB0, 0xF8))
    rows = [bytes((one, low)) for one in high for low in range(0xA1, 0xFF)]
    more = [*range(0xA0, 0x180), 0x200B, *range(0x2010, 0x2028), *range(0x2030, 0x2048), 0x20AC] if wide else []
    return "".join(map(chr, [*range(0x20, 0x7F), *more])) + "".join(row.decode("gb2312", "ignore") for row in rows)


def cut(source, number, features, wide):
    options = subset.Options(font_number=number, hinting=False, layout_features=features, notdef_outline=True)
    options.drop_tables += ["vhea", "vmtx", "VORG", "DSIG"]
    options.name_IDs, options.recalc_timestamp = ["*"], False
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=characters(wide))
    subsetter.subset(font)
    return font


def quadratic(font):
    """Turn the outlines from CFF into glyf, which takes a third off the time of a paper: nothing to interpret."""
    order, glyphs, drawn = font.getGlyphOrder(), font.getGlyphSet(), {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, OFF_BY, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, drawn
    del font["CFF "]
    for name in order:
        drawn[name].recalcBounds(font["glyf"])
    font["hmtx"].metrics = {name: (font["hmtx"].metrics[name][0], getattr(drawn[name], "xMin", 0)) for name in order}
    limits = "Points Contours CompositePoints CompositeContours ComponentDepth Zones TwilightPoints Storage"
    more = "FunctionDefs InstructionDefs StackElements SizeOfInstructions ComponentElements"
    maxp = font["maxp"]
    maxp.tableVersion = 0x10000
    for limit in (*limits.split(), *more.split()):
        setattr(maxp, f"max{limit}", 1 if limit == "Zones" else 0)
    font["post"].formatType, font["head"].glyphDataFormat, font.sfntVersion = 3.0, 0, "\0\1\0\0"


for file, source, number, features, family in FONTS:
    font = cut(source, number, features, family)
    if family:
        font["name"].names = [row for row in font["name"].names if row.langID == 0x409 and row.nameID not in (16, 17)]
        named = {1: family, 3: file, 4: family, 6: family.replace(" ", "")}
        for row in font["name"].names:
            row.string = named.get(row.nameID, row.string)
    quadratic(font)
    font.save(file)
PY
