"""Every kind of paper made once in a run, and what is drawn on it."""

from functools import cache

import pypdfium2
import zxingcpp

from tests.records.documents.samples import CASE_NO, sample
from yichuang.records.documents.rendering import render, target_of

URL = "https://zwfw.example.gov.cn"
SCALE = 6.0  # pixels a point


@cache
def made(kind: str, paper: str = "a4") -> bytes:
    """The paper of the sample."""
    return render(sample(kind), CASE_NO, URL, paper=paper)


def codes_on(pdf: bytes) -> tuple[set[str], set[str]]:
    """What a scanner reads from the picture of the first page: bar codes, and QR codes."""
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=SCALE).to_pil().convert("L")
    found: dict[object, set[str]] = {zxingcpp.BarcodeFormat.Code128: set(), zxingcpp.BarcodeFormat.QRCode: set()}
    for one in zxingcpp.read_barcodes(picture):
        found[one.format].add(one.text)
    bars, squares = found.values()
    return bars, squares


def codes_meant(kind: str) -> tuple[set[str], set[str]]:
    """What should stand in them."""
    return {CASE_NO}, {target_of(sample(kind), CASE_NO, URL)}
