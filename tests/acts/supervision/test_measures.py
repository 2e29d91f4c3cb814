"""What is done about an alert: numbered notices, cards, answers, second looks; and what is refused."""

from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.supervision.walks import LATE, SECOND, appealed, carded, last, supervised_life, urged, watched
from tests.acts.test_refusals import refused
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.papers.make import make_documents
from yichuang.acts.supervision.account import Accounting, hold_accountable
from yichuang.acts.supervision.answer import MeasureAnswer, answer_measure
from yichuang.acts.supervision.card import Carding, card
from yichuang.acts.supervision.clear import Clearing, clear_alert
from yichuang.acts.supervision.settle import AppealSettlement, settle_appeal
from yichuang.acts.supervision.urge import Urging, urge
from yichuang.records.documents.models import Document
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.records.supervision.models import Alert, Measure

pytestmark = pytest.mark.django_db


def test_it_works_from_the_alert_to_the_account(city: City) -> None:
    supervised_life(city)
    kinds = Measure.objects.filter(region_code="990100").order_by("at", "id").values_list("kind", flat=True)
    assert " ".join(kinds) == "urging reply yellow appeal upheld red appeal upheld accounted cleared"
    assert list(examine("990100", directory())) == []


def test_the_notice_names_the_law_that_an_item_gives_in_its_own_words(city: City) -> None:
    no, alert = watched(city)
    Alert.objects.filter(region_code="990100", id=alert).update(basis="《烟花爆竹安全管理条例》第十九条, XKF-74")
    urge(Urging(on(no), alert, "请抓紧办理。"), city.ctx("stranger", LATE))
    paper = Document.objects.get(region_code="990100", kind="urging")
    assert paper.fields["basis"] == "《烟花爆竹安全管理条例》第十九条、《中华人民共和国行政许可法》第七十四条"


def test_the_notice_is_numbered_and_answerable_by_a_day(city: City) -> None:
    """R036: due 2026-03-30, open on 2026-03-31."""
    no, alert = urged(city)
    paper = Document.objects.get(region_code="990100", kind="urging")
    assert (paper.no, paper.public, paper.fields["to"]) == ("嘉宁市政务催办〔2026〕1号", False, "嘉宁市水利局")
    assert (paper.fields["due_on"], paper.fields["answer_by"]) == ("2026-03-30", "2026-04-02")
    assert paper.fields["facts"] == "期限到2026年3月30日，至今没有办"
    assert paper.fields["basis"].startswith("《中华人民共和国行政许可法》第四十二条")
    assert Measure.objects.get(region_code="990100", alert_id=alert).document_id == paper.id
    assert not make_documents("990100", no, city.ctx("system", LATE)).faults


def test_urging_is_refused(city: City) -> None:
    no, alert = urged(city)
    asked = Urging(on(no), alert, "请抓紧")
    refused("urged_already", lambda: urge(asked, city.ctx("stranger", date(2026, 4, 2))))
    refused("measure_reason_missing", lambda: urge(Urging(on(no), alert, " "), city.ctx("stranger", SECOND)))
    refused("no_alert", lambda: urge(Urging(on(no), new_id(), "请抓紧"), city.ctx("stranger", SECOND)))
    refused("not_yours", lambda: urge(asked, city.ctx("deputy", SECOND)))
    urge(asked, city.ctx("manager", SECOND))
    assert Measure.objects.get(region_code="990100", id=last(alert, "urging")).number == 2


def test_cards_are_refused(city: City) -> None:
    no, alert = watched(city)
    supervisor = city.ctx("stranger", SECOND)
    refused("yellow_first", lambda: card(Carding(on(no), alert, "red", "逾期"), supervisor))
    refused("card_colour", lambda: card(Carding(on(no), alert, "blue", "逾期"), supervisor))
    refused("not_yours", lambda: card(Carding(on(no), alert, "yellow", "逾期"), city.ctx("manager", SECOND)))
    yellow = carded(city, "yellow", no, alert)
    refused("carded_already", lambda: carded(city, "yellow", no, alert))
    refused("card_stands", lambda: clear_alert(Clearing(on(no), alert, "已查明"), supervisor))
    appealed(city, no, alert, yellow)
    refused("appeal_open", lambda: carded(city, "red", no, alert))
    settle = AppealSettlement(on(no), alert, True, "系统故障属实")
    refused("settled_by_issuer", lambda: settle_appeal(settle, supervisor))
    settle_appeal(settle, city.ctx("manager", SECOND))
    refused("no_appeal", lambda: settle_appeal(settle, city.ctx("manager", SECOND)))
    clear_alert(Clearing(on(no), alert, "已查明"), supervisor)
    refused("alert_cleared", lambda: clear_alert(Clearing(on(no), alert, "已查明"), city.ctx("stranger", SECOND)))
    refused("alert_cleared", lambda: carded(city, "yellow", no, alert))


def test_answers_are_refused(city: City) -> None:
    no, alert = urged(city)
    notice = last(alert, "urging")
    said = MeasureAnswer(on(no), alert, notice, "正在办")
    refused("appeal_no_card", lambda: answer_measure(MeasureAnswer(on(no), alert, notice, "不服", True),
                                                     city.ctx("deputy", SECOND)))  # fmt: skip
    refused("not_yours", lambda: answer_measure(said, city.ctx("stranger", SECOND)))
    answer_measure(said, city.ctx("deputy", date(2026, 5, 6)))
    refused("nothing_to_answer", lambda: answer_measure(said, city.ctx("deputy", date(2026, 5, 6))))
    yellow = MeasureAnswer(on(no), alert, carded(city, "yellow", no, alert), "不服", appeal=True)
    refused("appeal_late", lambda: answer_measure(yellow, city.ctx("deputy", date(2026, 4, 10))))


def test_accountability_is_refused(city: City) -> None:
    no, alert = watched(city)
    supervisor, wish = city.ctx("stranger", SECOND), Accounting(on(no), alert, "criticise", "通报")
    refused("no_red_card", lambda: hold_accountable(wish, supervisor))
    carded(city, "yellow", no, alert)
    red = Carding(on(no), alert, "red", "逾期没有改正")
    refused("answer_runs", lambda: card(red, city.ctx("stranger", date(2026, 4, 9))))
    card(red, city.ctx("stranger", date(2026, 4, 10)))
    refused("answer_runs", lambda: hold_accountable(wish, city.ctx("stranger", date(2026, 4, 10))))
    later = city.ctx("stranger", date(2026, 4, 20))
    refused("sanction_unknown", lambda: hold_accountable(Accounting(on(no), alert, "", "通报"), later))
    hold_accountable(wish, later)
    refused("accounted_already", lambda: hold_accountable(wish, city.ctx("stranger", date(2026, 4, 20))))
