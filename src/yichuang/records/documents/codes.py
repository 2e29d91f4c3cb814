"""Bar code and QR code of a paper (条形码、二维码), as SVG without a renderer's own time or size."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zint import Symbol  # four megabytes: only where a code is drawn

_QUIET = 10  # modules left blank on both sides of a bar code
_BORDER = 2  # and around a QR code, which stands on white anyhow
_M, _Q, _H = 2, 3, 4  # error correction of a QR code, as zint counts it
_ANY_MASK = 1 << 8  # how zint is told the first mask, instead of weighing all eight
_DARK = re.compile("1+")


def code_128(text: str) -> str:
    """Return the Code 128 of an ASCII text; one module wide is one unit, stretched by whoever places it."""
    from zint import Symbol, Symbology

    symbol = Symbol()
    symbol.symbology = Symbology.CODE128
    symbol.encode(text)
    runs = ((one.start() + _QUIET, len(one[0])) for one in _DARK.finditer(_modules(symbol)[0]))
    bars = "".join(f"M{left} 0h{width}v10h-{width}z" for left, width in runs)
    width = symbol.width + 2 * _QUIET
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 10" width="{width}" height="10"'
    return f'{head} preserveAspectRatio="none"><path d="{bars}"/></svg>'


@lru_cache(maxsize=256)
def qr(text: str) -> str:
    """Return the QR code of a text as SVG. The papers of a case mostly hold the same address."""
    rows = qr_modules(text)
    lines = (
        f"M{one.start() + _BORDER} {place}.5h{len(one[0])}"
        for place, row in enumerate(rows, start=_BORDER)
        for one in _DARK.finditer(row)
    )
    size = len(rows) + 2 * _BORDER
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}">'
    return f'{head}<path stroke="#000" d="{"".join(lines)}"/></svg>'


def qr_modules(text: str) -> list[str]:
    """Return the modules of a QR code row by row, "1" is dark: error correction M, or better where there is room."""
    size = _qr_symbol(text, _M, _ANY_MASK).width
    level = next(better for better in (_H, _Q, _M) if _qr_symbol(text, better, _ANY_MASK).width == size)
    return _modules(_qr_symbol(text, level))


def _qr_symbol(text: str, level: int, mask: int = 0) -> Symbol:
    from zint import Symbol, Symbology

    symbol = Symbol()
    symbol.symbology, symbol.option_1, symbol.option_3 = Symbology.QRCODE, level, mask
    symbol.encode(text)
    return symbol


def _modules(symbol: Symbol) -> list[str]:
    """Unpack the modules: eight to a byte, the lowest bit first."""
    packed, (_, pitch) = symbol.encoded_data.tobytes(), symbol.encoded_data.shape
    rows = (int.from_bytes(packed[row * pitch : (row + 1) * pitch], "little") for row in range(symbol.rows))
    return [f"{bits:0{symbol.width}b}"[::-1] for bits in rows]
