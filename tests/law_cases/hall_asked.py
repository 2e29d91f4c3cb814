"""What law cases ask of a hall: weekends of the roster, self-service, appointments."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from yichuang.faces.common.wording.refusals import SENTENCES
from yichuang.law.book import book
from yichuang.rules.hall.booking import Asked, Past, may_book
from yichuang.rules.hall.hours import Opening, Shift, missing_self_service
from yichuang.rules.hall.issuing import may_issue_here
from yichuang.rules.hall.nearest import outside_circle

_WINDOW = UUID(int=1)


def shift(example: Any) -> dict[str, Any]:
    """Whether a window is open on a day, whether one may book, and whether the day counts as a working day."""
    given = example.given
    day, today = given["日期"], given["今天"]
    rostered = [Shift(_WINDOW, one, time(9), time(16)) for one in given.get("轮班", ())]
    opening = Opening(time(9), time(17), book().calendar("cn"), tuple(rostered))
    hours = opening.of_window(_WINDOW, day)
    starts = datetime.combine(day, time(10))
    asked = Asked(starts, starts + timedelta(minutes=30), hours is not None, 2, 0)
    verdict = may_book(asked, Past(), datetime.combine(today, time(9)), example.norms)
    return {
        "开放": "是" if hours else "否",
        "预约": "是" if verdict.allowed else SENTENCES[verdict.code][0].format_map(verdict.facts),
        "计入期限": "是" if opening.calendar.is_working(day) else "否",
        "依据": verdict.basis,
    }


def self_service(example: Any) -> dict[str, Any]:
    """Which places should have a 24-hour self-service room by now and have none."""
    given = example.given
    norm = example.norms.get("self_service_levels")
    levels = {"市": "city", "县": "county", "乡镇": "town"}
    told = {name: (levels[level], name in given.get("已有", ())) for name, level in given["地区"].items()}
    return {"应有而没有": "、".join(missing_self_service(norm.value if norm else (), told)) or "无"}


def circle(example: Any) -> dict[str, Any]:
    """Which service points lie outside of the circle of their residents."""
    return {"圈外": "、".join(outside_circle(example.given["服务点"].items(), example.norms)) or "无"}


def issuing(example: Any) -> dict[str, Any]:
    """Whether a window may hand a result over."""
    given = example.given
    windows = {UUID(int=place): no for place, no in enumerate(given["出件窗口"])}
    own = [one for one, no in windows.items() if no == given["窗口"]]
    return {"可以交付": "是" if may_issue_here(own, windows, example.norms).allowed else "否"}


HALL = {"轮班": shift, "自助": self_service, "服务圈": circle, "出件": issuing}
