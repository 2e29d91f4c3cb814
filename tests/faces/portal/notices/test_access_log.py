"""谁查过我的材料: one's own readings by post, nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from django.test import Client

from tests.acts.city import ZONE, City, build_city
from tests.acts.lives import accepted
from yichuang.faces.common import clock
from yichuang.records.applicants.access import Reading, applicant_of, reveal
from yichuang.records.applicants.models import Applicant
from yichuang.records.cases.models import Case
from yichuang.records.org.directory import forget

pytestmark = pytest.mark.django_db

REGION = "990100"


@pytest.fixture(autouse=True)
def demo() -> None:
    """The small centre is enough here: take the place of the folder's demonstration city."""


@pytest.fixture
def town(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[City]:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 3, 9, 10, tzinfo=ZONE))
    yield build_city()
    forget()


def read(city: City, case: Case | None, purpose: str = "核对申请人身份") -> None:
    """Let the reviewer read the telephone number."""
    applicant = Applicant.objects.get(region_code=REGION)
    wish = Reading("phone", purpose, case.id if case else None)
    at = datetime(2026, 3, 4, 9, 30, tzinfo=ZONE)
    reveal(applicant_of(REGION, applicant.id), wish, city.officer("reviewer", date(2026, 3, 4)), at)


def page(city: City, who: str) -> str:
    client = Client()
    client.force_login(city.people[who])
    answer = client.get("/my/access-log/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_ones_own_readings_are_told_by_post(town: City) -> None:
    no = accepted(town)
    read(town, Case.objects.get(region_code=REGION, no=no))
    told = page(town, "resident")
    for word in ("手机", "核对申请人身份", "市水利局 审查人", "03-04 09:30", no):
        assert word in told
    assert "reviewer" not in told


def test_nobody_elses_are_told(town: City) -> None:
    read(town, Case.objects.get(region_code=REGION, no=accepted(town)))
    for who in ("stranger", "clerk"):
        assert "还没有人看过您的完整号码" in page(town, who)


def test_what_was_read_without_a_case_of_mine_is_told_to_the_linked_person_only(town: City) -> None:
    accepted(town)
    read(town, None)
    assert "核对申请人身份" not in page(town, "resident")
    Applicant.objects.filter(region_code=REGION).update(user=town.people["resident"])
    assert "核对申请人身份" in page(town, "resident")
