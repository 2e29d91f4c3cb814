"""Pages of files that were handed in, as pictures (逐页查看): drawn in a process of its own, for the files are hostile.

`leaf` runs there and knows nothing of Django. Nothing is kept on disk: what is erased leaves no picture behind.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from yichuang.records.documents.editing.bound import confine
from yichuang.records.documents.press import Press

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTH = 1200  # pixels of a picture
_NARROWEST = 720  # a smaller picture is drawn so wide: the watermark has to be read
_LONGEST = 6  # times its width: a page longer than that is drawn narrower
_PIXELS_MAX = 40_000_000  # as for what is taken in


class Leaf(NamedTuple):
    """One page as a JPEG picture, and how many pages the file has."""

    picture: bytes
    pages: int


class NoLeaf(Exception):
    """The page can't be drawn: the file is damaged, or has no such page."""


def leaf(path: str, number: int, words: tuple[str, ...] = (), width: int = WIDTH) -> Leaf:
    """Draw a page of a PDF or a picture, with a watermark of these lines; pages count from 1.  Raises: NoLeaf."""
    from yichuang.records.documents.marking import marked  # only in that process

    confine()
    try:
        with open(path, "rb") as file:
            drawn, pages = (_pdf if file.read(5) == b"%PDF-" else _picture)(path, number, width)
        out = BytesIO()
        (marked(drawn, words) if words else drawn).save(out, "JPEG", quality=82)
        return Leaf(out.getvalue(), pages)
    except (MemoryError, ValueError, ZeroDivisionError, OSError, SyntaxError) as fault:
        raise NoLeaf(type(fault).__name__) from None


def _pdf(path: str, number: int, width: int) -> tuple[Image, int]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as pdf:
            pages = len(pdf)
            if not 1 <= number <= pages:
                raise NoLeaf(str(number))
            pdf.init_forms()  # seals are drawn as forms are
            page = pdf[number - 1]
            across, down = page.get_size()
            scale = min(width / across, width * _LONGEST / down)
            return page.render(scale=scale).to_pil().convert("RGB"), pages
    except pypdfium2.PdfiumError as fault:
        raise NoLeaf(type(fault).__name__) from None


def _picture(path: str, number: int, width: int) -> tuple[Image, int]:
    """Return a photograph or scan, on white where it is transparent."""
    from PIL import Image

    if number != 1:
        raise NoLeaf(str(number))
    with Image.open(path, formats=["JPEG", "PNG"]) as found:
        if found.width * found.height > _PIXELS_MAX:
            raise NoLeaf("too large")
        found.draft("RGB", (width, width * _LONGEST))
        seen = found.convert("RGBA") if found.mode in ("LA", "P", "RGBA", "PA") else found.convert("RGB")
    if seen.width < _NARROWEST and seen.height < _NARROWEST:
        scale = _NARROWEST / max(seen.size)
        seen = seen.resize((max(1, round(seen.width * scale)), max(1, round(seen.height * scale))))
    seen.thumbnail((width, width * _LONGEST))
    if seen.mode == "RGB":
        return seen, 1
    plain = Image.new("RGB", seen.size, "white")
    plain.paste(seen, mask=seen.getchannel("A"))
    return plain, 1


LEAVES = Press(leaf, patience=20.0)
