"""What ended a grant stands at the public decisions: which ending, since when; 注销 is announced (L16)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from tests.acts.certificate.lives import issued, of, proposed
from tests.acts.city import PERSON, ZONE, City, build_city
from tests.faces.portal.notices.test_notices import text
from yichuang.acts.certificate.deregister import Deregistration, deregister
from yichuang.acts.certificate.revoke import Revocation, revoke
from yichuang.faces.common import clock
from yichuang.records.certificates.models import Certificate
from yichuang.records.org.directory import forget

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 9)
GRANTS, STRUCK = "/notices/decisions/", "/notices/decisions/?result=deregistered"


@pytest.fixture(autouse=True)
def demo() -> None:
    """The small centre is enough here: take the place of the folder's demonstration city."""


@pytest.fixture
def town(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[City]:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 3, 10, 10, tzinfo=ZONE))
    yield build_city()
    forget()


def test_a_grant_that_stands_is_not_marked(town: City) -> None:
    issued(town)
    page = text(GRANTS)
    assert "准予许可" in page
    assert "已撤销" not in page
    assert "这段时间没有注销公告。" in text(STRUCK)


def test_a_revoked_grant_is_marked_with_the_day(town: City) -> None:
    issued(town)
    proposed(town, "revoked", "procedure", DAY)
    assert "已撤销" not in text(GRANTS)
    revoke(Revocation(of()), town.ctx("agency", DAY))
    page = text(GRANTS)
    assert "已撤销" in page
    assert "2026-03-09 起" in page
    assert "已注销" not in page


def test_what_is_struck_off_is_marked_and_announced_masked(town: City) -> None:
    issued(town)
    proposed(town, "deregistered", "terminated", DAY)
    deregister(Deregistration(of()), town.ctx("agency", DAY))
    assert "已注销" in text(GRANTS)
    page = text(STRUCK)
    for word in ("孙*兰", "2026-03-09", "第七十条", Certificate.objects.filter(region_code="990100")[0].no):
        assert word in page
    assert PERSON.name not in page
