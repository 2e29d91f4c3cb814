"""/supervision/: the supervision dashboard (监察看板): open alerts, answers owed, cards, and how it goes day by day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.acts.supervision.words import GROUP_WORDS, GROUPS, RULES
from yichuang.faces.centre.scope import frame, region_of
from yichuang.faces.centre.supervision.calls import open_calls
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.charts import Chart, bars, lines
from yichuang.records.supervision.dashboard import Found, Owed, by_day, cards, open_alerts, owed, to_answer

DAYS, _YEAR, _SHOWN = 30, timedelta(days=365), 8


@dataclass(frozen=True, slots=True)
class Line:
    """One department: its open alerts by light, what it owes, its cards."""

    slug: str
    name: str
    owed: Owed
    width: float

    @property
    def open(self) -> int:
        """Return how many alerts are open."""
        return self.owed.alerts.total()


@allow(*CENTRE)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the dashboard; `?kiosk=1` is its board on the big screen."""
    region = region_of(request)
    if request.GET.get("kiosk") == "1":
        return HttpResponseRedirect(f"/screens/big/?board=5&region={region}")
    since = request.at - _YEAR
    found = open_alerts(region)
    lines_found = departments(request, region, found, since)
    context = {
        "kpis": _kpis(found, lines_found),
        "lines": lines_found,
        "rules": _rules(found),
        "chart": trend(request, region),
        "cards": [_named(row, request) for row in cards(region, since, _SHOWN)],
        "to_answer": [_named(row, request) for row in to_answer(region, _SHOWN)],
        "calls": open_calls(region, request),
        "more": f"&region={region}" if len(frame(request)["regions"]) > 1 else "",
    }
    return render(request, "centre/supervision/dashboard.html", frame(request) | context)


def departments(request: HttpRequest, region: str, found: Counter[Found], since: datetime) -> list[Line]:
    """Return the departments with anything open, most red alerts first."""
    told = owed(region, request.today, since)
    for one, number in found.items():
        told[one.department_id].alerts[one.light] += number
    here = request.directory.departments
    rows = [(here[key], one) for key, one in told.items() if key in here]
    rows.sort(key=lambda row: (-row[1].alerts["red"], -row[1].late, -row[1].alerts["yellow"], row[0].short_name))
    widths = bars([("", one.alerts.total()) for _, one in rows], 110)
    return [Line(row.slug, row.short_name, one, bar.width) for (row, one), bar in zip(rows, widths, strict=True)]


def trend(request: HttpRequest, region: str) -> Chart:
    """Return the chart of the last days: red and yellow alerts that came up."""
    last: date = request.today
    days = [last - timedelta(days=back) for back in range(DAYS - 1, -1, -1)]
    found = by_day(region, days[0], last)
    rows = [(f"{on.month}-{on.day}", (found[on, "red"], found[on, "yellow"])) for on in days]
    return lines(f"近 {DAYS} 日新出现的异常", ("红灯", "黄灯"), rows)


def groups(found: Counter[Found]) -> list[tuple[str, str, int]]:
    """Return the groups of rules with how many alerts are open."""
    return [
        (group, GROUP_WORDS[group], sum(number for one, number in found.items() if one.rule in rules))
        for group, rules in GROUPS.items()
    ]


def _kpis(found: Counter[Found], told: list[Line]) -> list[tuple[str, str, int, str]]:
    lights: Counter[str] = Counter()
    for one, number in found.items():
        lights[one.light] += number
    return [
        ("红灯", "light=red", lights["red"], "未了结的异常"),
        ("黄灯", "light=yellow", lights["yellow"], "未了结的异常"),
        ("待答复", "standing=waiting", sum(one.owed.waiting for one in told), "催办通知和督办"),
        ("逾期未答复", "standing=waiting", sum(one.owed.late for one in told), "过了答复期限"),
        ("黄牌", "standing=carded", sum(one.owed.yellow for one in told), "近一年"),
        ("红牌", "standing=carded", sum(one.owed.red for one in told), "近一年"),
    ]


def _rules(found: Counter[Found]) -> list[dict[str, Any]]:
    sums: Counter[str] = Counter()
    for one, number in found.items():
        sums[one.rule] += number
    told = sums.most_common()
    widths = bars(told, 120)
    return [
        {"rule": rule, "words": RULES.get(rule, rule), "number": number, "width": bar.width}
        for (rule, number), bar in zip(told, widths, strict=True)
    ]


def _named(row: Any, request: HttpRequest) -> dict[str, Any]:
    return {
        "row": row,
        "rule": RULES.get(row.rule, row.rule),
        "department": request.directory.departments[row.department_id].short_name,
        "late": row.is_overdue(request.today),
    }
