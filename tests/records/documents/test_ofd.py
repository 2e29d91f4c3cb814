"""OFD beside PDF: a package as GB/T 33190 describes it, with the same words, the fonts inside, on A4."""

import io
import zipfile
from datetime import date
from xml.etree import ElementTree

import pikepdf
import pytest

from tests.records.documents.made import made
from tests.records.documents.reading import text_of
from tests.records.documents.samples import CASE_NO, FIELDS, sample
from yichuang.records.documents.ofd import About, OfdFault, ofd_of
from yichuang.records.documents.ofd.package import NAMESPACE
from yichuang.records.documents.rendering import render

OFD = f"{{{NAMESPACE}}}"
ABOUT = About("0" * 32, "准予<决定>&书", "嘉宁市水务局", date(2026, 11, 9))


def opened(pdf: bytes) -> tuple[zipfile.ZipFile, list[ElementTree.Element]]:
    package = zipfile.ZipFile(io.BytesIO(ofd_of(pdf, ABOUT)))
    pages = sorted(name for name in package.namelist() if name.endswith("Content.xml"))
    return package, [ElementTree.fromstring(package.read(name)) for name in pages]


def test_it_is_a_package_that_leads_from_file_to_file() -> None:
    package, pages = opened(made("grant"))
    root = ElementTree.fromstring(package.read("OFD.xml"))
    assert (root.tag, root.get("DocType")) == (f"{OFD}OFD", "OFD")
    assert root.findtext(f".//{OFD}Title") == ABOUT.title
    document = ElementTree.fromstring(package.read(str(root.findtext(f".//{OFD}DocRoot"))))
    assert [one.get("BaseLoc") for one in document.iter(f"{OFD}Page")] == ["Pages/Page_0/Content.xml"]
    assert {document.findtext(f".//{OFD}PhysicalBox"), pages[0].findtext(f".//{OFD}PhysicalBox")} == {"0 0 210 297"}
    fonts = ElementTree.fromstring(package.read(f"Doc_0/{document.findtext(f'.//{OFD}PublicRes')}"))
    files = [package.read(f"Doc_0/Res/{one.text}")[:4] for one in fonts.iter(f"{OFD}FontFile")]
    assert files == [b"\0\1\0\0"] * 3
    ids = [int(str(one.get("ID"))) for tree in (document, fonts, *pages) for one in tree.iter() if one.get("ID")]
    assert len(ids) == len(set(ids))
    assert max(ids) <= int(str(document.findtext(f".//{OFD}MaxUnitID")))


@pytest.mark.parametrize("kind", FIELDS)
def test_it_says_what_the_pdf_says(kind: str) -> None:
    _, pages = opened(made(kind))
    said = "".join("".join(str(one.text).split()) for page in pages for one in page.iter(f"{OFD}TextCode"))
    assert sorted(said.replace("\u200b", "")) == sorted(text_of(made(kind)))
    for line in (one for page in pages for one in page.iter(f"{OFD}TextObject")):
        code, glyphs = line.find(f"{OFD}TextCode"), line.find(f"{OFD}CGTransform")
        assert code is not None
        assert glyphs is not None
        count = len(str(code.text))
        assert len((code.get("DeltaX") or "").split()) == count - 1
        assert len(str(glyphs.findtext(f"{OFD}Glyphs")).split()) == count == int(str(glyphs.get("GlyphCount")))


def test_a_rare_name_brings_a_second_typeface_of_the_other_kind() -> None:
    package, pages = opened(render(sample("grant", applicant="刘䶮\U0002cb69㙍"), CASE_NO))
    heads = {package.read(name)[:4]: name[-3:] for name in package.namelist() if "/Res/" in name}
    assert heads == {b"\0\1\0\0": "ttf", b"OTTO": "otf"}
    assert "䶮\U0002cb69㙍" in {one.text for one in pages[0].iter(f"{OFD}TextCode")}


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert ofd_of(made("grant"), ABOUT) == ofd_of(made("grant"), ABOUT)


def test_what_is_not_carried_over_is_a_fault() -> None:
    plain = made("grant")
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(b"BT /f0 12 Tf 0 1 -1 0 9 9 Tm <0001> Tj ET")
        pdf.save(turned := io.BytesIO())
    with pytest.raises(OfdFault, match="turned"):
        ofd_of(turned.getvalue(), ABOUT)
