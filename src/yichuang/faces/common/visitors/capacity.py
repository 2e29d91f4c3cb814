"""身份切换: as whom a visitor acts, himself or an organisation; the choice lives in the session and is judged anew."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest

from yichuang.records.applicants.accounts import capacities
from yichuang.records.org.directory import Directory
from yichuang.rules.officers import Officer

_CHOSEN = "capacity"


def officer_here(request: HttpRequest, directory: Directory) -> Officer:
    """Return who the visitor is today, with the organisation that he chose to act as, while he may."""
    user_id = request.user.pk if request.user.is_authenticated else None
    officer = directory.officer(user_id, request.today)
    if user_id is None:
        return officer
    chosen = request.session.get(_CHOSEN, "")
    held = capacities(user_id, directory, request.today) if chosen else []
    capacity = next((one for one in held if one.uscc == chosen), None)
    if capacity is None and officer.name:
        return officer
    return replace(officer, name=officer.name or str(request.user), capacity=capacity)


def choose(request: HttpRequest, uscc: str) -> bool:
    """Act as this organisation from now on, as oneself for ""; say whether that is possible."""
    held = capacities(request.officer.user_id, request.directory, request.today) if uscc else []
    if uscc and uscc not in {one.uscc for one in held}:
        return False
    request.session[_CHOSEN] = uscc
    return True
