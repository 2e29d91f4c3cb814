"""Walks that use supervision: urged, answered, carded, appealed, lifted and upheld, cleared, held to account."""

from datetime import date
from uuid import UUID

from tests.acts.city import City, on
from tests.acts.lives import under_review
from yichuang.acts.supervision.account import Accounting, hold_accountable
from yichuang.acts.supervision.answer import MeasureAnswer, answer_measure
from yichuang.acts.supervision.card import Carding, card
from yichuang.acts.supervision.clear import Clearing, clear_alert
from yichuang.acts.supervision.settle import AppealSettlement, settle_appeal
from yichuang.acts.supervision.urge import Urging, urge
from yichuang.acts.supervision.watching import watch
from yichuang.records.supervision.models import Alert, Measure

LATE = date(2026, 3, 31)  # the decision was due on 2026-03-30
SECOND = date(2026, 4, 3)


def watched(city: City) -> tuple[str, UUID]:
    """Return a case at its reviewer whose legal limit has passed, with its alert."""
    city.give("stranger", "supervisor")
    no = under_review(city)
    watch("990100", city.ctx("system", LATE))
    rows = Alert.objects.filter(region_code="990100", case__region_code="990100", case__no=no)
    return no, rows.get(rule="decision_late").id


def last(alert: UUID, kind: str) -> UUID:
    """Return the last measure of that kind on an alert."""
    return Measure.objects.filter(region_code="990100", alert_id=alert, kind=kind).latest("at", "number").id


def urged(city: City) -> tuple[str, UUID]:
    """Return a case whose department was urged."""
    no, alert = watched(city)
    urge(Urging(on(no), alert, "请抓紧办理，并书面说明原因。"), city.ctx("stranger", LATE))
    return no, alert


def carded(city: City, colour: str, no: str, alert: UUID) -> UUID:
    """Return the card of that colour."""
    card(Carding(on(no), alert, colour, "责令限期办结并书面说明情况"), city.ctx("stranger", SECOND))
    return last(alert, colour)


def appealed(city: City, no: str, alert: UUID, asked: UUID) -> None:
    """The department asks for a second look."""
    answer_measure(MeasureAnswer(on(no), alert, asked, "系统故障", appeal=True), city.ctx("deputy", SECOND))


def supervised_life(city: City) -> None:
    """Everything that can be done about an alert."""
    no, alert = urged(city)
    reply = MeasureAnswer(on(no), alert, last(alert, "urging"), "正在加紧办理")
    answer_measure(reply, city.ctx("deputy", date(2026, 4, 1)))
    appealed(city, no, alert, carded(city, "yellow", no, alert))
    settle_appeal(AppealSettlement(on(no), alert, False, "理由不成立"), city.ctx("manager", SECOND))
    appealed(city, no, alert, carded(city, "red", no, alert))
    settle_appeal(AppealSettlement(on(no), alert, False, "理由不成立"), city.ctx("manager", SECOND))
    hold_accountable(Accounting(on(no), alert, "criticise", "通报〔2026〕3号"), city.ctx("stranger", SECOND))
    other = Alert.objects.filter(region_code="990100", rule="promise_late").latest("on")
    clear_alert(Clearing(on(no), other.id, "与超过法定期限合并处理"), city.ctx("stranger", SECOND))
