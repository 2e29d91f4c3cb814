"""终止委托: the applicant takes the power of attorney back, or his proxy gives it up; nothing else moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.acts.city import City, on
from tests.acts.passing.test_proxy import PAPER, PROXY, refused
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.intake.submit import submit
from yichuang.acts.passing.end_mandate import MandateEnd, end_mandate
from yichuang.records.applicants.models import Applicant
from yichuang.records.cases.models import Case
from yichuang.records.ledger.models import Entry

pytestmark = pytest.mark.django_db
ALL = PROXY | {"scope": ["submit", "withdraw", "receive"]}


def handed_in(city: City, **agent: Any) -> str:
    """Let the stranger hand in for a resident who has a log-in of his own."""
    plain = city.submission(city.promised, channel="online", user_id=city.people["stranger"].id)
    no = submit(replace(plain, agent=ALL | agent, materials=PAPER), city.ctx("stranger")).no
    Applicant.objects.filter(region_code="990100").update(user=city.people["resident"])
    return no


def entry() -> Entry:
    return Entry.objects.get(region_code="990100", verb="case.mandate_ended")


def test_it_works(city: City) -> None:
    no = handed_in(city)
    before = Case.objects.get(region_code="990100", no=no)
    end_mandate(MandateEnd(on(no)), city.ctx("resident"))
    case = Case.objects.get(region_code="990100", no=no)
    assert (case.agent["ended_on"], case.agent["scope"]) == ("2026-03-02", ALL["scope"])
    assert (case.state, case.answer_by) == (before.state, before.answer_by)
    assert entry().facts["by"] == "principal"
    refused("proxy_ended", withdraw, Withdrawal(on(no)), city.ctx("stranger"))
    refused("proxy_ended", end_mandate, MandateEnd(on(no)), city.ctx("resident"))
    withdraw(Withdrawal(on(no)), city.ctx("resident"))


def test_the_proxy_gives_it_up_whatever_he_says_of_himself(city: City) -> None:
    end_mandate(MandateEnd(on(handed_in(city)), "principal"), city.ctx("stranger"))
    assert entry().facts["by"] == "proxy"


def test_the_window_says_on_what_ground(city: City) -> None:
    no = handed_in(city)
    refused("mandate_words_missing", end_mandate, MandateEnd(on(no), "proxy", " "), city.ctx("clerk"))
    end_mandate(MandateEnd(on(no), "proxy", "代理人书面声明"), city.ctx("clerk", date(2026, 3, 3)))
    assert entry().facts["by"] == "proxy"


def test_where_nobody_acts_for_the_applicant(city: City) -> None:
    no = submit(city.submission(city.promised), city.ctx("clerk")).no
    refused("mandate_none", end_mandate, MandateEnd(on(no), words="声明"), city.ctx("clerk"))
    refused("not_yours", end_mandate, MandateEnd(on(no), words="声明"), city.ctx("reviewer"))
