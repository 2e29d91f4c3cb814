"""What an act reads in one query is what the models say, column by column."""

from dataclasses import replace

import pytest

from tests.acts.city import City
from tests.acts.lives import promised_life, submitted
from yichuang.acts.filing.pen import answer_again
from yichuang.acts.filing.shapes import Filed
from yichuang.records.cases.models import Case, ClockEvent, Material, Stage
from yichuang.records.cases.reading import CaseFile, load
from yichuang.records.ledger.models import Entry
from yichuang.rules.clock import ClockTerms

pytestmark = pytest.mark.django_db
REGION = "990100"


@pytest.fixture
def case(city: City) -> Case:
    return Case.objects.get(region_code=REGION, no=promised_life(city))


@pytest.fixture
def read(case: Case) -> CaseFile:
    found = load(REGION, no=case.no, materials=True)
    assert found is not None
    return found


@pytest.mark.parametrize("column", [f.attname for f in Case._meta.concrete_fields if f.attname != "terms"])
def test_every_column(case: Case, read: CaseFile, column: str) -> None:
    assert getattr(read, column) == getattr(case, column)
    assert isinstance(getattr(read, column), type(getattr(case, column)))


def test_limits(case: Case, read: CaseFile) -> None:
    assert read.terms == ClockTerms.from_facts(case.terms)


def test_clock_facts(case: Case, read: CaseFile) -> None:
    rows = ClockEvent.objects.filter(region_code=REGION, case_id=case.id).order_by("seq")
    told = [(row.kind, row.on, row.pause, row.days, row.by) for row in rows]
    assert [(fact.kind.value, fact.on, fact.pause, fact.days, fact.by) for fact in read.facts] == told


def test_stages(case: Case, read: CaseFile) -> None:
    rows = Stage.objects.filter(region_code=REGION, case_id=case.id).order_by("opened_at", "id")
    told = [(row.id, row.kind, row.department_id, row.assignee_id, row.due_on, row.done_at is not None) for row in rows]
    found = [(s.id, s.kind, s.department_id, s.assignee_id, s.due_on, s.done) for s in read.stages]
    assert found == told


def test_materials(case: Case, read: CaseFile) -> None:
    rows = Material.objects.filter(region_code=REGION, case_id=case.id).order_by("position")
    told = [(row.id, row.key, row.name, row.required, row.verdict, row.defect) for row in rows]
    assert [(m.id, m.key, m.name, m.required, m.verdict, m.defect) for m in read.materials] == told
    found = load(REGION, case_id=case.id)
    assert found is not None
    assert found.materials == ()


def test_the_answer_under_a_key(city: City) -> None:
    no = submitted(city)
    entry = Entry.objects.get(region_code=REGION)
    found = load(REGION, no=no, key=entry.idem_key)
    assert found is not None
    filed = answer_again(REGION, found.repeat, replace(city.ctx("clerk"), key=entry.idem_key))
    assert filed == Filed(REGION, entry.verb, entry.subject_id, 1, entry.hash, entry.answer, repeated=True)


def test_nothing(city: City) -> None:
    assert load(REGION, no="JN-2026-999999") is None
    assert load("990199", no=submitted(city)) is None
