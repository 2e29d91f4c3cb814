"""A walk through every row of asking others and of meetings."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.consulting.city import AskingCity, add_others, stages
from tests.acts.lives import submitted, under_review
from tests.acts.meeting.steps import called, closed, meetings, signed
from yichuang.acts.consulting import deem_answer as deeming
from yichuang.acts.consulting.answer import Answer, answer
from yichuang.acts.consulting.ask import Ask, ask
from yichuang.acts.consulting.deem_answer import SilentAnswer, deem_answer
from yichuang.acts.consulting.recall import Recall, recall
from yichuang.acts.consulting.report_to_head import HeadReport, report_to_head
from yichuang.acts.meeting.adjourn import Adjournment, adjourn_meeting
from yichuang.acts.meeting.call import Session
from yichuang.acts.meeting.cancel_meeting import Cancellation, cancel_meeting
from yichuang.acts.meeting.decline import MeetingRefusal, decline_meeting
from yichuang.acts.meeting.name_delegate import Delegation, name_delegate
from yichuang.acts.meeting.request import MeetingRequest, request_meeting
from yichuang.acts.meeting.resume_meeting import NextSession, resume_meeting
from yichuang.acts.norms import norms_of
from yichuang.records.cases.reading import CaseFile
from yichuang.rules.norms import Norm, Norms, Unit

DAY, HELD = date(2026, 3, 10), date(2026, 3, 12)


def agreeing(case: CaseFile) -> Norms:
    """Return the norms of a case with one more: silence agrees (no shipped profile says so)."""
    from dataclasses import replace

    norms = norms_of(case)
    effect = Norm("consultation_silence_effect", "agreed", Unit.CHOICE, "S0b-13", norms.profile, date(2022, 9, 11))
    return replace(norms, by_name={**norms.by_name, effect.name: effect})


def asking_life(city: City) -> None:
    """One answers, one is silent, one is spared; the head hears of it."""
    others = add_others(city)
    no = under_review(others)
    wish = Ask(on(no), "consultation", others.ids("land", "eco", "county"), "是否影响？", DAY)
    ask(wish, others.ctx("reviewer"))
    first, second, _ = stages(no, "consultation")
    answer(Answer(on(no), first.id, True, "不影响。"), others.ctx("land"))
    recall(Recall(on(no), second.id, "不涉及"), others.ctx("reviewer"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deeming, "norms_of", agreeing)
        deem_answer(SilentAnswer(on(no)), others.ctx("system", date(2026, 3, 11)))
    report_to_head(HeadReport(on(no), "head", "同意。"), others.ctx("reviewer", DAY))
    _meeting_life(others)


def _meeting_life(others: AskingCity) -> None:
    """One request declined; one meeting in two sessions; one cancelled."""
    no = submitted(others)
    request_meeting(MeetingRequest(on(no), "请会审。"), others.ctx("resident"))
    decline_meeting(MeetingRefusal(on(no), meetings(no)[0].row.id, "不需要"), others.ctx("deputy"))
    no, meeting = called(others, "land", no=no, day=date(2026, 3, 5))
    name_delegate(Delegation(on(no), meeting, others.people["land"].id), others.ctx("land", date(2026, 3, 5)))
    adjourn_meeting(Adjournment(on(no), meeting, "踏勘"), others.ctx("deputy", date(2026, 3, 5)))
    session = Session(date(2026, 3, 6), "09:30", "现场")
    resume_meeting(NextSession(on(no), meeting, session), others.ctx("deputy", date(2026, 3, 5)))
    signed(others, no, meeting, day=date(2026, 3, 6))
    closed(others, no, meeting, day=date(2026, 3, 6))
    no, meeting = called(others, "eco", no=no, day=date(2026, 3, 6))
    cancel_meeting(Cancellation(on(no), meeting, "不再需要"), others.ctx("deputy", date(2026, 3, 6)))


WALKS: tuple[Callable[[City], object], ...] = (asking_life,)
