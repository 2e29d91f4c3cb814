"""Supervision in the demonstration (监察): the rules go over all that happened; a few alerts are taken up."""

from __future__ import annotations

from datetime import datetime

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.supervision.answer import MeasureAnswer, answer_measure
from yichuang.acts.supervision.card import Carding, card
from yichuang.acts.supervision.urge import Urging, urge
from yichuang.acts.supervision.watching import watch
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.records.org.models import User
from yichuang.records.supervision.models import Alert, Measure
from yichuang.rules.officers import SYSTEM

_ASKED = "请抓紧办理，并书面说明超过期限的原因。"
_CARDED = "超过期限仍未作出决定，催办后没有改正。责令三日内办结，并书面说明情况。"
_SAID = "该件现场核查时间较长，已安排专人办理，本周内作出决定。"


def build_supervised(now: datetime) -> int:
    """Watch every region; urge two of the water department's late cases, card one, and let the other be answered."""
    place = directory()
    found = sum(watch(region, Context(SYSTEM, now, place)) for region in place.centres)
    water = next(row.id for row in place.departments.values() if row.slug == "water" and row.centre.prefix == "JN")
    rows = Alert.objects.filter(region_code="990100", department=water, light="red", ended_on=None)
    late = list(rows.filter(case__region_code="990100").select_related("case").order_by("on", "id")[:3])
    for number, alert in enumerate(late[:2]):
        _urged(alert, now, replied=number == 1)
    return found


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
