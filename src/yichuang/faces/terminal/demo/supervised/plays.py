"""Supervision in the demonstration (监察): the rules go over all that happened; a few alerts are taken up."""

from __future__ import annotations

from datetime import datetime

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.supervision.answer import MeasureAnswer, answer_measure
from yichuang.acts.supervision.calls.answer import CallAnswer, answer_call
from yichuang.acts.supervision.calls.card import CallCarding, card_call
from yichuang.acts.supervision.calls.frame import department_of
from yichuang.acts.supervision.calls.urge import CallUrging, urge_call
from yichuang.acts.supervision.card import Carding, card
from yichuang.acts.supervision.urge import Urging, urge
from yichuang.acts.supervision.watching import watch
from yichuang.acts.supervision.watching_calls import watch_calls
from yichuang.records.hall.models import CallAlert
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.records.org.models import User
from yichuang.records.supervision.calling import call_measures
from yichuang.records.supervision.models import Alert, Measure
from yichuang.rules.officers import SYSTEM

_HOME = "990100"
_ASKED = "请抓紧办理，并书面说明超过期限的原因。"
_CARDED = "超过期限仍未作出决定，催办后没有改正。责令三日内办结，并书面说明情况。"
_CARDED_AT_ONCE = "超过期限没有办理。责令立即改正，并书面说明情况。"
_SAID = "该件现场核查时间较长，已安排专人办理，本周内作出决定。"
_APPEALED = "材料由窗口移交晚了两日，承办环节没有超时，请求复核黄牌。"
_CALL_CARDED = "没有说明怎样防止再次发生。责令改正，并书面说明措施。"
_CALL_ASKED = "请查明叫号以后没有办理的原因，改正并书面说明。"
_CALL_SAID = "叫号后申请人没有到窗口，工作人员没有按过号处理，已当面提醒并重新培训。"


def build_supervised(now: datetime) -> int:
    """Watch every region; urge or card three late cases of the water department and two calls, have some answered."""
    place = directory()
    found = sum(watch(region, Context(SYSTEM, now, place)) for region in place.centres)
    water = next(row.id for row in place.departments.values() if row.slug == "water" and row.centre.prefix == "JN")
    rows = Alert.objects.filter(region_code=_HOME, department=water, light="red", ended_on=None)
    late = list(rows.filter(case__region_code=_HOME).select_related("case").order_by("on", "id")[:3])
    for number, alert in enumerate(late[:2]):
        _urged(alert, now, replied=number == 1)
    for alert in late[2:]:
        _appealed(alert, now)
    _calls_taken_up(now)
    return found


def _appealed(alert: Alert, now: datetime) -> None:
    """Card an alert and let the department ask for a second look, which the manager has still to give."""
    on = On(alert.case.no)
    card(Carding(on, alert.id, "yellow", _CARDED_AT_ONCE), _ctx("supervisor", now))
    asked = Measure.objects.get(region_code=alert.region_code, alert_id=alert.id, kind="yellow")
    answer_measure(MeasureAnswer(on, alert.id, asked.id, _APPEALED, appeal=True), _ctx("leader", now))


def _calls_taken_up(now: datetime) -> None:
    """Urge the oldest call without outcome at a window of the centre's own; have it explained; card it all the same."""
    watch_calls(_HOME, Context(SYSTEM, now, directory()))
    who = _ctx("supervisor", now)
    rows = CallAlert.objects.filter(region_code=_HOME, outcome="").order_by("called_at", "id")
    ours = next((row for row in rows if department_of(row, who) is None), None)
    if ours is not None:
        urge_call(CallUrging(_HOME, ours.id, _CALL_ASKED), who)
        asked = call_measures(_HOME, ours.id)[-1].id
        answer_call(CallAnswer(_HOME, ours.id, asked, _CALL_SAID), _ctx("manager", now))
        card_call(CallCarding(_HOME, ours.id, "yellow", _CALL_CARDED), _ctx("supervisor", now))  # a key of its own


def _urged(alert: Alert, now: datetime, *, replied: bool) -> None:
    on = On(alert.case.no)  # now, not earlier: the papers of the case were made a moment ago
    urge(Urging(on, alert.id, _ASKED), _ctx("supervisor", now))
    if not replied:
        card(Carding(on, alert.id, "yellow", _CARDED), _ctx("supervisor", now))
        return
    asked = Measure.objects.get(region_code=alert.region_code, alert_id=alert.id, kind="urging")
    answer_measure(MeasureAnswer(on, alert.id, asked.id, _SAID), _ctx("leader", now))


def _ctx(login: str, at: datetime) -> Context:
    place = directory()
    user = User.objects.get(username=login).id
    return Context(place.officer(user, at.date()), at, place, new_id().hex)
