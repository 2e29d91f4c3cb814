"""/centre/concentration/: what is not in the centre, not granted to the window, or done outside it (三集中三到位)."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.acts.concentrating.gather import found_in
from yichuang.acts.context import Context
from yichuang.faces.centre.scope import frame
from yichuang.faces.centre.statistics.asked import around, asked
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.casework.clock_rows import cited
from yichuang.rules.statistics.periods import Period
from yichuang.rules.supervision.concentration import BASIS, Exceptional

WORDS: Mapping[Exceptional, tuple[str, str, str]] = {
    Exceptional.NOT_IN: ("没有进驻", "个在办事项，没有登记进驻大厅", "件"),
    Exceptional.NOT_GRANTED: ("授权不到位", "项权力没有授给窗口", "项"),
    Exceptional.RETURNED: ("返回部门流转", "件即办件已授权窗口，仍由部门内部签批", "件"),
    Exceptional.TWO_PLACES: ("两头受理", "次责令纠正还没有销号", "次"),
    Exceptional.OUTSIDE: ("体外循环", "件没有收件记录就审查、决定", "件"),
    Exceptional.PAID_ELSEWHERE: ("窗口以外收费", "笔缴费没有中心的收款记录", "笔"),
}


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the exceptions of a period by kind, each with the way to where it is put right."""
    wanted = asked(request)
    found = found_in(wanted.region, wanted.period, Context(request.officer, request.at, request.directory))
    names = {key: request.directory.departments[key].short_name for key in found}
    links = _links(wanted.region, wanted.period)
    groups = []
    for kind, (title, words, _) in WORDS.items():
        lines = sorted(
            ((names[key], f"{told[kind]} {words}") for key, told in found.items() if kind in told),
            key=lambda line: line[0],
        )
        groups.append((title, cited(BASIS[kind]), lines, links[kind] if _may_go(request, kind) else ""))
    told = {"groups": groups, "sum": sum(len(lines) for _, _, lines, _ in groups)}
    return render(request, "centre/duties/concentration.html", frame(request) | around(request, wanted) | told)


def _links(region: str, period: Period) -> dict[Exceptional, str]:
    outside = "/supervision/alerts/?" + urlencode({"rule": "outside", "standing": "all", "region": region})
    return {
        Exceptional.NOT_IN: "/staff/units/", Exceptional.NOT_GRANTED: "/staff/powers/",
        Exceptional.RETURNED: "/centre/statistics/cases/?" + urlencode(
            {"of": "closed_instant", "kind": period.kind, "on": period.first.isoformat(), "region": region}
        ),
        Exceptional.TWO_PLACES: "/staff/units/", Exceptional.OUTSIDE: outside,
        Exceptional.PAID_ELSEWHERE: "/centre/money/?" + urlencode({"region": region}),
    }  # fmt: skip


def _may_go(request: HttpRequest, kind: Exceptional) -> bool:
    """Say whether the page where it is put right is open to this officer."""
    rooms = {Exceptional.NOT_IN, Exceptional.NOT_GRANTED, Exceptional.TWO_PLACES}
    return kind not in rooms or "centre_manager" in request.officer.roles()
