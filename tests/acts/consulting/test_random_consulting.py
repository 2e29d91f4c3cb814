"""Random people ask, answer, meet, sign and decide on random days: what is refused leaves no trace, doctor agrees."""

import os
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.acts.city import build_city, on
from tests.acts.consulting.city import AskingCity, add_others, stages
from tests.acts.lives import submitted
from tests.acts.meeting.steps import meetings
from tests.acts.passing.walks import empowered
from yichuang.acts.consulting.answer import Answer, answer
from yichuang.acts.consulting.ask import Ask, ask
from yichuang.acts.consulting.deem_answer import SilentAnswer, deem_answer
from yichuang.acts.consulting.recall import Recall, recall
from yichuang.acts.consulting.report_to_head import HeadReport, report_to_head
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.meeting.adjourn import Adjournment, adjourn_meeting
from yichuang.acts.meeting.call import Invitation, MeetingCall, Session, call_meeting
from yichuang.acts.meeting.cancel_meeting import Cancellation, cancel_meeting
from yichuang.acts.meeting.close_meeting import Minutes, close_meeting
from yichuang.acts.meeting.decline import MeetingRefusal, decline_meeting
from yichuang.acts.meeting.name_delegate import Delegation, name_delegate
from yichuang.acts.meeting.request import MeetingRequest, request_meeting
from yichuang.acts.meeting.resume_meeting import NextSession, resume_meeting
from yichuang.acts.meeting.sign_seat import Signature, sign_seat
from yichuang.law.book import book
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory, forget
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
EXAMPLES = int(os.environ.get("YC_EXAMPLES", "3"))
PEOPLE = ("clerk", "reviewer", "verifier", "deputy", "agency", "land", "eco", "county", "resident", "system")
SEATED = ("land", "eco", "county")
KINDS = ("countersign", "consultation", "opinion", "accept_opinion")
STEPS = st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from(PEOPLE), st.integers(0, 2)), min_size=8, max_size=30)
Do = Callable[[AskingCity, str, date, int], tuple[Any, Any, str]]


def _asked(no: str, pick: int) -> Any:
    rows = [row for kind in KINDS for row in stages(no, kind)]
    return rows[pick % len(rows)].id if rows else next(iter(directory().departments))


def _meeting(no: str, pick: int) -> Any:
    found = meetings(no)
    return found[pick % len(found)].row.id if found else next(iter(directory().departments))


def _invited(city: AskingCity, pick: int) -> tuple[Invitation, ...]:
    slugs = [slug for bit, slug in enumerate(city.asked) if pick >> bit & 1] or ["land"]
    return tuple(Invitation(one, by_letter=bool(pick & 8)) for one in city.ids(*slugs))


def _ask(city: AskingCity, no: str, day: date, pick: int) -> Ask:
    slugs = [slug for bit, slug in enumerate(city.asked) if pick >> bit & 1] or ["eco"]
    due = day + timedelta(days=pick % 4)
    return Ask(on(no), KINDS[pick % 4], city.ids(*slugs), "是否？", due, in_turn=bool(pick & 16))


def _session(day: date, pick: int) -> Session:
    return Session(day + timedelta(days=pick % 6), "09:30", "三楼", "申请人同意" if pick & 32 else "")


ACTS: tuple[Do, ...] = (
    lambda c, no, d, n: (accept, Acceptance(on(no)), "clerk"),
    lambda c, no, d, n: (route, Routing(on(no)), "clerk"),
    lambda c, no, d, n: (review, Review(on(no), True, "同意"), "reviewer"),
    lambda c, no, d, n: (verify, Verification(on(no), True, "同意"), "verifier"),
    lambda c, no, d, n: (decide, Decision(on(no), bool(n & 1), "理由", "《水法》"), "agency"),
    lambda c, no, d, n: (ask, _ask(c, no, d, n), "reviewer"),
    lambda c, no, d, n: (ask, _ask(c, no, d, n), "deputy"),
    lambda c, no, d, n: (answer, Answer(on(no), _asked(no, n), bool(n & 1), "意见"), SEATED[n % 3]),
    lambda c, no, d, n: (recall, Recall(on(no), _asked(no, n), "不涉及"), "reviewer"),
    lambda c, no, d, n: (deem_answer, SilentAnswer(on(no)), "system"),
    lambda c, no, d, n: (report_to_head, HeadReport(on(no), "head", "同意"), "reviewer"),
    lambda c, no, d, n: (request_meeting, MeetingRequest(on(no), "请会审", waived=bool(n & 1)), "resident"),
    lambda c, no, d, n: (decline_meeting, MeetingRefusal(on(no), _meeting(no, n), "不需要"), "deputy"),
    lambda c, no, d, n: (call_meeting, MeetingCall(on(no), _session(d, n), _invited(c, n)), "deputy"),
    lambda c, no, d, n: (name_delegate, Delegation(on(no), _meeting(no, n), c.people["land"].id), "land"),
    lambda c, no, d, n: (
        sign_seat,
        Signature(on(no), _meeting(no, n), "agree", "好"),
        ("land", "eco", "county")[n % 3],
    ),
    lambda c, no, d, n: (adjourn_meeting, Adjournment(on(no), _meeting(no, n), "踏勘"), "deputy"),
    lambda c, no, d, n: (resume_meeting, NextSession(on(no), _meeting(no, n), _session(d, n)), "deputy"),
    lambda c, no, d, n: (close_meeting, Minutes(on(no), _meeting(no, n), "讨论", divided=bool(n & 1)), "deputy"),
    lambda c, no, d, n: (cancel_meeting, Cancellation(on(no), _meeting(no, n), "取消"), "deputy"),
    lambda c, no, d, n: (withdraw, Withdrawal(on(no)), "resident"),
)


def walk(city: AskingCity, steps: list[tuple[int, str, int]]) -> None:
    day = date(2026, 12, 1)  # long histories leave the published years
    no = submitted(city, day)
    for pick, somebody, gap in steps:
        day += timedelta(days=gap)
        act, wish, right = ACTS[min(pick % 23, 20) if pick % 7 else pick % 5](city, no, day, pick // 23)
        who = somebody if pick % 11 == 0 else right
        before = Entry.objects.filter(region_code="990100").count()
        try:
            act(wish, city.ctx(who, day))
        except (Refused, LookupError):
            assert Entry.objects.filter(region_code="990100").count() == before
        else:
            assert Entry.objects.filter(region_code="990100").count() == before + 1
    assert list(examine("990100", directory())) == []
    for one in meetings(no):
        assert (one.row.state == "closed") == (one.row.closed_at is not None)


@pytest.mark.parametrize("profile", sorted(book().profiles()))
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_random_histories(db: None, profile: str, steps: list[tuple[int, str, int]]) -> None:
    with transaction.atomic():
        city = add_others(build_city(profile))
        empowered(city, city.department.id, date(2026, 12, 1))
        walk(city, steps)
        transaction.set_rollback(True)
    forget()
