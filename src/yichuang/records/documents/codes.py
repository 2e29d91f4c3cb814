"""Bar code and QR code of a paper (条形码、二维码), as SVG without a renderer's own time or size."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zint import Symbol  # four megabytes: only where a code is drawn

_QUIET = 10  # modules left blank on both sides of a bar code
_BORDER = 2  # and around a QR code, which stands on white anyhow
_M, _Q, _H = 2, 3, 4  # error correction of a QR code, as zint counts it


def code_128(text: str) -> str:
    """Return the Code 128 of an ASCII text; one module wide is one unit, stretched by whoever places it."""
    from zint import Symbol, Symbology

    symbol = Symbol()
    symbol.symbology = Symbology.CODE128
    symbol.encode(text)
    bars, left = [], _QUIET
    for dark, run in groupby(_modules(symbol)[0]):
        width = len(list(run))
        if dark:
            bars.append(f"M{left} 0h{width}v10h-{width}z")
        left += width
    width = left + _QUIET
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 10" width="{width}" height="10"'
    return f'{head} preserveAspectRatio="none"><path d="{"".join(bars)}"/></svg>'


@lru_cache(maxsize=256)
def qr(text: str) -> str:
    """Return the QR code of a text as SVG. The papers of a case mostly hold the same address."""
    rows = qr_modules(text)
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


def qr_modules(text: str) -> list[list[int]]:
    """Return the modules of a QR code row by row, 1 is dark: error correction M, or better where there is room."""
    smallest = _qr_symbol(text, _M)
    for level in (_H, _Q):
        better = _qr_symbol(text, level)
        if better.width == smallest.width:
            return _modules(better)
    return _modules(smallest)


def _qr_symbol(text: str, level: int) -> Symbol:
    from zint import Symbol, Symbology

    symbol = Symbol()
    symbol.symbology, symbol.option_1 = Symbology.QRCODE, level
    symbol.encode(text)
    return symbol


def _modules(symbol: Symbol) -> list[list[int]]:
    """Unpack the modules: eight to a byte, the lowest bit first."""
    packed = symbol.encoded_data
    across = range(symbol.width)
    return [[(packed[row, place >> 3] >> (place & 7)) & 1 for place in across] for row in range(symbol.rows)]
