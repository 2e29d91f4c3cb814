"""Publishing: the check-up blocks, the day decides who gets which version, running cases keep theirs (R077)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.acts.city import City
from tests.acts.lives import accepted
from tests.records.catalogue.test_lint import Version
from yichuang.acts.catalogue.publish_item import Publication, publish_item
from yichuang.acts.intake.submit import submit
from yichuang.records.cases.models import Case
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.catalogue.queries import version_on
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db

FIRST_DAY = date(2026, 3, 5)


def publication(city: City, **changes: Any) -> Publication:
    """A sound second version: done at once."""
    fields = vars(Version(kind="instant", promised_number=0, stages=[{"kind": "decision", "name": "决定", "days": 0}]))
    fields["materials"] = [row | {"key": "form"} for row in fields["materials"]]
    return Publication(city.promised.item_id, fields | {"number": 2, "effective_on": FIRST_DAY} | changes)


def publish(city: City, on: date = date(2026, 3, 3), who: str = "manager", **changes: Any) -> None:
    publish_item(publication(city, **changes), city.ctx(who, on))


def on_day(city: City, day: date) -> ItemVersion:
    version = version_on(city.promised.item, day)
    assert version is not None
    return version


def test_it_works(city: City) -> None:
    publish(city)
    assert (on_day(city, date(2026, 3, 4)).number, on_day(city, FIRST_DAY).number) == (1, 2)


def test_running_cases_keep_their_limit(city: City) -> None:
    no = accepted(city)
    before = Case.objects.get(region_code="990100", no=no)
    publish(city)
    after = Case.objects.get(region_code="990100", no=no)
    assert (after.terms, after.due_on, after.kind) == (before.terms, before.due_on, "promised")
    assert after.item_version_id == city.promised.id


def test_who_submits_on_the_day_gets_the_new_one(city: City) -> None:
    publish(city)
    no = submit(city.submission(on_day(city, FIRST_DAY)), city.ctx("clerk", FIRST_DAY)).no
    case = Case.objects.get(region_code="990100", no=no)
    assert case.kind == "instant"
    assert "promised_number" not in case.terms


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("version_number", {"number": 3}),
        ("version_too_early", {"effective_on": date(2026, 3, 2)}),
        ("version_too_far", {"effective_on": date(2028, 1, 1)}),
        ("item_faulty", {"promised_number": None, "statutory_number": None}),
        ("item_faulty", {"materials": [{"name": "其他有关材料", "legal_basis": {}}]}),
    ],
)
def test_what_is_not_sound_is_refused(city: City, code: str, changes: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        publish(city, **changes)
    assert refused.value.code == code
    assert city.promised.item.versions.count() == 1


def test_a_third_version_may_not_come_before_the_second(city: City) -> None:
    publish(city)
    with pytest.raises(Refused, match="version_too_early"):
        publish(city, number=3, effective_on=date(2026, 3, 4))


def test_who_may_not_publish_is_refused(city: City) -> None:
    with pytest.raises(Refused, match="not_yours"):
        publish(city, who="clerk")
