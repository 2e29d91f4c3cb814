"""What has to be heard before a decision, what silence means, and the report to the head."""

from datetime import date

import pytest

from tests.acts.city import on
from tests.acts.consulting.city import AskingCity, stages
from tests.acts.consulting.walks import agreeing
from tests.acts.lives import to_decide, under_review
from tests.acts.test_refusals import refused
from yichuang.acts.consulting import deem_answer as deeming
from yichuang.acts.consulting.answer import Answer, answer
from yichuang.acts.consulting.ask import Ask, ask
from yichuang.acts.consulting.deem_answer import SilentAnswer, deem_answer
from yichuang.acts.consulting.report_to_head import HeadReport, report_to_head
from yichuang.acts.decision.decide import Decision, decide
from yichuang.records.cases.models import Case

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 6)


def granted(city: AskingCity, no: str, day: date = DAY, who: str = "deputy") -> object:
    """Grant the case."""
    return decide(Decision(on(no), True, "", "《水法》"), city.ctx(who, day))


def test_a_running_countersign_stops_the_decision(land: AskingCity) -> None:
    no = to_decide(land)
    ask(Ask(on(no), "countersign", land.ids("land"), "同意。"), land.ctx("reviewer", DAY))
    refused("countersign_open", lambda: granted(land, no))
    answer(Answer(on(no), stages(no, "countersign")[0].id, True, "同意"), land.ctx("land", DAY))
    assert granted(land, no)


def test_nobody_grants_against_a_countersign_without_the_head(land: AskingCity) -> None:
    no = to_decide(land)
    ask(Ask(on(no), "countersign", land.ids("land"), "同意。"), land.ctx("reviewer", DAY))
    answer(Answer(on(no), stages(no, "countersign")[0].id, False, "权属有争议"), land.ctx("land", DAY))
    refused("countersign_against", lambda: granted(land, no))
    report_to_head(HeadReport(on(no), "head", "厅长意见：补充协议后准予。"), land.ctx("reviewer", DAY))
    assert granted(land, no)


def test_a_consultation_is_waited_for_until_its_last_day(land: AskingCity) -> None:
    no = to_decide(land)
    ask(Ask(on(no), "consultation", land.ids("county"), "是否影响？"), land.ctx("reviewer", DAY))
    refused("consultation_open", lambda: granted(land, no, date(2026, 3, 13)))
    assert granted(land, no, date(2026, 3, 16))


def test_an_opinion_request_never_stops_it(asking: AskingCity) -> None:
    no = to_decide(asking)
    ask(Ask(on(no), "opinion", asking.ids("land"), "是否？", date(2026, 3, 9)), asking.ctx("reviewer", DAY))
    assert granted(asking, no, who="agency")


@pytest.mark.parametrize(("forum", "words", "code"), [("club", "好", "report_forum"), ("head", " ", "report_missing")])
def test_a_report_says_to_whom_and_what(land: AskingCity, forum: str, words: str, code: str) -> None:
    no = under_review(land)
    refused(code, lambda: report_to_head(HeadReport(on(no), forum, words), land.ctx("reviewer", DAY)))


def test_silence_agrees_only_where_a_norm_says_so(land: AskingCity, monkeypatch: pytest.MonkeyPatch) -> None:
    no = under_review(land)
    ask(Ask(on(no), "consultation", land.ids("county"), "是否影响？"), land.ctx("reviewer", DAY))
    late, wish = date(2026, 3, 16), SilentAnswer(on(no))
    refused("not_silent", lambda: deem_answer(wish, land.ctx("system", late)))
    monkeypatch.setattr(deeming, "norms_of", agreeing)
    refused("not_silent", lambda: deem_answer(wish, land.ctx("system", date(2026, 3, 13))))
    deem_answer(wish, land.ctx("system", late))
    (row,) = stages(no, "consultation")
    assert (row.conclusion, row.effect) == ("agree", "silence")
    assert Case.objects.get(region_code="990100", no=no).state == "reviewing"
