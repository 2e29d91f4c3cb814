"""Every kind of paper is marked as PDF/A, tagged, titled, in Chinese; its fonts are inside, its codes can be read."""

import io
from datetime import date
from typing import Any

import pikepdf
import pytest

from tests.records.documents.made import codes_meant, codes_on, made
from tests.records.documents.reading import text_of
from tests.records.documents.samples import CASE_NO, FIELDS, sample
from yichuang.records.documents.models import title_of
from yichuang.records.documents.rendering import SLIPS, RenderingFault, render


def fonts_in(pdf: pikepdf.Pdf) -> list[Any]:
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"]


def bare_fonts(pdf: pikepdf.Pdf) -> list[str]:
    """Fonts that are used without their shapes inside, or without a way back to characters."""
    fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
    simple = [one for one in fonts if one.Subtype != "/Type0" and "/FontDescriptor" not in one]
    composite = [one for one in fonts if one.Subtype == "/Type0" and "/ToUnicode" not in one]
    return [str(one.get("/BaseFont")) for one in (*simple, *composite)]


def pictures_without_words(pdf: pikepdf.Pdf) -> list[str]:
    """Figures in the structure tree that tell a screen reader nothing."""
    tagged = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
    return [str(one.get("/Type")) for one in tagged if not str(one.get("/Alt", ""))]


@pytest.mark.parametrize("kind", FIELDS)
def test_a_paper_is_marked_tagged_and_complete(kind: str) -> None:
    with pikepdf.open(io.BytesIO(made(kind))) as pdf:
        meta = pdf.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert pdf.Root.MarkInfo.Marked
        assert len(pdf.Root.StructTreeRoot.K) > 0
        assert str(pdf.Root.Lang) == "zh-CN"
        assert title_of(kind, sample(kind).fields) in str(meta["dc:title"])
        assert fonts_in(pdf)
        assert [one for one in fonts_in(pdf) if not {"/FontFile2", "/FontFile3"} & set(one)] == []
        assert "/JavaScript" not in pdf.Root.get("/Names", {})
        assert not pdf.is_encrypted
        intents = [(str(one.S), "/DestOutputProfile" in one) for one in pdf.Root.OutputIntents]
        assert intents == [("/GTS_PDFA1", True)]
        assert bare_fonts(pdf) == []
        assert pictures_without_words(pdf) == []


@pytest.mark.parametrize("kind", FIELDS)
def test_its_codes_are_drawn_as_they_were_made(kind: str) -> None:
    assert codes_on(made(kind)) == codes_meant(kind)


@pytest.mark.parametrize("kind", sorted(SLIPS))
def test_a_slip_on_receipt_paper_says_the_same(kind: str) -> None:
    strip = made(kind, "80mm")
    with pikepdf.open(io.BytesIO(strip)) as pdf:
        left, _, right, _ = (float(edge) for edge in pdf.pages[0].mediabox)
        assert (len(pdf.pages), round((right - left) / 72 * 25.4)) == (1, 80)
        assert pdf.open_metadata()["pdfaid:part"] == "2"
    assert codes_on(strip) == codes_meant(kind)
    gone = {"第1页，共1页", "一式两份，申请人一份，存档一份"}
    words = [row["name"] for row in sample(kind).fields.get("materials", ())] + [sample(kind).no, CASE_NO]
    assert [said for said in words if said not in text_of(strip) and said not in gone] == []


def test_a_decision_has_no_receipt_paper() -> None:
    with pytest.raises(RenderingFault, match="没有 80mm"):
        render(sample("grant"), CASE_NO, paper="80mm")


def test_the_day_of_a_paper_is_its_own() -> None:
    with pikepdf.open(io.BytesIO(made("grant"))) as pdf:
        assert str(pdf.docinfo["/CreationDate"])[2:10] == date(2026, 11, 9).strftime("%Y%m%d")
