"""Bar codes and QR codes."""

import pytest
import zxingcpp
from PIL import Image

from yichuang.records.documents.codes import code_128, qr, qr_modules

LONG = "https://zwfw.jianing.example/verify/0f1e2d3c4b5a69788796a5b4c3d2e1f0/"


def test_code_128_is_bars_between_quiet_zones() -> None:
    svg = code_128("JN-2026-000123")
    assert svg.startswith("<svg ")
    assert "M10 0h2v10h-2z" in svg


def test_the_same_text_gives_the_same_picture() -> None:
    assert qr("https://x.example/t") == qr("https://x.example/t") != qr("https://x.example/u")
    assert code_128("JN-1") != code_128("JN-2")


@pytest.mark.parametrize("text", ["JN-2026-000123", "https://x.example/t?no=1&a=B", LONG, "办件", "1"])
def test_a_scanner_reads_what_was_written(text: str) -> None:
    (found,) = zxingcpp.read_barcodes(_picture(qr_modules(text)))
    assert (found.text, str(found.format)) == (text, "QR Code")


@pytest.mark.parametrize(("text", "level"), [("JN-2026-000123", "Q"), (LONG, "M"), ("1", "H")])
def test_as_much_may_be_torn_as_the_size_has_room_for(text: str, level: str) -> None:
    (found,) = zxingcpp.read_barcodes(_picture(qr_modules(text)))
    assert found.ec_level == level


def _picture(rows: list[str]) -> Image.Image:
    """Draw the modules, five pixels each, with four of white around them."""
    side = len(rows) + 8
    picture = Image.new("L", (side, side), 255)
    for down, row in enumerate(rows, start=4):
        for along, dark in enumerate(row, start=4):
            picture.putpixel((along, down), 255 * (dark == "0"))
    return picture.resize((side * 5, side * 5), Image.Resampling.NEAREST)
