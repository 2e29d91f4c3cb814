"""Every component on one page: rendered by a test, and looked at by people."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace as Any
from typing import Any as Anything

from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory

from tests.faces.common.cases import TODAY, calendar, clock, days_of, paused
from yichuang.faces.common.flow import Special, Stage
from yichuang.faces.common.nav import Group, Link
from yichuang.faces.common.strips import promise_strip, strip
from yichuang.faces.common.uploads import Slot
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.lights import light, remaining
from yichuang.rules.officers import ANONYMOUS

STAGES = (
    Stage("受理", "综合窗口", "当场"),
    Stage("审查", "市水务局审批科", "5 日", (Special("专家评审", "最长 15 日"), Special("听证", "20 日"))),
    Stage("决定", "分管负责人", "3 日"),
    Stage("出件", "统一出件窗口"),
)


def _rows() -> list[Anything]:
    facts = [
        clock(date(2026, 11, 18)),
        clock(date(2026, 11, 16)),
        clock(date(2026, 11, 11)),
        clock(date(2026, 11, 9), *paused(date(2026, 11, 13), None)),
        clock(date(2026, 11, 11), ClockFact(FactKind.DECIDED, date(2026, 11, 17))),
        clock(date(2026, 11, 18), ClockFact(FactKind.EXTENDED, TODAY, days=3)),
        clock(date(2026, 11, 5), *paused(date(2026, 11, 13), date(2026, 11, 18))),
    ]
    kinds = ("promised", "instant", "joint", "upward", "promised", "promised", "joint")
    return [
        Any(
            no=f"JN-2026-00{4000 + n}",
            kind=kinds[n],
            light=light(it, TODAY),
            remaining=remaining(it, TODAY, calendar()),
            strip=strip(days_of(it), it, TODAY, calendar=calendar()),
            due_on=it.promised.on if it.promised else None,
        )
        for n, it in enumerate(facts)
    ]


def context() -> dict[str, Anything]:
    """What the gallery template shows."""
    at = datetime(2026, 11, 25, 7, 20, tzinfo=UTC)
    entry = dict(who="市水务局", what="恢复审查", text="专家评审不计入时限。", files=[{"label": "告知书", "url": "#"}])
    return {
        "today": TODAY,
        "rows": _rows(),
        "promise": promise_strip(8, 45),
        "stages": STAGES,
        "page": Paginator(range(400), 20).page(7),
        "nav_public": [Link("首页", "/"), Link("个人办事", "/items/?for=person"), Link("查进度", "/track/")],
        "nav_staff": [
            Group(
                "我的工作",
                [Link("待我办理", "/worklist/", "mine"), Link("临期与超时", "/late/", "late", hot=True)],
            ),
            Group("查询", [Link("全部办件", "/cases/")]),
        ],
        "nav_counts": {"mine": 7, "late": 3},
        "entries": [Any(at=at, css="n", **entry), Any(at=at.replace(day=12), css="p", **entry)],
        "milestones": [
            Any(name="提交", note="11-08 周日", css="ok"),
            Any(name="受理", note="11-09 周一", css="ok"),
            Any(name="审查", note="市水务局", css="now"),
            Any(name="决定", note="11-25 前", css=""),
            Any(name="领取", note="电子证照", css=""),
        ],
        "errors": [Any(anchor="f-volume", sentence="年取水量：请填数字，单位是万立方米")],
        "links": [Any(label="看待认领 12 件", url="#"), Any(label="回到待我办理", url="#")],
        "crumbs": [("法人办事", "/items/"), ("取水许可审批", "")],
        "next": [
            Any(when="11-23 周一", text="综合窗口预审材料。", css="on"),
            Any(when="最晚 11-27 周五", text="告诉您是否受理。", css=""),
        ],
        "refusal": Any(
            what="延期不能超过 10 个工作日",
            todo="请把延期改为 10 日以内；确需更长的，依法另行处理。",
            cited="《中华人民共和国行政许可法》第四十二条第一款",
            text="二十日内不能作出决定的，经本行政机关负责人批准，可以延长十日……",
        ),
    }


HERE = Path(__file__).parent


def page(layout: str, **more: Anything) -> str:
    """The gallery in one of the layouts."""
    request = RequestFactory().get("/track/?light=red")
    request.officer = ANONYMOUS
    values = context() | {"layout": layout, "due": date(2027, 1, 18)} | more
    return engines["django"].from_string((HERE / "gallery.html").read_text(encoding="utf-8")).render(values, request)


def render(template: str, **values: Anything) -> str:
    """Any template text as a page."""
    request = RequestFactory().get("/apply/1/")
    request.officer = ANONYMOUS
    return engines["django"].from_string(template).render({"today": TODAY, **values}, request)


def form_page(bound: Anything, answers: Anything) -> str:
    """A section of an application with what is wrong in it."""
    return render(
        (HERE / "gallery_form.html").read_text(encoding="utf-8"),
        bound=bound,
        answers=answers,
        slot=Slot(("pdf", "jpg", "png")),
    )


def letter_page() -> str:
    """A letter on paper."""
    return render((HERE / "gallery_letter.html").read_text(encoding="utf-8"))
