"""Bar code and QR code of a paper (条形码、二维码), as SVG without a renderer's own time or size."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

_QUIET = 10  # modules left blank on both sides of a bar code
_BORDER = 2  # and around a QR code, which stands on white anyhow
_MASK = 2


def code_128(text: str) -> str:
    """Return the Code 128 of an ASCII text; one module wide is one unit, stretched by whoever places it."""
    from barcode.codex import Code128  # brings its own picture writer along: only where a paper is made

    modules = Code128(text).build()[0]
    bars, left = [], _QUIET
    for bit, run in groupby(modules):
        width = len(list(run))
        if bit == "1":
            bars.append(f"M{left} 0h{width}v10h-{width}z")
        left += width
    width = left + _QUIET
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 10" width="{width}" height="10"'
    return f'{head} preserveAspectRatio="none"><path d="{"".join(bars)}"/></svg>'


@lru_cache(maxsize=256)
def qr(text: str) -> str:
    """Return the QR code of a text, error correction M or better where there is room.

    Of the eight masks always the same: readers undo any of them, and trying all of them takes most of the time.
    The papers of a case mostly hold the same address.
    """
    import segno

    rows = segno.make_qr(text, error="m", mask=_MASK).matrix
    lines, size = [], len(rows) + 2 * _BORDER
    for place, row in enumerate(rows, start=_BORDER):
        left = _BORDER
        for dark, run in groupby(row):
            width = len(list(run))
            if dark:
                lines.append(f"M{left} {place}.5h{width}")
            left += width
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}">'
    return f'{head}<path stroke="#000" d="{"".join(lines)}"/></svg>'
