"""Who stands at the window (当前办事人): what his number tells goes into the intake, and the case back to it."""

from __future__ import annotations

from django.http import HttpRequest

from yichuang.faces.window.frame import post_at_window
from yichuang.records.applicants.models import IdentityKind
from yichuang.records.hall.calling import current_of, note_case
from yichuang.records.hall.models import QueueNumber
from yichuang.records.hall.place import place_at_window
from yichuang.records.hall.whose import whose

PARAMETER = "number"
_ID_CARD = "居民身份证"


def current(request: HttpRequest) -> QueueNumber | None:
    """Return the number that the clerk's window serves."""
    found = place_at_window(post_at_window(request).window_id, request.directory, request.today)
    return current_of(found[0].hall, found[1], request.today) if found else None


def told_by_number(request: HttpRequest) -> tuple[str, dict[str, str]]:
    """Return the item and the applicant's fields that the called number tells; nothing for any other number.

    Only the window that called a number learns whose it is.
    """
    asked = request.GET.get(PARAMETER, "")
    row = current(request) if asked else None
    if row is None or str(row.id) != asked:
        return "", {}
    who = whose(row)
    fields = {"a_name": who.name, "a_phone": who.phone, "a_address": who.address}
    if who.identity_kind == IdentityKind.ID_CARD:
        fields |= {"a_paper": _ID_CARD, "a_number": who.identity_no}
    return who.item_code, {name: word for name, word in fields.items() if word}


def remember_case(request: HttpRequest, no: str) -> None:
    """Note on the number that is served which case came of it."""
    row = current(request)
    if row is not None:
        note_case(row, no)
