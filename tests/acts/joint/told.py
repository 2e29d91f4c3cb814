"""Small words for tests of joint cases."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.acts.city import on
from tests.acts.joint.city import START, JointCity
from yichuang.acts.joint.conclude_part import PartConclusion, conclude_part
from yichuang.records.cases.models import Stage, StageKind
from yichuang.records.ledger.models import Entry
from yichuang.rules.joint.conclusions import Concluded, Particulars
from yichuang.rules.verdict import Refused


def part_of(city: JointCity, slug: str) -> Stage:
    """Return the latest part of a co-department in the only case."""
    parts = Stage.objects.filter(region_code="990100", kind=StageKind.CO_REVIEW, department=city.co[slug])
    return parts.order_by("opened_at", "id").last()


def conclude(city: JointCity, no: str, slug: str, conclusion: str = "agree", day: date = START, **more: str) -> None:
    """Let a co-department conclude."""
    opinion, told = more.pop("opinion", ""), Particulars(**more)
    who = f"{slug}_verifier"
    conclude_part(PartConclusion(on(no), Concluded(conclusion, opinion, told)), city.ctx(who, day))


def refused(code: str, act: Callable[[], object]) -> None:
    """Run the act; it must be refused with that code and write nothing."""
    before = Entry.objects.filter(region_code="990100").count()
    with pytest.raises(Refused) as fault:
        act()
    assert fault.value.code == code
    assert Entry.objects.filter(region_code="990100").count() == before
