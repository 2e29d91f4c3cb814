"""Every component on one page: rendered by a test, and looked at by people."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import SimpleNamespace as Any
from typing import Any as Anything

from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory

from tests.faces.common.cases import TODAY, calendar, clock, days_of, paused
from yichuang.faces.common.flow import Special, Stage
from yichuang.faces.common.nav import Group, Link
from yichuang.faces.common.strips import promise_strip, strip
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.lights import light, remaining

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
    entry = dict(
        who="市水务局", what="恢复审查", text="专家评审不计入时限。", files=[{"label": "告知书", "url": "#"}]
    )
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


GALLERY = """{% extends layout %}{% load yc %}{% block title %}组件{% endblock %}
{% block crumbs %}{% include "common/part/crumbs.html" %}{% endblock %}
{% block heading %}<h1>组件 {% kind "promised" %}</h1><p class="facts muted"><span>年份 {% day due %}</span></p>{% endblock %}
{% block actions %}<button class="btn" data-key="F9">受理 <kbd>F9</kbd></button> <button class="btn sec">征求意见</button>{% endblock %}
{% block content %}
<section class="card panel pad"><h2>灯与日格</h2><table class="tbl fold"><thead><tr><th>办件号</th><th>灯</th><th>类</th><th>日格</th><th>到期</th></tr></thead><tbody>
{% for row in rows %}<tr><td class="mono">{{ row.no }}</td><td>{% light row.light row.remaining %}</td><td>{% kind row.kind short=True %} {% kind row.kind %}</td><td>{% day_strip row.strip "mini" %}</td><td data-l="到期">{% day row.due_on %}</td></tr>{% endfor %}
</tbody></table><p>{% legend %}</p></section>
<section class="card turn"><p class="turn-t">{% light "green" None "轮到市水务局" %}<b>正在审查，您现在不用做什么。</b></p><div class="turn-c"><p class="pr-n"><b class="num">3</b><span>个工作日<br>内答复</span></p>{% day_parts rows.6.strip %}<p class="turn-d"><span class="muted sm">最晚答复</span><b>{% day rows.6.due_on %}</b><a href="#" class="sm">这个日期怎么算的</a></p></div></section>
<section class="card panel pad">{% for row in rows %}{% day_parts row.strip %}<hr>{% endfor %}</section>
{% include "common/part/milestones.html" %}{% include "common/part/steps.html" with steps=milestones %}
<section class="card panel pad"><h2>承诺与法定</h2>{% day_strip promise "long" %}<p>{% cmp 8 45 %} {% tag "免提交" "ok" %} {% tag "可容缺" "gap" %} {% tag "暂定" "warn" %} {% tag "催办 1" "bad" %} {% tag "今天" "gold" %}</p></section>
<section class="card panel pad"><h2>流程图</h2>{% flow_chart stages %}</section>
<section class="card panel pad">{% include "common/part/timeline.html" %}</section>
{% include "common/part/error_summary.html" %}
{% include "common/refused.html" %}
{% include "common/part/note.html" with text="第 5 项标为“补正”，所以“受理”不可用。" css="warn" %}
{% include "common/part/empty.html" with title="没有待您会签的办件" last="最近一次：11-19 周四 16:20" links=links %}
{% include "common/part/confirmation.html" with title="申请已提交" number="JN-2026-004311" text="系统已收到。" %}
{% pager page %}
<p>{{ "张小兰"|masked }} {{ "13800002207"|masked:"phone" }} {{ "350302199001011234"|masked:"id" }} {{ 3251200|size_words }} <a href="{% query light="red" %}">红灯</a></p>
{% endblock %}
{% block aside %}<section class="card panel pad"><h3>您可以</h3><p>{% icon "phone" %} 0000-2116203 {% icon "x" "关闭" %}</p><p class="row"><button class="btn s">小</button><button class="btn danger s">不予受理</button><button class="btn gold s">在线办</button></p></section>{% endblock %}
"""


def page(layout: str, **more: Anything) -> str:
    """The gallery in one of the layouts."""
    request = RequestFactory().get("/track/?light=red")
    request.officer = None
    values = context() | {"layout": layout, "due": date(2027, 1, 18)} | more
    return engines["django"].from_string(GALLERY).render(values, request)
