"""Who may enter an address: every view declares it, and a guard walks all of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import quote

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve

PUBLIC = "public"  # everybody
USER = "user"  # everybody who is logged in
STAFF = frozenset(  # who works on cases or in the centre; 法制审核人员 only reads norms
    "window_clerk chief_representative reviewer verifier deputy_head main_head agency_head government_head "
    "supervisor centre_manager system_admin auditor archivist".split()
)
WINDOW = frozenset({"window_clerk", "chief_representative"})
OFFICE = frozenset({"reviewer", "verifier", "chief_representative", "deputy_head", "main_head", "agency_head"})
GOVERNMENT = frozenset({"government_head"})
CENTRE = frozenset({"centre_manager", "supervisor", "auditor"})
ARCHIVE = CENTRE | {"archivist"}
READS_LAW = CENTRE | {"system_admin", "legal_officer"}  # norms, dry runs and item versions; no cases

View = Callable[..., HttpResponse]


def allow(*who: str) -> Callable[[View], View]:
    """Declare who may enter: PUBLIC, USER, or roles. Others are sent to log in, or told which right is missing."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if PUBLIC not in who:
                if not request.user.is_authenticated:
                    return HttpResponseRedirect(f"/login/?next={quote(request.get_full_path())}")
                if USER not in who and not request.officer.roles() & set(who):
                    raise PermissionDenied(" ".join(who))
            return view(request, *args, **kwargs)

        guarded.yc_access = who
        return guarded

    return decorate


def opens(request: HttpRequest, url: str) -> bool:
    """Return whether the view of an address lets this visitor in: a link that answers 403 is not shown.

    It asks what the view itself declares; what may be seen behind the door is not asked here.
    """
    try:
        view = resolve(url.partition("?")[0]).func
    except Resolver404:
        return False
    who: tuple[str, ...] = getattr(view, "yc_access", (PUBLIC,))
    known = hasattr(request, "user") and request.user.is_authenticated  # a page of a fault has no visitor
    return PUBLIC in who or (known and (USER in who or bool(request.officer.roles() & set(who))))
