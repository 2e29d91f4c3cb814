"""Papers with much on them (写满的文书): nothing is printed over something else, and nothing runs off the sheet."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import raw

from tests.records.documents.samples import CASE_NO, FIELDS, sample
from yichuang.records.documents.models import DocumentKind
from yichuang.records.documents.rendering import SLIPS, render
from yichuang.records.seals.signing.authority import TEST

_WORDS = "经审查，取水方案涉及地下水与地表水联合调度，须按论证报告书核定的逐月用水过程线执行，并接受监督检查。"
_LONG = {"reason", "opinion", "general", "note", "findings", "summary", "record", "question", "interest", "changes"}
_ROWS, _EDGE, _TOUCH = 8, 8.0, 1.5  # rows of each list; points
Box = tuple[float, float, float, float]


def full(value: Any, length: int, rows: int, name: str = "") -> Any:
    """Return the fields with long texts and long lists."""
    if isinstance(value, dict):
        return {key: full(inner, length, rows, key) for key, inner in value.items()}
    if isinstance(value, list):
        grown = [full(inner, length, rows, name) for inner in value]
        return (grown * rows)[:rows] if grown and name != "strip" else grown
    return (_WORDS * 40)[:length] if name in _LONG else value


def boxes(page: Any) -> tuple[list[Box], tuple[float, float]]:
    """Return where each character stands, and the size of the page."""
    text = page.get_textpage()
    shown = (n for n in range(text.count_chars()) if chr(raw.FPDFText_GetUnicode(text.raw, n)).strip())
    return [text.get_charbox(n) for n in shown], page.get_size()


def faults(pdf: bytes) -> list[str]:
    """Return what is printed over something else or off the sheet; lines are compared with those near them."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), start=1):
        held, (width, height) = boxes(page)
        found += [f"{number}: off" for x, y, right, top in held if not _inside(x, y, width - right, height - top)]
        held.sort(key=lambda box: -box[3])
        for place, one in enumerate(held):
            near = (other for other in held[place + 1 :] if other[3] > one[1] + _TOUCH)
            found += [f"{number}: over" for other in near if min(one[2], other[2]) - max(one[0], other[0]) > _TOUCH]
    return found


def _inside(*gaps: float) -> bool:
    return min(gaps) > _EDGE


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_full_papers(kind: str) -> None:
    fields = full(dict(FIELDS[kind]), 300, _ROWS) | {"sealed": TEST}
    assert faults(render(sample(kind, **fields), CASE_NO)) == []
    if DocumentKind(kind) in SLIPS:
        assert faults(render(sample(kind, **fields), CASE_NO, paper="80mm")) == []


@pytest.mark.parametrize("kind", ["grant", "refusal"])
def test_the_last_line_before_a_second_page(kind: str) -> None:
    """What the seal is worth keeps clear of the notes at the foot, however full the page is."""
    sizes = []
    for length in range(60, 460, 50):
        fields = full(dict(FIELDS[kind]), length, 2) | {"sealed": TEST}
        pdf = render(sample(kind, **fields), CASE_NO)
        assert faults(pdf) == [], length
        sizes.append(len(pypdfium2.PdfDocument(pdf)))
    assert all(before <= after for before, after in pairwise(sizes))


@pytest.mark.parametrize("holder", [_WORDS * 4, "Ā" * 160])
def test_a_certificate_of_a_long_name(holder: str) -> None:
    assert faults(render(sample("certificate", holder=holder, item=_WORDS, sealed=TEST), CASE_NO)) == []
