"""/screens/big/: the big screen (大屏): five boards in turn, 1920×1080 and 4K, nothing personal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yichuang.faces.centre.scope import region_of, regions_of
from yichuang.faces.centre.statistics.now import LIGHTS, halls_now, hands, today
from yichuang.faces.centre.supervision import dashboard
from yichuang.faces.common.access import CENTRE, PUBLIC, allow
from yichuang.faces.common.charts import bars, lines
from yichuang.records.statistics.board import board, breakdown, trend
from yichuang.records.supervision.dashboard import open_alerts
from yichuang.rules.statistics.measures import KINDS
from yichuang.rules.statistics.periods import Period, period_of
from yichuang.rules.statistics.registry import FIGURES

BOARDS = ("今天", "部门", "趋势", "大厅", "监察")
_SIGNER = "yichuang.big-screen"
_HEAD = ("on_time_rate", "early_rate", "average_days", "satisfaction", "few_trips_rate", "online_rate")
_DAYS, _ROWS = 30, 10


@allow(PUBLIC)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show one board. Who watches gets there by his post and takes along a key; a screen comes with the key."""
    region = _region(request)
    if not region:
        if request.user.is_authenticated:
            raise PermissionDenied("centre_manager")
        return HttpResponseRedirect("/login/?next=/screens/big/")
    told = request.GET.get("board", "1")
    number = int(told) if told in {str(one) for one in range(1, len(BOARDS) + 1)} else 1
    context = {
        "centre": request.directory.centres[region],
        "number": number,
        "boards": BOARDS,
        "name": BOARDS[number - 1],
        "next": number % len(BOARDS) + 1,
        "screen_key": Signer(salt=_SIGNER).sign(region),
        "now_at": request.at,
    }
    context |= (_today, _departments, _trend, _hall, _supervision)[number - 1](request, region)
    return render(request, "centre/statistics/wall.html", context)


def _region(request: HttpRequest) -> str:
    """Return the region of the key, else that of the officer's post, else nothing."""
    try:
        region = Signer(salt=_SIGNER).unsign(request.GET.get("key", ""))
    except BadSignature:
        return region_of(request) if regions_of(request.officer, CENTRE) else ""
    return region if region in request.directory.centres else ""


def _today(request: HttpRequest, region: str) -> dict[str, Any]:
    found, day = hands(request, region), today(request, region)
    month = board([region], period_of("month", request.today))
    kinds = [(words, month.sums.get(f"accepted_{kind}", 0)) for kind, words in KINDS.items()]
    return {
        "numbers": [(f"今日{day.number(name).figure.title}", day.number(name).shown) for name in ("received", "closed")]
        + [("在办", f"{sum(hand.open for hand in found):,}")],
        "lights": [(light, words, sum(hand.counts[light] for hand in found)) for light, words in LIGHTS],
        "month": [month.number(name) for name in _HEAD],
        "kinds": bars(kinds, 560),
    }


def _departments(request: HttpRequest, region: str) -> dict[str, Any]:
    month = period_of("month", request.today)
    rows = [(hand.name, hand.counts) for hand in hands(request, region)]
    accepted = breakdown([region], month, "department", request.directory)[:_ROWS]
    return {"rows": rows[:_ROWS], "accepted": bars([(one.name, one.sums.get("accepted", 0)) for one in accepted], 420)}


def _trend(request: HttpRequest, region: str) -> dict[str, Any]:
    last: date = request.today
    span = Period("day", last - timedelta(days=_DAYS - 1), last)
    rows = [
        (f"{on.month}-{on.day}", values) for on, values in trend([region], span, ("received", "accepted", "closed"))
    ]
    names = tuple(FIGURES[name].title for name in ("received", "accepted", "closed"))
    return {"chart": lines(f"近 {_DAYS} 日收件、受理与办结", names, rows)}


def _hall(request: HttpRequest, region: str) -> dict[str, Any]:
    found = [one for one in halls_now(request, region) if one[1].lines]
    return {"halls": sorted(found, key=lambda one: -len(one[1].lines))[:2]}  # as many as are read from afar


def _supervision(request: HttpRequest, region: str) -> dict[str, Any]:
    """Return open alerts by group, the departments most at risk, and the last days: numbers only."""
    found = open_alerts(region)
    told = dashboard.departments(request, region, found, request.at - timedelta(days=365))
    return {
        "groups": [(words, f"{number:,}") for _, words, number in dashboard.groups(found)],
        "watched": told[:_ROWS],
        "chart": dashboard.trend(request, region),
    }
