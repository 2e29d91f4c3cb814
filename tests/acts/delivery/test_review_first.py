"""复议前置: the decision itself tells that a review comes before a court, and so does the page after the delivery."""

from __future__ import annotations

from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.delivery.walks import denied
from tests.records.documents.reading import text_of
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.faces.common.casework.delivered import delivered_of
from yichuang.law.book import book
from yichuang.records.cases.access import read_case
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.models import Document
from yichuang.records.documents.rendering import render
from yichuang.records.org.directory import directory
from yichuang.rules.remedies import review_first

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("kind", "day", "first"),
    [("natural_resources", DAY, True), ("other", DAY, True), ("", DAY, False), ("x", DAY, False),
     ("natural_resources", date(2023, 12, 31), False)],
)  # fmt: skip
def test_the_rule(kind: str, day: date, first: bool) -> None:
    assert review_first(kind, book().norms("cn", day)) is first


def test_the_paper_and_the_page_say_so(city: City) -> None:
    version = version_of(city.promised.id)
    version.guide = {"remedies": {"review": {"first": "natural_resources"}}}
    no = denied(city)
    paper = Document.objects.get(region_code="990100", kind="denial")
    text = text_of(render(paper, no)).replace("\n", "")
    assert "应当先自收到本决定书之日起60日内向嘉宁市人民政府申请行政复议" in text.replace(" ", "")
    assert "也可以自收到" not in text
    deliver(HandOver(on(no), "孙玉兰"), city.ctx("clerk", DAY))
    case = read_case(no, city.officer("clerk", DAY), directory())
    found = delivered_of(case, directory())
    assert found is not None
    assert "自然资源" in found.first
