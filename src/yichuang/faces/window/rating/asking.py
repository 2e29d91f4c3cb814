"""Asking whoever was just served to rate (请评价): on the pad of the window, and on its second screen if it has one.

Both show the same invitation of a few minutes. The clerk only asks; nobody of the staff rates in somebody's name.
"""

from __future__ import annotations

import secrets

from django.http import HttpRequest

from yichuang.acts.act import On
from yichuang.acts.rating.invite import InvitationWish, invite
from yichuang.faces.common.doing import perform
from yichuang.faces.common.live.site import told
from yichuang.faces.window.frame import post_at_window
from yichuang.records.feedback.models import RatingChannel
from yichuang.records.hall.models import SheetKind
from yichuang.records.hall.place import place_at_window
from yichuang.records.hall.sheets import show_sheet


def ask_for_rating(request: HttpRequest, no: str) -> None:
    """Let the screens of one's own window ask for a rating of this case.  Raises: Refused."""
    window = post_at_window(request).window_id
    perform(request, invite, InvitationWish(On(no), secrets.token_urlsafe(18), RatingChannel.PAD.value, window))
    found = place_at_window(window, request.directory, request.today)
    if found is not None:
        show_sheet(found[1], SheetKind.RATE.value, no, [("办件编号", no)], request.at)
        told()
