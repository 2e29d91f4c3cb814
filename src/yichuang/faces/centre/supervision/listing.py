"""/supervision/alerts/: what the rules found in the region, by kind, light, standing and department."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.acts.supervision.words import GROUP_WORDS, GROUPS, RULES, facts_of
from yichuang.faces.centre.listing import Choice
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.common.access import CENTRE, allow
from yichuang.records.hall.models import HallWindow
from yichuang.records.hall.place import halls
from yichuang.records.supervision import queries
from yichuang.records.supervision.models import Alert, Measure
from yichuang.records.supervision.queries import Listed, Sought, counted, late_answers, latest, standings
from yichuang.rules.supervision.history import RuleKind

PAGE = 50
STANDINGS: Mapping[str, str] = {
    queries.OPEN: "未了结", queries.NEW: "待处理", queries.WAITING: "待答复", queries.ANSWERED: "已答复",
    queries.APPEALS: "待复核", queries.CARDED: "已发牌", queries.ENDED: "已消除", queries.CLEARED: "已核销",
    "all": "全部",
}  # fmt: skip
LIGHTS: Mapping[str, str] = {"red": "红灯", "yellow": "黄灯"}
_NAMES = ("region", "group", "rule", "light", "standing", "dept", "hall", "q")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One alert as the list shows it."""

    alert: Any
    name: str
    facts: str
    department: str
    measure: Any
    late: bool


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show one page of the list."""
    region = region_of(request)
    told = {name: word for name in _NAMES if (word := request.GET.get(name, "").strip()[:_LONGEST])}
    filters = _filters(told, request, region)
    chosen = {one.name: one.chosen for one in filters}
    opened = counted(region)
    listed = Listed(region, _sought(chosen, told, request, region), opened)
    found = Paginator(listed, PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": filters,
        "page": found,
        "rows": rows_of(list(found), request),
        "q": told.get("q", ""),
        "figures": _figures(region, request, opened),
        "narrowed": any(chosen.values()) or "q" in told,
        "query": urlencode({key: word for key, word in told.items() if key != "page"}),
    }
    return render(request, "centre/supervision/list.html", frame(request) | context)


def rows_of(found: Sequence[Alert], request: HttpRequest) -> list[AlertRow]:
    """Return the rows of one page. One query for the last measures."""
    last = latest(found[0].region_code, [alert.id for alert in found]) if found else {}
    return [_row(alert, last.get(alert.id), request) for alert in found]


def _row(alert: Any, measure: Measure | None, request: HttpRequest) -> AlertRow:
    return AlertRow(
        alert,
        RULES.get(alert.rule, alert.rule),
        facts_of(alert.rule, alert.evidence, alert.on, alert.ended_on),
        request.directory.departments[alert.department_id].short_name,
        measure,
        measure is not None and measure.is_overdue(request.today),
    )


def _filters(told: Mapping[str, str], request: HttpRequest, region: str) -> tuple[Choice, ...]:
    here = [row for row in request.directory.departments.values() if row.centre.region.code == region]
    offered: Mapping[str, tuple[str, Mapping[str, str]]] = {
        "standing": ("处置", STANDINGS),
        "group": ("类别", GROUP_WORDS),
        "rule": ("规则", {str(kind): RULES[kind] for kind in RuleKind}),
        "light": ("灯", LIGHTS),
        "hall": ("收件大厅", {row.slug: row.name for row in halls([region])}),
        "dept": ("责任单位", {row.slug: row.short_name for row in sorted(here, key=lambda row: row.short_name)}),
    }
    return tuple(
        Choice(name, title, tuple(words.items()), word if (word := told.get(name, "")) in words else "")
        for name, (title, words) in offered.items()
    )


def _sought(chosen: Mapping[str, str], told: Mapping[str, str], request: HttpRequest, region: str) -> Sought:
    rules = (chosen["rule"],) if chosen["rule"] else GROUPS.get(chosen["group"], ())
    slugs = {row.slug: row.id for row in request.directory.departments.values() if row.centre.region.code == region}
    standing = chosen["standing"] or queries.OPEN
    return Sought(
        rules=rules,
        light=chosen["light"],
        standing="" if standing == "all" else standing,
        department=slugs.get(chosen["dept"]),
        number=told.get("q", "").upper(),
        clerks=clerks_of(chosen["hall"], request, region) if chosen["hall"] else None,
    )


def clerks_of(slug: str, request: HttpRequest, region: str) -> tuple[UUID, ...]:
    """Return who has or had a post at a window of a hall: what they received came in there."""
    windows = set(HallWindow.objects.filter(hall__slug=slug, hall__region_code=region).values_list("window", flat=True))
    posts = request.directory.roster.posts
    return tuple({post.user_id for post in posts if post.window_id in windows})


def _figures(region: str, request: HttpRequest, sums: Counter[tuple[str, str]]) -> list[tuple[str, str, int, str]]:
    """Return title, address, number and what is counted: each number is the length of the list it leads to."""
    stand = standings(region, sums.total())
    figures = [
        (GROUP_WORDS[group], f"group={group}", sum(n for (rule, _), n in sums.items() if rule in rules), "未了结")
        for group, rules in GROUPS.items()
    ]
    figures += [
        ("待处理", "standing=new", stand[queries.NEW], "还没有处置"),
        ("待答复", "standing=waiting", stand[queries.WAITING], f"其中逾期 {late_answers(region, request.today)}"),
        ("待复核", "standing=appeals", stand[queries.APPEALS], "被督办单位有异议"),
    ]
    return figures
