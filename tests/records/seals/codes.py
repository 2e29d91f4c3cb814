"""Forged codes on a sealed paper (伪造的二维码): another number or host, drawn over, swapped, sealed by others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from tests.records.documents.samples import CASE_NO, sample
from tests.records.seals.offices import Office, office
from yichuang.records.documents.codes import qr_modules
from yichuang.records.documents.rendering import render
from yichuang.records.seals.sealing import place_in
from yichuang.records.seals.signing.authority import TEST
from yichuang.records.seals.signing.paper import sealed

LEFT, LOW, SIDE = 467.0, 34.0, 54.0  # where the code of an A4 letter stands, about
TARGETS = (
    "https://zwfw.jianing.example/track/?no=JN-2026-009999",
    "https://zwfw-jianing.example.evil.cn/track/?no=JN-2026-004102",
    "https://zwfw.jianing.example@evil.cn/track/?no=JN-2026-004102",
    "https://xn--zwfw-1.example/track/?no=JN-2026-004102",
    "http://192.0.2.7/pay",
    "JN-2026-009999",
)


def forged_codes(good: Office, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of papers whose QR code leads elsewhere."""
    paper, own = good.paper(), office(folder / "codes")
    for target in TARGETS:
        drawn = _drawn(target)
        yield f"a code over it: {target}", _over(paper, drawn)
        yield f"another code, written anew: {target}", _anew(paper, drawn)
        yield f"another code without a seal: {target}", _anew(_made(TARGETS[1]), drawn)
    for target in (TARGETS[1], "https://evil.cn"):
        sheet = _made(target)
        place = place_in(sheet)
        assert place is not None
        yield f"made and sealed elsewhere: {target}", sealed(sheet, place, own.sealing())


def _drawn(target: str) -> bytes:
    """Return drawing commands: white, and the dark modules."""
    rows = qr_modules(target)
    unit = SIDE / (len(rows) + 4)
    dark = [
        f"{LEFT + (x + 2) * unit:.2f} {LOW + SIDE - (y + 3) * unit:.2f} {unit:.2f} {unit:.2f} re"
        for y, row in enumerate(rows)
        for x, module in enumerate(row)
        if module == "1"
    ]
    return f"q 1 g {LEFT} {LOW} {SIDE} {SIDE} re f 0 g {' '.join(dark)} f Q".encode()


def _over(paper: bytes, drawn: bytes) -> bytes:
    writer, out = IncrementalPdfFileWriter(BytesIO(paper)), BytesIO()
    writer.add_stream_to_page(0, writer.add_object(generic.StreamObject(stream_data=drawn)))
    writer.write(out)
    return out.getvalue()


def _anew(paper: bytes, drawn: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(paper)) as pdf:
        pdf.pages[0].contents_add(drawn)
        pdf.save(out)
    return out.getvalue()


def _made(target: str) -> bytes:
    """Return a paper that waits for its seal, with the public address of somebody else."""
    row = sample("grant")
    return render(replace(row, fields={**row.fields, "sealed": TEST}), CASE_NO, target.partition("/track")[0])
