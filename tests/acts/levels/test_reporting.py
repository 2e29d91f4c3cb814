"""同意上报: the conclusion that a higher body decides, its notice, the reply and the window's delivery (R021, R033)."""

from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.levels import district as levels
from tests.acts.levels.walks import to_report, upward_life
from tests.acts.lives import to_decide
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.handling.review import Review, review
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.levels.receive_reply import Reply, receive_reply
from yichuang.acts.levels.report_up import ReportUp, report_up
from yichuang.records.cases.models import Case
from yichuang.records.documents.models import Document
from yichuang.records.org.directory import directory
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 5)
REPLY = ("水许可〔2026〕7号", "", "《水法》第七条")


def case_of(no: str) -> Case:
    return Case.objects.get(region_code="990101", no=no)


def reported(city: City) -> str:
    no = to_report(city)
    report_up(ReportUp(on(no), "水利部", "同意上报"), city.ctx("agency", DAY))
    return no


def test_it_works(city: City) -> None:
    no = reported(city)
    case = case_of(no)
    assert (case.state, case.outcome, case.decided_on, case.light_on) == ("decided", "upward", DAY, None)
    told = Document.objects.get(region_code="990101", case_id=case.id, kind="reported_up")
    assert (told.public, told.fields["higher"]) == (True, "水利部")
    receive_reply(Reply(on(no), True, *REPLY), city.ctx("reviewer", date(2026, 4, 9)))
    issue(Issue(on(no)), city.ctx("town_clerk", date(2026, 4, 10)))
    deliver(HandOver(on(no), "孙玉兰"), city.ctx("town_clerk", date(2026, 4, 10)))
    assert (case_of(no).state, case_of(no).outcome) == ("closed", "granted")
    assert list(examine("990101", directory())) == []


def test_a_denying_reply_is_delivered_too(city: City) -> None:
    upward_life(city)
    case = Case.objects.get(region_code="990101")
    assert (case.state, case.outcome) == ("closed", "denied")


def test_where_the_norms_have_no_such_conclusion(city: City) -> None:
    no = to_decide(city)
    with pytest.raises(Refused) as refused:
        report_up(ReportUp(on(no), "水利部", "同意上报"), city.ctx("agency", DAY))
    assert (refused.value.code, refused.value.basis) == ("conclusion_not_offered", "XKF-38")


@pytest.mark.parametrize(
    ("higher", "opinion", "who", "code"),
    [
        ("", "同意上报", "agency", "higher_missing"),
        ("水利部", " ", "agency", "opinion_missing"),
        ("水利部", "同意上报", "town_reviewer", "not_yours"),
    ],
)
def test_what_a_report_needs(city: City, higher: str, opinion: str, who: str, code: str) -> None:
    no = to_report(city)
    with pytest.raises(Refused) as refused:
        report_up(ReportUp(on(no), higher, opinion), city.ctx(who, DAY))
    assert refused.value.code == code


def test_nothing_is_delivered_or_decided_before_the_reply(city: City) -> None:
    no = reported(city)
    for act, wish, code in (
        (deliver, HandOver(on(no), "孙玉兰"), "reply_awaited"),
        (issue, Issue(on(no)), "not_granted"),
    ):
        with pytest.raises(Refused) as refused:
            act(wish, city.ctx("town_clerk", DAY))
        assert refused.value.code == code
    with pytest.raises(Refused) as refused:
        decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency", DAY))
    assert refused.value.code == "wrong_state"


def test_a_reply_needs_its_number_and_reasons(city: City) -> None:
    no = reported(city)
    for wish in (
        Reply(on(no), True, " ", "", "《水法》"),
        Reply(on(no), True, "1号", "", ""),
        Reply(on(no), False, "1号", "", "《水法》"),
    ):
        with pytest.raises(Refused) as refused:
            receive_reply(wish, city.ctx("reviewer", DAY))
        assert refused.value.code == "reason_missing"


def test_only_what_was_reported_has_a_reply(city: City) -> None:
    no = levels.at_upper(levels.build_district(city))
    review(Review(on(no), True, "同意"), city.ctx("reviewer", DAY))
    decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency", DAY))
    with pytest.raises(Refused) as refused:
        receive_reply(Reply(on(no), True, *REPLY), city.ctx("reviewer", DAY))
    assert refused.value.code == "not_reported"
