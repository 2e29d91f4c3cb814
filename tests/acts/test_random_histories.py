"""Random people do random acts on random days: what is allowed is lawful, what is refused leaves no trace."""

import os
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.acts.city import City, build_city, on
from tests.acts.lives import submitted
from tests.acts.passing.walks import empowered
from yichuang.acts.context import Context
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.decline_extension import DeclinedExtension, decline_extension
from yichuang.acts.handling.extend import Extension, extend
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.propose_extension import ExtensionProposal, propose_extension
from yichuang.acts.handling.resume import Resumption, resume
from yichuang.acts.handling.return_to_review import Return, return_to_review
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.deem_accepted import Silence, deem_accepted
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.acts.intake.propose_refusal import RefusalProposal, propose_refusal
from yichuang.acts.intake.refuse_acceptance import AcceptanceRefusal, refuse_acceptance
from yichuang.acts.intake.supplement import Supplement, supplement
from yichuang.law.book import book
from yichuang.records.cases.models import Case
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory, forget
from yichuang.rules import transitions
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
EXAMPLES = int(os.environ.get("YC_EXAMPLES", "5"))
PEOPLE = ("clerk", "chief", "reviewer", "verifier", "deputy", "agency", "resident", "system")
ACTS = (
    ("case.accepted", "clerk", lambda no, ctx: accept(Acceptance(on(no)), ctx)),
    (
        "case.correction_notified",
        "clerk",
        lambda no, ctx: notify_correction(CorrectionNotice(on(no), {"map": "缺图"}), ctx),
    ),
    ("case.supplemented", "resident", lambda no, ctx: supplement(Supplement(on(no), shown=frozenset({"map"})), ctx)),
    ("case.refusal_proposed", "clerk", lambda no, ctx: propose_refusal(RefusalProposal(on(no), "不属于本机关"), ctx)),
    (
        "case.refused",
        "chief",
        lambda no, ctx: refuse_acceptance(AcceptanceRefusal(on(no), "不属于本机关", "许可法", "省水利厅"), ctx),
    ),
    ("case.deemed_accepted", "system", lambda no, ctx: deem_accepted(Silence(on(no)), ctx)),
    ("case.routed", "clerk", lambda no, ctx: route(Routing(on(no)), ctx)),
    ("case.claimed", "reviewer", lambda no, ctx: claim(Claim(on(no)), ctx)),
    ("case.paused", "agency", lambda no, ctx: pause(Pause(on(no), "hearing", 5, "听证"), ctx)),
    ("case.paused", "agency", lambda no, ctx: pause(Pause(on(no), "testing", 3, "检测"), ctx)),
    ("case.resumed", "reviewer", lambda no, ctx: resume(Resumption(on(no), "合格"), ctx)),
    ("case.extended", "agency", lambda no, ctx: extend(Extension(on(no), 5, "复杂"), ctx)),
    (
        "case.extension_proposed",
        "reviewer",
        lambda no, ctx: propose_extension(ExtensionProposal(on(no), 5, "复杂"), ctx),
    ),
    ("case.extension_declined", "agency", lambda no, ctx: decline_extension(DeclinedExtension(on(no), "不需要"), ctx)),
    ("case.reviewed", "reviewer", lambda no, ctx: review(Review(on(no), True, "同意"), ctx)),
    ("case.verified", "verifier", lambda no, ctx: verify(Verification(on(no), True, "同意"), ctx)),
    ("case.returned", "agency", lambda no, ctx: return_to_review(Return(on(no), "再核"), ctx)),
    ("case.decided", "agency", lambda no, ctx: decide(Decision(on(no), True, "", "《水法》"), ctx)),
    ("case.issued", "clerk", lambda no, ctx: issue(Issue(on(no)), ctx)),
    ("case.delivered", "clerk", lambda no, ctx: deliver(HandOver(on(no), "孙玉兰"), ctx)),
    ("case.withdrawn", "resident", lambda no, ctx: withdraw(Withdrawal(on(no)), ctx)),
)
STEPS = st.lists(st.tuples(st.integers(0, 1000), st.sampled_from(PEOPLE), st.integers(0, 3)), min_size=5, max_size=30)


def chosen(state: str, pick: int, who: str) -> tuple[str, Callable[[str, Context], object]]:
    """Return mostly an act that the state allows, by the right person; every fifth time anything by anybody."""
    lawful = [act for act in ACTS if transitions.find(act[0], state, "promised") and act[0] != "case.withdrawn"]
    if pick % 5 == 0 or not lawful:
        return who, ACTS[pick % len(ACTS)][2]
    _, right, act = lawful[(pick // 5) % len(lawful)]
    return (who if pick % 7 == 0 else right), act


def walk(city: City, steps: list[tuple[int, str, int]]) -> None:
    day = date(2026, 12, 1)  # long histories leave the published years
    empowered(city, city.department.id, day)
    no = submitted(city, day)
    for pick, somebody, gap in steps:
        day += timedelta(days=gap)
        state = Case.objects.get(region_code="990100", no=no).state
        who, act = chosen(state, pick, somebody)
        before = Entry.objects.filter(region_code="990100").count()
        try:
            act(no, city.ctx(who, day))
        except (Refused, LookupError):
            assert Entry.objects.filter(region_code="990100").count() == before
        else:
            assert Entry.objects.filter(region_code="990100").count() == before + 1
            verb = Entry.objects.filter(region_code="990100").latest("seq").verb
            assert transitions.find(verb, state, "promised")
    assert list(examine("990100", directory())) == []
    case = Case.objects.get(region_code="990100", no=no)
    assert (case.state == "closed") == (case.closed_on is not None)


@pytest.mark.parametrize("profile", sorted(book().profiles()))
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_random_histories(db: None, profile: str, steps: list[tuple[int, str, int]]) -> None:
    with transaction.atomic():
        walk(build_city(profile), steps)
        transaction.set_rollback(True)
    forget()
