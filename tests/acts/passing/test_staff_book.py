"""人员授权簿: who may stand in and sign is on record, and the doctor sees whoever rewrites it."""

import importlib
from datetime import UTC, date, datetime

import pytest
from django.apps import apps

from tests.acts.city import City
from tests.acts.passing.people import away, newcomer
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.staffing.delegate import DelegationPaper, delegate
from yichuang.acts.staffing.end_absence import AbsenceEnd, end_absence
from yichuang.acts.staffing.grant_powers import PowersGrant, grant_powers
from yichuang.acts.staffing.revoke import Recall, revoke
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory
from yichuang.records.org.models import Absence, AuthorisedPerson, Delegation, WindowGrant
from yichuang.rules.staff.roster import Delegated

pytestmark = pytest.mark.django_db
TODAY, LATER = date(2026, 3, 2), date(2026, 3, 31)


def found() -> list[str]:
    return [finding.code for finding in examine("990100", directory())]


def given(city: City) -> None:
    """One of each kind, one of them taken back."""
    second = newcomer(city, "second", "reviewer")
    away(city, "reviewer")
    paper = Delegated(city.people["deputy"].id, second, frozenset({"case.decided"}), frozenset(), TODAY, LATER)
    delegate(DelegationPaper(paper, "授权书", TODAY), city.ctx("deputy"))
    for powers in ({"delivery", "acceptance"}, {"delivery"}, {"delivery", "acceptance"}):
        grant_powers(PowersGrant(city.department.id, frozenset(powers), "授权书", TODAY), city.ctx("agency"))


def test_it_works(city: City) -> None:
    given(city)
    end_absence(AbsenceEnd(Absence.objects.get().id), city.ctx("reviewer", date(2026, 3, 3)))
    revoke(Recall(Delegation.objects.get().id), city.ctx("deputy", date(2026, 3, 3)))
    entries = Entry.objects.filter(region_code="990100", subject="staff").order_by("seq")
    assert [entry.verb.partition(".")[2] for entry in entries] == [
        "absence_noted", "delegated", *["powers_granted"] * 3, "absence_ended", "delegation_revoked",
    ]  # fmt: skip
    assert "年休假" not in str([entry.facts for entry in entries])
    assert found() == []


@pytest.mark.parametrize(
    ("model", "change", "code"),
    [
        (Absence, {"stand_in": None, "ends_on": LATER}, "column_differs"),
        (Delegation, {"verbs": ["case.decided", "case.extended"]}, "column_differs"),
        (WindowGrant, {"power": "litigation"}, "column_differs"),
        (Absence, None, "row_missing"),
    ],
)
def test_a_quiet_change_is_found(city: City, model: type, change: dict[str, object] | None, code: str) -> None:
    given(city)
    rows = model.objects.filter(pk=model.objects.order_by("id")[0].pk)  # type: ignore[attr-defined]
    rows.delete() if change is None else rows.update(**change)
    assert set(found()) == {code}


def test_a_row_from_nowhere_is_found(city: City) -> None:
    WindowGrant.objects.create(
        region_code="990100", department=city.department, power="delivery", basis="", starts_on=TODAY
    )
    AuthorisedPerson.objects.create(
        user=city.people["stranger"], organisation="某公司", uscc="91110000MA00000000", starts_on=TODAY
    )
    assert found() == ["row_unexplained", "row_unexplained"]


def test_what_stood_before_is_taken_over(city: City) -> None:
    people, at = city.people, datetime(2026, 3, 2, 9, tzinfo=UTC)
    span = {"starts_on": TODAY, "ends_on": date(2099, 3, 31), "noted_at": at}
    Absence.objects.create(user=people["reviewer"], reason="病假", noted_by=people["reviewer"], **span)
    Delegation.objects.create(giver=people["deputy"], taker=people["reviewer"], verbs=["case.decided"], **span)
    WindowGrant.objects.create(department=city.department, power="delivery", basis="授权书", starts_on=TODAY)
    migration = importlib.import_module("yichuang.records.org.migrations.0004_staff_book")
    migration.name_regions(apps, None)
    migration.open_books(apps, None)
    assert found() == []
    end_absence(AbsenceEnd(Absence.objects.get().id), city.ctx("reviewer", date(2099, 3, 3)))
    assert found() == []
