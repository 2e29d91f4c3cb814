"""演示入口: one click logs in as a role; the demonstration's clock can be moved. Nothing of this exists elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from yichuang.acts.sweep import sweep
from yichuang.faces.common import clock, results
from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.dates import short_day
from yichuang.faces.portal.entrance.cards import CARDS, home_of, logins_of
from yichuang.faces.portal.entrance.colleagues import colleagues_of
from yichuang.law.book import book
from yichuang.records.ledger.queries import recorded_after
from yichuang.records.org.directory import directory
from yichuang.records.org.models import Centre, User

_BACKEND = "django.contrib.auth.backends.ModelBackend"
_NO_WAY_BACK = (
    "推进以后账目里已经有了记录（例如到期没有告知、视为受理），时间不能倒回。要重新开始，请停下来用 ./yc demo --reset"
)
_FARTHEST = 60  # working days at once
View = Callable[..., HttpResponse]


def only_in_demo(view: View) -> View:
    """Make an address that is there in the demonstration only."""

    @wraps(view)
    def shown(request: HttpRequest) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        return view(request)

    return allow(PUBLIC)(shown)


@only_in_demo
@require_GET
def demo(request: HttpRequest) -> HttpResponse:
    """Show the role cards of the people who are there, the people at other posts, and the sample centres."""
    found = User.objects.filter(username__in=_carded(request)).values_list("username", "display_name", "id")
    names = {username: name for username, name, _ in found}
    others = colleagues_of(request.directory, request.today, {user_id for *_, user_id in found})
    cards = [(card, names[card.login]) for card in CARDS if card.login in names]
    regimes = [regime for centre in request.directory.centres.values() if (regime := _regime(centre, request, names))]
    return render(
        request,
        "portal/entrance/demo.html",
        {"cards": cards, "others": others, "regimes": regimes, "crumbs": [("演示入口", "")]},
    )


def _carded(request: HttpRequest) -> set[str]:
    """Return the log-ins that have a card of their own."""
    return {card.login for card in CARDS} | set(_samples(request))


def _samples(request: HttpRequest) -> dict[str, str]:
    """Return log-in and title of everybody at sample centres."""
    prefixes = request.directory.prefixes
    return {login: title for prefix in prefixes for login, title in logins_of(prefix).items()}


def _regime(centre: Centre, request: HttpRequest, names: dict[str, str]) -> dict[str, Any] | None:
    """Return what is told of a sample centre: its place, the norms it follows, its people; None for other centres."""
    people = [(login, title, names[login]) for login, title in logins_of(centre.prefix).items() if login in names]
    if not people:
        return None
    own = [d.profile for d in request.directory.departments.values() if d.centre_id == centre.id and d.profile]
    profile = book().profiles()[own[0] if own else centre.profile]
    return {"centre": centre, "profile": profile, "people": people}


@only_in_demo
@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Log in as one of those whom the page shows."""
    user = User.objects.filter(username=request.POST.get("login", "")).first()
    if user is None or (user.username not in _carded(request) and not _colleague(request, user.username)):
        raise Http404
    login(request, user, backend=_BACKEND)
    return HttpResponseRedirect(home_of(request.directory.officer(user.pk, request.today).roles()))


def _colleague(request: HttpRequest, username: str) -> bool:
    ids = set(User.objects.filter(username__in=_carded(request)).values_list("id", flat=True))
    others = colleagues_of(request.directory, request.today, ids)
    return any(username == login for row in others for login, *_ in row.people)


@only_in_demo
@require_POST
def time(request: HttpRequest) -> HttpResponse:
    """Move the clock forward by working days, or back to today (0); then let the law's own acts happen."""
    told = request.POST.get("days", "")
    days = min(int(told), _FARTHEST) if told.isascii() and told.isdigit() and len(told) < 5 else 0
    with clock.STANDING:
        if told == "0" and _done_ahead():
            results.warned(request, _NO_WAY_BACK)
            return _back(request)
        _move(request, days)
        swept = sweep(clock.now())
    words = f"演示里的今天是 {short_day(clock.today())}"
    done = f"，{swept.deemed} 件到期没有告知，已视为受理" if swept.deemed else ""
    results.done(request, words + done)
    return _back(request)


def _done_ahead() -> bool:
    """Say whether something is on record at a time that has not come yet in the real world."""
    return recorded_after(directory().centres, clock.now() - clock.demo_offset())


def _back(request: HttpRequest) -> HttpResponse:
    back = request.POST.get("next", "/demo/")
    ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(back if ours else "/demo/")


def _move(request: HttpRequest, days: int) -> None:
    if not days:
        clock.move_demo_clock(0)
        return
    place = directory()
    centre = next(iter(place.centres.values()), None)
    if centre is not None:
        target = place.calendar(centre.profile).add(request.today, days)
        clock.move_demo_clock(clock.demo_offset().days + (target - request.today).days)
