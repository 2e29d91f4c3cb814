"""How the functions and institutions of the centre stand at this moment, in one phrase each (现在怎样)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from django.http import HttpRequest

from yichuang.acts.supervision.words import GROUPS
from yichuang.faces.centre.scope import region_of
from yichuang.records.feedback.access import concerns_for
from yichuang.records.feedback.concerns import WAITING, overdue
from yichuang.records.feedback.models import ConcernKind
from yichuang.records.staffing.access import signed_sheets
from yichuang.records.staffing.desk import notices_up
from yichuang.records.staffing.house import Room, at_windows, came_on
from yichuang.records.supervision.queries import counted, standings

_CARDED = "carded"


def standing(request: HttpRequest, rooms: Sequence[Room]) -> Mapping[str, str]:
    """Return a phrase for each name. Eight queries."""
    region = region_of(request)
    concerns = concerns_for(request.officer, region)
    complaints = concerns.filter(kind=ConcernKind.COMPLAINT, state__in=WAITING).count()
    late = overdue(concerns, request.today).count()
    away = len(notices_up(region))
    people = at_windows(region, request.directory, request.today)
    return _house(rooms) | _watched(region) | {
        "posts": f"窗口 {people} 人、后台 {sum(room.behind for room in rooms)} 人在岗",
        "sheets": f"{len(signed_sheets(region))} 份考核表已签发",
        "complaints": f"{complaints} 件投诉在办" if complaints else "没有在办的投诉",
        "late": f"{late} 件逾期没有接办或者答复" if late else "没有逾期的",
        "away": f"{away} 人离岗" if away else "没有人离岗",
        "present": f"今天 {came_on(region, request.today)} 人签到",
    }  # fmt: skip


def _house(rooms: Sequence[Room]) -> dict[str, str]:
    inside = [room for room in rooms if room.residency and room.residency.state == "in"]
    without = [room for room in inside if not room.chiefs]
    alone = [room for room in inside if (room.chiefs or room.at_window) and not room.seconds]
    return {
        "units": f"{len(inside)} 个部门进驻，{len(rooms) - len(inside)} 个没有登记",
        "items": f"{sum(room.items for room in rooms)} 个事项可办",
        "chiefs": _lacking(inside, len(without), "首席代表"),
        "seconds": _lacking(inside, len(alone), "B岗"),
    }


def _lacking(inside: Sequence[Room], number: int, what: str) -> str:
    if not inside:
        return "还没有登记进驻的部门"
    return f"{number} 个进驻部门没有{what}" if number else f"进驻部门都有{what}"


def _watched(region: str) -> dict[str, str]:
    by_rule: Counter[str] = Counter()
    opened = counted(region)
    for (rule, _), number in opened.items():
        by_rule[rule] += number
    told = sum(by_rule[rule] for rule in GROUPS["telling"])
    return {
        "alerts": f"{opened.total()} 条异常待处理",
        "promise_late": f"{by_rule['promise_late']} 件超过承诺期限",
        "decision_late": f"{by_rule['decision_late']} 件超过法定期限",
        "carded": f"{standings(region, opened.total())[_CARDED]} 条已发牌",
        "telling": f"{told} 条告知异常" if told else "没有告知异常",
    }
