"""A filing is put on record whole or not at all: inside a transaction and outside of one, with and without a number."""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.acts.city import City
from tests.acts.filing.orm_pen import everything
from tests.acts.lives import under_review
from yichuang.acts.filing.pen import file
from yichuang.acts.filing.shapes import Change, Conflict, Filed, Filing, Number, Place, Row
from yichuang.records.cases.models import Case, ClockEvent, Stage
from yichuang.records.ids import new_id

REGION = "990100"
WITHOUT: dict[str, Any] = {}
WITH = {"answer": {"no": Number("test-series", lambda serial: f"T-{serial}")}}


@pytest.fixture(params=["alone", "inside"])
def around(request: pytest.FixtureRequest) -> Callable[[], Any]:
    return nullcontext if request.param == "alone" else transaction.atomic


@pytest.fixture
def case(open_city: City) -> Case:
    return Case.objects.get(region_code=REGION, no=under_review(open_city))


@pytest.fixture(params=[WITHOUT, WITH], ids=["no number", "a number"])
def filing(case: Case, request: pytest.FixtureRequest) -> Filing:
    place = Place(Case, "case", REGION, case.id, case.version, case.ledger_seq, case.ledger_hash, case.item_version_id)
    return Filing(place, "case.claimed", {"pause_kind": "testing"}, (clock_event(case, 90),), **request.param)


def clock_event(case: Case, seq: int) -> Row:
    row = {"id": new_id(), "region_code": REGION, "case_id": case.id, "seq": seq, "kind": "paused", "on": "2026-03-03"}
    return Row(ClockEvent, row | {"pause": "", "days": 0, "by": ""})


@pytest.fixture
def untouched(filing: Filing) -> Iterator[None]:
    """What stood before stands afterwards, to the last column."""
    before = everything()
    yield
    assert everything() == before


def attempt(city: City, filing: Filing, around: Callable[[], Any]) -> Filed:
    with around():
        return file(filing, city.ctx("reviewer"))


def test_it_works(open_city: City, filing: Filing, around: Callable[[], Any], case: Case) -> None:
    filed = attempt(open_city, filing, around)
    case.refresh_from_db()
    assert (case.version, case.ledger_hash, case.pause_kind) == (filing.place.version + 1, filed.hash, "testing")
    assert ClockEvent.objects.filter(region_code=REGION, case_id=case.id, seq=90).exists()


@pytest.mark.usefixtures("untouched")
def test_a_stale_guard_writes_nothing(open_city: City, filing: Filing, around: Callable[[], Any]) -> None:
    old = replace(filing, place=filing.place._replace(version=filing.place.version - 1))
    with pytest.raises(Conflict):
        attempt(open_city, old, around)


@pytest.mark.usefixtures("untouched")
def test_another_region_is_another_case(open_city: City, filing: Filing, around: Callable[[], Any]) -> None:
    with pytest.raises(Conflict):
        attempt(open_city, replace(filing, place=filing.place._replace(region_code="990199"), add=()), around)


@pytest.mark.usefixtures("untouched")
def test_a_row_of_another_region_is_a_mistake(open_city: City, filing: Filing, around: Callable[[], Any]) -> None:
    foreign = filing.add[0]._replace(values={**filing.add[0].values, "region_code": "990199"})
    with pytest.raises(ValueError, match="region"):
        attempt(open_city, replace(filing, add=(foreign,)), around)


@pytest.mark.usefixtures("untouched")
def test_a_late_duplicate_undoes_everything(open_city: City, filing: Filing, around: Any, case: Case) -> None:
    twice = replace(filing, add=(*filing.add, clock_event(case, 90)))
    with pytest.raises(Conflict):
        attempt(open_city, twice, around)


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("missing", [1, 2])
def test_a_missing_row_undoes_everything(
    open_city: City, filing: Filing, around: Any, case: Case, missing: int
) -> None:
    stage = Stage.objects.get(region_code=REGION, case_id=case.id)
    ids = [new_id() for _ in range(missing)]
    changes = tuple(Change(Stage, row_id, {"opinion": "x"}) for row_id in (stage.id, *ids))
    with pytest.raises(Conflict):
        attempt(open_city, replace(filing, change=changes), around)


@pytest.mark.usefixtures("untouched")
def test_moved_facts_are_a_conflict(open_city: City, filing: Filing, around: Callable[[], Any]) -> None:
    ctx = open_city.ctx("reviewer")
    old = replace(ctx, directory=replace(ctx.directory, version=ctx.directory.version - 1))
    with pytest.raises(Conflict), around():
        file(filing, old)


@pytest.mark.usefixtures("untouched")
def test_a_broken_rule_of_the_tables_is_no_conflict(open_city: City, filing: Filing, around: Any) -> None:
    with pytest.raises(IntegrityError):
        attempt(open_city, replace(filing, set={"state": None}), around)


@pytest.mark.usefixtures("untouched")
def test_a_reference_into_nothing_is_refused(open_city: City, filing: Filing) -> None:
    astray = filing.add[0]._replace(values={**filing.add[0].values, "case_id": new_id()})
    with pytest.raises(IntegrityError):
        attempt(open_city, replace(filing, add=(astray,)), nullcontext)


def test_a_refused_filing_leaves_no_gap(open_city: City, filing: Filing, around: Callable[[], Any]) -> None:
    numbered = replace(filing, **WITH)
    with pytest.raises(Conflict):
        attempt(open_city, replace(numbered, place=filing.place._replace(version=99)), around)
    assert attempt(open_city, numbered, around).no == "T-1"
