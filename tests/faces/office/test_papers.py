"""Papers, files and the routing slip: for whoever may see the case, as attachments only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image

from tests.acts.city import City
from tests.acts.lives import promised_life, under_review
from tests.faces.office.conftest import Login, case_of, words
from tests.records.documents.reading import text_of
from yichuang.acts.intake.submit import Submission, submit
from yichuang.records.documents.models import Document
from yichuang.records.filestore import store

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Any) -> None:
    settings.YICHUANG_FILES = tmp_path


def with_picture(city: City, who: str = "clerk") -> tuple[str, str]:
    out = BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    stored = store().put(out.getvalue())
    file = {"digest": stored.digest, "name": "位置图.png", "media_type": "image/png", "size": stored.size}
    wish = city.submission(city.promised)
    owner = None if who == "clerk" else city.people[who].id
    channel = "online" if owner else "window"
    wish = replace(wish, materials={"map": {"files": [file]}}, channel=channel, user_id=owner)
    return submit(wish, city.ctx(who, date(2026, 3, 5))).no, stored.digest


def test_it_works(city: City, as_: Login) -> None:
    no, digest = with_picture(city)
    response = as_("reviewer").get(f"/cases/{no}/files/{digest}/")
    assert b"".join(response.streaming_content).startswith(b"\x89PNG")
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert f'<img src="/cases/{no}/files/{digest}/pages/1/"' in words(as_("reviewer").get(f"/cases/{no}/review/"))


def test_a_file_of_another_case_is_not_found(city: City, as_: Login) -> None:
    _, digest = with_picture(city)
    other = under_review(city)
    assert as_("reviewer").get(f"/cases/{other}/files/{digest}/").status_code == 404
    assert as_("reviewer").get(f"/cases/{other}/files/x/").status_code == 404


def test_a_stranger_gets_no_file(city: City, as_: Login) -> None:
    no, digest = with_picture(city)
    assert as_("stranger").get(f"/cases/{no}/files/{digest}/").status_code == 404


def test_a_paper_without_bytes_is_made_when_somebody_opens_it(city: City, as_: Login) -> None:
    no = under_review(city)
    paper = Document.objects.get(region_code="990100", case_id=case_of(no).id, kind="acceptance")
    response = as_("reviewer").get(f"/cases/{no}/documents/{paper.id}/")
    assert b"".join(response.streaming_content).startswith(b"%PDF")
    assert as_("resident").get(f"/cases/{no}/documents/{paper.id}/").status_code == 200
    assert as_("stranger").get(f"/cases/{no}/documents/{paper.id}/").status_code == 404


def test_papers_come_in_other_forms(city: City, as_: Login) -> None:
    no = promised_life(city)
    kinds = {"receipt": ("80mm", b"%PDF"), "grant": ("ofd", b"PK"), "certificate": ("ofd", b"PK")}
    for kind, (form, start) in kinds.items():
        paper = Document.objects.get(region_code="990100", case_id=case_of(no).id, kind=kind)
        response = as_("clerk").get(f"/cases/{no}/documents/{paper.id}/?form={form}")
        assert (response.content[:4].startswith(start), response.status_code) == (True, 200)
        assert as_("stranger").get(f"/cases/{no}/documents/{paper.id}/?form={form}").status_code == 404
    slip = as_("reviewer").get(f"/cases/{no}/slip/?form=pdf").content
    assert [words for words in ("流转单", no, "verifier", "符合条件") if words not in text_of(slip)] == []


def test_the_slip_tells_every_step(city: City, as_: Login) -> None:
    no = promised_life(city)
    response = as_("reviewer").get(f"/cases/{no}/slip/")
    page = words(response)
    for told in ("办件流转单", no, "审查", "核准", "决定", "reviewer", "verifier", "符合条件。", "中止和延期"):
        assert told in page
    assert len(response.context["rows"]) == 8
    assert "data:image/svg+xml;base64," in page


def with_pages(city: City, body: bytes) -> str:
    """Hand in a PDF; return the address of the file."""
    stored = store().put(body)
    file = {"digest": stored.digest, "name": "论证报告.pdf", "media_type": "application/pdf", "size": stored.size}
    wish = city.submission(city.promised)
    wish = Submission(wish.version, wish.person, wish.form, {"map": {"files": [file]}}, channel="window")
    no = submit(wish, city.ctx("clerk", date(2026, 3, 5))).no
    return f"/cases/{no}/files/{stored.digest}/"


def blank_pages(count: int) -> bytes:
    out = BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(count):
            pdf.add_blank_page()
        pdf.save(out)
    return out.getvalue()


def test_a_pdf_is_looked_at_page_by_page(city: City, as_: Login) -> None:
    address, reader = with_pages(city, blank_pages(23)), as_("reviewer")
    sheet = words(reader.get(f"{address}pages/"))
    assert "共 23 页" in sheet
    assert f'src="{address}pages/20/"' in sheet
    assert f'src="{address}pages/21/"' not in sheet
    assert f'src="{address}pages/23/"' in words(reader.get(f"{address}pages/?from=21"))
    picture = reader.get(f"{address}pages/23/")
    assert Image.open(BytesIO(picture.content)).format == "JPEG"
    assert picture["Content-Type"] == "image/jpeg"
    assert reader.get(f"{address}pages/24/").status_code == 404
    assert as_("stranger").get(f"{address}pages/1/").status_code == 404


def seen(reader: Any, address: str) -> bytes:
    """Return what somebody sees of the first page."""
    return bytes(reader.get(f"{address}pages/1/").content)


def test_an_officer_sees_a_watermark_and_the_file_stays_as_it_came(city: City, as_: Login) -> None:
    no, digest = with_picture(city, "resident")
    address = f"/cases/{no}/files/{digest}/"
    drawn = {who: seen(as_(who), address) for who in ("reviewer", "clerk", "resident")}
    assert len(set(drawn.values())) == 3  # each with the name of who looks; the applicant's own eyes without
    assert Image.open(BytesIO(drawn["resident"])).convert("L").getextrema() == (0, 0)
    assert Image.open(BytesIO(drawn["reviewer"])).convert("L").getextrema()[1] > 30
    assert "带水印的打印件" in words(as_("reviewer").get(f"{address}pages/"))
    assert "水印" not in words(as_("resident").get(f"{address}pages/"))
    assert store().intact(digest)


def test_a_copy_to_print_has_twenty_marked_pages(city: City, as_: Login) -> None:
    address, reader = with_pages(city, blank_pages(22)), as_("reviewer")
    for query, pages in (("", 20), ("?from=21", 2)):
        copy = reader.get(f"{address}copy/{query}")
        assert copy["Content-Disposition"].startswith("attachment")
        with pikepdf.open(BytesIO(copy.content)) as pdf:
            assert len(pdf.pages) == pages
    assert reader.get(f"{address}copy/?from=23").status_code == 404
    assert as_("stranger").get(f"{address}copy/").status_code == 404


def test_a_broken_pdf_says_so(city: City, as_: Login) -> None:
    address = with_pages(city, b"%PDF-1.7 nothing more")
    assert "这份文件画不出来" in words(as_("reviewer").get(f"{address}pages/"))
    assert as_("reviewer").get(f"{address}pages/1/").status_code == 404
