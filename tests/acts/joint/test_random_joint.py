"""Random departments do random acts on random days of a joint case: what is allowed is lawful, no clock is too long."""

import os
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.acts.city import on
from tests.acts.joint.city import JointCity, accepted_joint, build_joint_city
from tests.acts.joint.told import part_of
from tests.acts.passing.walks import empowered
from yichuang.acts.context import ZONE, Context
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.extend import Extension, extend
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.resume import Resumption, resume
from yichuang.acts.handling.return_to_review import Return, return_to_review
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.joint.again import AskAgain, ask_again
from yichuang.acts.joint.conclude_part import PartConclusion, conclude_part
from yichuang.acts.joint.default_part import Lapse, default_part
from yichuang.acts.joint.pick_up import PickUp, pick_up
from yichuang.acts.joint.remind_part import Reminder, remind_part
from yichuang.acts.joint.reply_part import PartReply, reply_part
from yichuang.law.book import book
from yichuang.records.cases.models import Case, ClockEvent, Stage
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory, forget
from yichuang.rules import transitions
from yichuang.rules.joint.conclusions import Concluded
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
EXAMPLES = int(os.environ.get("YC_EXAMPLES", "4"))
Act = Callable[[JointCity, str, Context], object]
ANSWER = "意见已经逐条处理完毕。"
YES, NO, UP = Concluded("agree", "符合"), Concluded("disagree", "安全间距不足"), Concluded("upward")


def part(city: JointCity, slug: str) -> Stage:
    found = part_of(city, slug)
    if found is None:
        raise LookupError(slug)
    return found


def remind(city: JointCity, no: str, ctx: Context) -> object:
    return remind_part(Reminder(on(no), part(city, "env").id, "酌定"), ctx)


ACTS: tuple[tuple[str, str, Act], ...] = (
    ("case.routed", "clerk", lambda c, no, ctx: route(Routing(on(no)), ctx)),
    ("case.claimed", "reviewer", lambda c, no, ctx: claim(Claim(on(no)), ctx)),
    ("case.picked_up", "fire_reviewer", lambda c, no, ctx: pick_up(PickUp(on(no), "情况特殊"), ctx)),
    ("case.picked_up", "env_reviewer", lambda c, no, ctx: pick_up(PickUp(on(no), "情况特殊"), ctx)),
    ("case.part_concluded", "fire_verifier", lambda c, no, ctx: conclude_part(PartConclusion(on(no), YES), ctx)),
    ("case.part_concluded", "env_verifier", lambda c, no, ctx: conclude_part(PartConclusion(on(no), NO), ctx)),
    ("case.part_concluded", "env_verifier", lambda c, no, ctx: conclude_part(PartConclusion(on(no), UP), ctx)),
    ("case.part_asked_again", "reviewer", lambda c, no, ctx: ask_again(AskAgain(on(no), c.co["env"].id, "补正"), ctx)),
    ("case.part_replied", "env_reviewer", lambda c, no, ctx: reply_part(PartReply(on(no), True, "1号"), ctx)),
    ("case.part_reminded", "reviewer", lambda c, no, ctx: remind(c, no, ctx)),
    ("case.part_defaulted", "system", lambda c, no, ctx: default_part(Lapse(on(no), part(c, "fire").id), ctx)),
    ("case.paused", "main", lambda c, no, ctx: pause(Pause(on(no), "hearing", 5, "听证"), ctx)),
    ("case.resumed", "reviewer", lambda c, no, ctx: resume(Resumption(on(no), "合格"), ctx)),
    ("case.extended", "main", lambda c, no, ctx: extend(Extension(on(no), 5, "复杂"), ctx)),
    ("case.extended", "mayor", lambda c, no, ctx: extend(Extension(on(no), 15, "复杂"), ctx)),
    ("case.reviewed", "reviewer", lambda c, no, ctx: review(Review(on(no), True, "同意"), ctx)),
    ("case.returned", "agency", lambda c, no, ctx: return_to_review(Return(on(no), "再核"), ctx)),
    ("case.decided", "agency", lambda c, no, ctx: decide(Decision(on(no), True, ANSWER, "《条例》"), ctx)),
    ("case.withdrawn", "resident", lambda c, no, ctx: withdraw(Withdrawal(on(no)), ctx)),
)  # fmt: skip
PEOPLE = (
    "clerk", "reviewer", "agency", "main", "mayor", "fire_reviewer", "fire_verifier", "env_reviewer", "env_verifier",
    "resident", "system",
)  # fmt: skip
STEPS = st.lists(st.tuples(st.integers(0, 1000), st.sampled_from(PEOPLE), st.integers(0, 3)), min_size=5, max_size=30)


def chosen(state: str, pick: int, who: str) -> tuple[str, Act]:
    """Return mostly an act that the state allows, by the right person; every fifth time anything by anybody."""
    lawful = [act for act in ACTS if transitions.find(act[0], state, "joint") and act[0] != "case.withdrawn"]
    if pick % 5 == 0 or not lawful:
        return who, ACTS[pick % len(ACTS)][2]
    _, right, act = lawful[(pick // 5) % len(lawful)]
    return (who if pick % 7 == 0 else right), act


def walk(city: JointCity, steps: list[tuple[int, str, int]], day: date) -> None:
    empowered(city, city.department.id, day)
    no = accepted_joint(city, day)
    for pick, somebody, gap in steps:
        day += timedelta(days=gap)
        state = Case.objects.get(region_code="990100", no=no).state
        who, act = chosen(state, pick, somebody)
        before = Entry.objects.filter(region_code="990100").count()
        try:
            act(city, no, city.ctx(who, day))
        except (Refused, LookupError):
            assert Entry.objects.filter(region_code="990100").count() == before
        else:
            verb = Entry.objects.filter(region_code="990100").order_by("seq").last().verb
            assert transitions.find(verb, state, "joint")
        for slug in city.co:
            longest(city, slug)
        decided_over_no_report(no)
    assert list(examine("990100", directory())) == []


def decided_over_no_report(no: str) -> None:
    """Nobody decides while a department's 同意上报 waits for the higher body."""
    case = Case.objects.get(region_code="990100", no=no)
    waiting = Stage.objects.filter(region_code="990100", case_id=case.id, kind="part_report", done_at=None)
    assert case.decided_on is None or not waiting.exists()


def longest(city: JointCity, slug: str) -> None:
    """Count the days of a part one by one: never more than the norm or the item's own return limit, never extended."""
    found = part_of(city, slug)
    if found is None or found.due_on is None:
        return
    case = Case.objects.get(region_code="990100", id=found.case_id)
    if found.done_at is None and case.paused:
        return
    calendar, stopped = directory().calendar(case.profile), stops(case)
    norm = book().norms(case.profile, case.accepted_on).get("codept_limit")
    most = min(10, int(str(norm.value))) if norm else 10
    counted, day = 0, found.starts_on
    while day < found.due_on:
        day += timedelta(days=1)
        counted += calendar.is_working(day) and day not in stopped
    assert counted <= most
    assert found.starts_on in (case.accepted_on, found.picked_up_on, found.opened_at.astimezone(ZONE).date())


def stops(case: Case) -> set[date]:
    """Return every day of the pauses, first and last included."""
    days: set[date] = set()
    since: date | None = None
    for event in ClockEvent.objects.filter(region_code="990100", case_id=case.id).order_by("seq"):
        if event.kind == "paused":
            since = event.on
        elif event.kind == "resumed" and since is not None:
            days |= {since + timedelta(days=n) for n in range((event.on - since).days + 1)}
            since = None
    return days


@pytest.mark.parametrize("profile", sorted(book().profiles()))
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS, day=st.sampled_from([date(2026, 2, 10), date(2026, 12, 1)]))
def test_random_joint_histories(db: None, profile: str, day: date, steps: list[tuple[int, str, int]]) -> None:
    with transaction.atomic():
        walk(build_joint_city(profile), steps, day)
        transaction.set_rollback(True)
    forget()
