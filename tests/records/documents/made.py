"""Every kind of paper made once in a run, and what is drawn on it."""

from functools import cache

import pypdfium2
import segno
from barcode.codex import Code128
from PIL import Image

from tests.records.documents.samples import CASE_NO, sample
from yichuang.records.documents.ofd.drawing import pages_of
from yichuang.records.documents.ofd.shapes import Path
from yichuang.records.documents.rendering import render, target_of

URL = "https://zwfw.example.gov.cn"
SCALE = 6.0  # pixels a point
MM = 72 / 25.4 * SCALE


@cache
def made(kind: str, paper: str = "a4") -> bytes:
    """The paper of the sample."""
    return render(sample(kind), CASE_NO, URL, paper=paper)


def codes_on(pdf: bytes) -> tuple[str, str]:
    """The modules drawn as bar code and as QR code on the first page, read from its picture: 1 is dark."""
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=SCALE).to_pil().convert("L")
    drawn = [one for one in pages_of(pdf)[0][0].things if isinstance(one, Path) and len(one.steps) > 80]
    bars, *dots = sorted(drawn, key=lambda path: path.fill is None or len(path.steps) > 300)
    (square,) = {_square(picture, one) for one in dots}  # every label on a sheet carries the same
    return _row(picture, bars), square


def codes_meant(kind: str) -> tuple[str, str]:
    """The same from the makers of the codes themselves."""
    matrix = segno.make_qr(target_of(sample(kind), CASE_NO, URL), error="m", mask=2).matrix
    return Code128(CASE_NO).build()[0], "".join(str(module) for row in matrix for module in row)


def _row(picture: Image.Image, bars: Path) -> str:
    xs, ys = _span(bars)
    width = (xs[1] - xs[0]) / len(Code128(CASE_NO).build()[0])
    middle = (ys[0] + ys[1]) / 2
    return "".join(_dark(picture, xs[0] + (n + 0.5) * width, middle) for n in range(round((xs[1] - xs[0]) / width)))


def _square(picture: Image.Image, dots: Path) -> str:
    xs, ys = _span(dots)
    side = dots.width
    count = round((xs[1] - xs[0]) / side)
    places = [(xs[0] + (x + 0.5) * side, ys[0] + y * side) for y in range(count) for x in range(count)]
    return "".join(_dark(picture, x, y) for x, y in places)


def _span(path: Path) -> tuple[tuple[float, float], tuple[float, float]]:
    points = [point for _, some in path.steps for point in some]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), max(xs)), (min(ys), max(ys))


def _dark(picture: Image.Image, x: float, y: float) -> str:
    return "1" if picture.getpixel((round(x * MM), round(y * MM))) < 128 else "0"
