"""Pages of files that were handed in, as pictures (逐页查看): drawn in a process of its own, for the files are hostile.

`leaf` runs there and knows nothing of Django. Nothing is kept on disk: what is erased leaves no picture behind.
"""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from yichuang.records.documents.editing.bound import confine
from yichuang.records.documents.press import Press

WIDTH = 1200  # pixels of a picture
_LONGEST = 6  # times its width: a page longer than that is drawn narrower


class Leaf(NamedTuple):
    """One page as a JPEG picture, and how many pages the file has."""

    picture: bytes
    pages: int


class NoLeaf(Exception):
    """The page can't be drawn: the file is damaged, or has no such page."""


def leaf(path: str, number: int, width: int = WIDTH) -> Leaf:
    """Draw a page of a PDF; pages count from 1.  Raises: NoLeaf."""
    import pypdfium2  # only in that process

    confine()
    try:
        with pypdfium2.PdfDocument(path) as pdf:
            pages = len(pdf)
            if not 1 <= number <= pages:
                raise NoLeaf(str(number))
            pdf.init_forms()  # seals are drawn as forms are
            page = pdf[number - 1]
            across, down = page.get_size()
            scale = min(width / across, width * _LONGEST / down)
            drawn, out = page.render(scale=scale).to_pil().convert("RGB"), BytesIO()
            drawn.save(out, "JPEG", quality=82)
            return Leaf(out.getvalue(), pages)
    except (pypdfium2.PdfiumError, MemoryError, ValueError, ZeroDivisionError, OSError) as fault:
        raise NoLeaf(type(fault).__name__) from None


LEAVES = Press(leaf, patience=20.0)
