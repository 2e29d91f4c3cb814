"""Random people do random acts of this room on random days; what is refused leaves no trace."""

import os
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.acts.city import City, on
from tests.acts.lives import submitted
from tests.acts.special.world import MINING, PROMISE, city_of
from yichuang.acts.context import Context
from yichuang.acts.decision.conclude_filing import FilingConclusion, conclude_filing
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.fees.assess import Assessment, assess_fee
from yichuang.acts.fees.lapse import Lapse, lapse_fee
from yichuang.acts.fees.notify import FeeNotice, notify_fee
from yichuang.acts.fees.pay import Payment, pay_fee
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.correct_now import CorrectionNow, correct_now
from yichuang.acts.tolerance.check_undertaking import UndertakingCheck, check_undertaking
from yichuang.acts.tolerance.complete import Completion, complete_tolerance
from yichuang.acts.tolerance.expedite import Expedition, expedite
from yichuang.acts.tolerance.expire import Expiry, expire_tolerance
from yichuang.acts.tolerance.fail import Failure, fail_tolerance
from yichuang.acts.tolerance.undertake import Undertaken, undertake
from yichuang.records.cases.models import Case
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory, forget
from yichuang.rules import transitions
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
EXAMPLES = int(os.environ.get("YC_EXAMPLES", "5"))
FEE = {"采矿权使用费": 500}
LATE = {"map": "deferred"}
Deed = Callable[[str, Context], object]
ACTS: tuple[tuple[str, str, Deed], ...] = (
    ("case.corrected_now", "clerk", lambda no, ctx: correct_now(CorrectionNow(on(no), {"amount": ctx.today.day}), ctx)),
    ("case.expedited", "deputy", lambda no, ctx: expedite(Expedition(on(no), "重点项目"), ctx)),
    ("case.undertaken", "resident", lambda no, ctx: undertake(Undertaken(on(no), "孙玉兰"), ctx)),
    ("case.accepted", "clerk", lambda no, ctx: accept(Acceptance(on(no), LATE, promised=True), ctx)),
    ("case.accepted", "clerk", lambda no, ctx: accept(Acceptance(on(no)), ctx)),
    ("case.routed", "clerk", lambda no, ctx: route(Routing(on(no)), ctx)),
    ("case.reviewed", "reviewer", lambda no, ctx: review(Review(on(no), True, "同意"), ctx)),
    ("case.verified", "verifier", lambda no, ctx: verify(Verification(on(no), True, "同意"), ctx)),
    ("case.fee_assessed", "reviewer", lambda no, ctx: assess_fee(Assessment(on(no), FEE, 5), ctx)),
    ("case.fee_notified", "clerk", lambda no, ctx: notify_fee(FeeNotice(on(no)), ctx)),
    ("case.fee_paid", "clerk", lambda no, ctx: pay_fee(Payment(on(no), "1"), ctx)),
    ("case.fee_lapsed", "deputy", lambda no, ctx: lapse_fee(Lapse(on(no), "办法"), ctx)),
    ("case.decided", "deputy", lambda no, ctx: decide(Decision(on(no), True, "", "办法"), ctx)),
    ("case.decided", "deputy", lambda no, ctx: decide(Decision(on(no), False, "权属争议", "办法"), ctx)),
    ("case.issued", "clerk", lambda no, ctx: issue(Issue(on(no)), ctx)),
    ("case.delivered", "clerk", lambda no, ctx: deliver(HandOver(on(no), "孙玉兰"), ctx)),
    (
        "case.tolerance_completed",
        "clerk",
        lambda no, ctx: complete_tolerance(Completion(on(no), checked=frozenset({"map"})), ctx),
    ),
    ("case.tolerance_expired", "system", lambda no, ctx: expire_tolerance(Expiry(on(no)), ctx)),
    ("case.tolerance_failed", "deputy", lambda no, ctx: fail_tolerance(Failure(on(no)), ctx)),
    (
        "case.undertaking_checked",
        "reviewer",
        lambda no, ctx: check_undertaking(UndertakingCheck(on(no), ctx.today.day % 2 == 0, "核"), ctx),
    ),
    ("case.filing_concluded", "deputy", lambda no, ctx: conclude_filing(FilingConclusion(on(no), True), ctx)),
)
WORLDS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("cn.990000.land", {"fee": {"payment": {**MINING, "before": "decision"}}}),
    ("cn.350500", {"undertaking": PROMISE}),
    ("cn.990100", {"fee": {"payment": MINING}}),
    ("cn.500000", {"filing": {"exception": ""}}),
)
STEPS = st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 12)), min_size=6, max_size=25)


def walk(city: City, steps: list[tuple[int, int]]) -> None:
    day = date(2026, 3, 2)
    no = submitted(city, day)
    for pick, gap in steps:
        day += timedelta(days=gap)
        state = Case.objects.get(region_code="990100", no=no).state
        lawful = [act for act in ACTS if transitions.find(act[0], state, "promised")] or list(ACTS)
        _, who, act = (ACTS if pick % 5 == 0 else lawful)[pick % (len(ACTS) if pick % 5 == 0 else len(lawful))]
        before = Entry.objects.filter(region_code="990100").count()
        try:
            act(no, city.ctx(who, day))
        except (Refused, LookupError):
            assert Entry.objects.filter(region_code="990100").count() == before
        else:
            assert Entry.objects.filter(region_code="990100").count() == before + 1
    assert list(examine("990100", directory())) == []
    case = Case.objects.get(region_code="990100", no=no)
    assert (case.state == "closed") == (case.closed_on is not None)
    assert not (case.state in ("issued", "closed") and case.outcome == "filed" and case.issued_on)


@pytest.mark.parametrize(("profile", "guide"), WORLDS, ids=[world[0] for world in WORLDS])
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_random_histories(db: None, profile: str, guide: dict[str, Any], steps: list[tuple[int, int]]) -> None:
    with transaction.atomic():
        walk(city_of(profile, **guide), steps)
        transaction.set_rollback(True)
    forget()
