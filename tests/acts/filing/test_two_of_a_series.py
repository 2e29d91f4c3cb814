"""Two papers of one series in one filing (一次入账两份同类文书): two numbers in a row, and doctor counts both."""

import pytest

from tests.acts.city import City
from tests.acts.lives import under_review
from yichuang.acts.act import Work, filing_of
from yichuang.acts.filing.pen import file
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.records.cases.access import read_case
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.ledger.models import Counter, Entry
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db


def test_each_gets_its_own_number(city: City) -> None:
    ctx = city.ctx("reviewer")
    case = read_case(under_review(city), ctx.officer, ctx.directory)
    pair = tuple(numbered(DocumentKind.RESUME, about(case, ctx), ctx, reason=words) for words in ("一", "二"))
    file(filing_of("case.claimed", case, Work(papers=pair), ctx), ctx)
    papers = Document.objects.filter(region_code=case.region_code, kind=DocumentKind.RESUME).order_by("no")
    first, second = papers.values_list("no", flat=True)
    assert first.endswith("1号")
    assert second.endswith("2号")
    series = Counter.objects.get(region_code=case.region_code, value=2, name__contains="复")
    told = Entry.objects.filter(region_code=case.region_code, subject_id=case.id).order_by("-seq")[0].facts["numbers"]
    assert told == {series.name: [1, 2]}
    assert not [one for one in examine(case.region_code, directory()) if one.code.startswith("number")]
