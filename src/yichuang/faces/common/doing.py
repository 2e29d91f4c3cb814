"""The one way from a face to an act: who acts, at what legal time, under which key; papers are made afterwards."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Conflict, Filed
from yichuang.faces.common.after import after_filing
from yichuang.faces.common.visitors.capacity import officer_here
from yichuang.records.org.directory import directory
from yichuang.rules.verdict import Refused

Wish = TypeVar("Wish")
_LONGEST_VERSION = 9  # digits
_OUTSIDE = {"csrfmiddlewaretoken", "key"}


def new_key() -> str:
    """Return a fresh idempotency key for a form."""
    return secrets.token_urlsafe(18)


def digest_of(request: HttpRequest) -> str:
    """Return the digest of what was asked, so that a key can't come again with something else."""
    pairs = [(name, value) for name, values in request.POST.lists() if name not in _OUTSIDE for value in values]
    files = [(name, file.name, file.size) for name, file in request.FILES.items()]
    return hashlib.sha256(repr((request.path, sorted(pairs), sorted(files, key=repr))).encode()).hexdigest()


def context_of(request: HttpRequest, key: str | None = None, digest: str | None = None) -> Context:
    """Return the circumstances of an act from a request. Raises Refused when the form brought no key."""
    key = key or request.POST.get("key", "")
    if not 8 <= len(key) <= 64:
        raise Refused("key_missing", "YC-幂等")
    return Context(
        officer=request.officer,
        at=request.at,
        directory=request.directory,
        key=f"{request.officer.user_id or 'anonymous'}:{key}",
        request_digest=digest or digest_of(request),
    )


def perform(
    request: HttpRequest, act: Callable[[Wish, Context], Filed], wish: Wish, *, key: str | None = None, digest: str = ""
) -> Filed:
    """Do the act; once more with fresh facts when organisation or calendar moved meanwhile. Then make the papers.

    Raises: Refused (422), Conflict (409), KeyReused (422), NotFound (404): FaceMiddleware turns them into pages.
    """
    ctx = context_of(request, key, digest)
    try:
        filed = act(wish, ctx)
    except Conflict:
        now = directory()
        if now.version == ctx.directory.version:
            raise
        request.directory = now
        request.officer = officer_here(request, now)
        filed = act(wish, context_of(request, key, digest))
    if not filed.repeated:
        after_filing(filed, request.at)
    return filed


def version_in(request: HttpRequest) -> int | None:
    """Return the version of the case that the page showed, if it said; 0, which no case has, for what is no number."""
    told = request.POST.get("version", "")
    if not told:
        return None
    return int(told) if told.isascii() and told.isdigit() and len(told) <= _LONGEST_VERSION else 0
