"""水印: words across a picture, pale enough to read what is under them; drawn in the process of the leaves."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import pylopdf_fonts_zh_cn

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

_FACE = pylopdf_fonts_zh_cn.serif_path().parent / "NotoSansSC-Regular.otf"
_TURN = 24  # degrees
_INK = 0.26  # how much of it shows
_PER_LINE = 34  # characters across the picture, at least


def marked(page: Image, words: tuple[str, ...]) -> Image:
    """Return the picture with the lines written over all of it, in rows; a picture too small for them takes some."""
    from PIL import Image

    across, down = page.size
    size = max(10, min(26, across // _PER_LINE))
    tile = _tile(words, size)
    veil = Image.new("L", page.size, 0)
    for row, top in enumerate(range(-tile.height // 3, down, int(tile.height * 0.9))):
        for left in range(-(row % 2) * tile.width // 2, across, int(tile.width * 1.1)):
            veil.paste(tile, (left, top), tile)
    veil = veil.point(lambda ink: int(ink * _INK))
    dark, light = Image.new("RGB", page.size, (20, 35, 43)), Image.new("RGB", page.size, (255, 255, 255))
    ink = Image.composite(light, dark, page.convert("L").point(lambda grey: 255 if grey < 70 else 0))
    return Image.composite(ink, page, veil)


@lru_cache(maxsize=32)
def _tile(words: tuple[str, ...], size: int) -> Image:
    from PIL import Image, ImageDraw

    face, gap = _face(size), int(size * 1.5)
    across = int(max(face.getlength(line) for line in words)) + size
    sheet = Image.new("L", (across, gap * len(words) + size), 0)
    pen = ImageDraw.Draw(sheet)
    for number, line in enumerate(words):
        pen.text((size // 2, number * gap), line, font=face, fill=255)
    return sheet.rotate(_TURN, expand=True, resample=Image.Resampling.BICUBIC)


@cache
def _face(size: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(_FACE), size)
