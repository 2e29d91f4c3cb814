"""Random steps of parties, hearings and inspections: a decision never comes before what the law asks for."""

import os
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.acts.city import City, build_city, on
from tests.acts.hearing.lives import SIGNED, call, finding, under_rules, waiting_for_decision
from tests.acts.passing.walks import empowered
from yichuang.acts.context import Context
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.hearing.call_hearing import call_hearing
from yichuang.acts.hearing.challenge_chair import Challenge, challenge_chair
from yichuang.acts.hearing.hear_statement import Statement, hear_statement
from yichuang.acts.hearing.hold_hearing import HearingRecord, hold_hearing
from yichuang.acts.hearing.request_hearing import HearingRequest, request_hearing
from yichuang.acts.hearing.tell_interested import InterestedNotice, tell_interested
from yichuang.acts.hearing.waive_hearing import HearingWaiver, waive_hearing
from yichuang.acts.inspecting.inspect import inspect
from yichuang.acts.inspection.doctor import examine
from yichuang.law.book import book
from yichuang.records.cases.models import Case, Stage
from yichuang.records.hearings.models import Hearing, InterestedParty
from yichuang.records.org.directory import directory, forget
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
EXAMPLES = int(os.environ.get("YC_EXAMPLES", "3"))
Step = Callable[[City, str, Context], object]


def _state(city: City, no: str, ctx: Context) -> object:
    party = InterestedParty.objects.filter(region_code="990100", stated_on=None).first()
    return hear_statement(Statement(on(no), party.id, "没有意见"), ctx) if party else None


def _party() -> UUID | None:
    party = InterestedParty.objects.filter(region_code="990100").first()
    return party.id if party else None


STEPS: tuple[tuple[str, Step], ...] = (
    ("reviewer", lambda city, no, ctx: tell_interested(InterestedNotice(on(no), "周文静", "下游"), ctx)),
    ("reviewer", _state),
    ("resident", lambda city, no, ctx: request_hearing(HearingRequest(on(no)), ctx)),
    ("resident", lambda city, no, ctx: waive_hearing(HearingWaiver(on(no)), ctx)),
    ("clerk", lambda city, no, ctx: waive_hearing(HearingWaiver(on(no), _party(), "声明书"), ctx)),
    ("verifier", lambda city, no, ctx: call_hearing(call(city, no, day=ctx.today + timedelta(days=14)), ctx)),
    ("agency", lambda city, no, ctx: challenge_chair(
        Challenge(on(no), "周", "亲属", city.people["chief"].id), ctx)),
    ("deputy", lambda city, no, ctx: hold_hearing(HearingRecord(on(no), "笔录", SIGNED), ctx)),
    ("reviewer", lambda city, no, ctx: inspect(finding(city, no), ctx)),
    ("agency", lambda city, no, ctx: decide(Decision(on(no), True, "根据听证笔录", "《水法》"), ctx)),
)  # fmt: skip
WALK = st.lists(st.tuples(st.integers(0, len(STEPS) - 1), st.sampled_from((0, 1, 5, 14))), min_size=4, max_size=14)


def lawful(day: date) -> None:
    """Nobody who may still ask for a hearing is passed over, and no hearing is left without its record."""
    told = Stage.objects.filter(region_code="990100", kind="interested", due_on__gte=day)
    if not Hearing.objects.filter(region_code="990100").exists():
        assert not told.exclude(effect="waived").exists()
        waived = Stage.objects.filter(region_code="990100", kind="hearing_waiver").exists()
        assert waived or not told.exists()
    assert not Hearing.objects.filter(region_code="990100", held_on=None).exists()


def walk(city: City, steps: list[tuple[int, int]]) -> None:
    under_rules(city, interested=True, inspections=["inspection"])
    no, day = waiting_for_decision(city), date(2026, 3, 6)
    for pick, gap in steps:
        day += timedelta(days=gap)
        who, step = STEPS[pick]
        try:
            step(city, no, city.ctx(who, day))
        except (Refused, LookupError):
            continue
        if Case.objects.get(region_code="990100", no=no).state == "decided":
            lawful(day)
            break
    assert list(examine("990100", directory())) == []


@pytest.mark.parametrize("profile", sorted(book().profiles()))
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=WALK)
def test_random_hearings(db: None, profile: str, steps: list[tuple[int, int]]) -> None:
    with transaction.atomic():
        city = build_city(profile)
        empowered(city, city.department.id, date(2026, 3, 2))
        walk(city, steps)
        transaction.set_rollback(True)
    forget()
