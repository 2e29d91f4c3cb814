"""/proofs/…: what a witness asks, without log-in (见证接口). Hashes only: they tell nothing of anybody.

So many questions a minute from one address; more gets 429.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, RawPostDataException
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from yichuang.acts.proofs.running import folder
from yichuang.faces.common.access import PUBLIC, allow
from yichuang.faces.common.attempts import Attempts
from yichuang.faces.common.paying.gateway import wire_now
from yichuang.records.ledger.proofs import proving
from yichuang.records.ledger.proofs.checkpoints import covering, latest, told_with_witnesses
from yichuang.records.ledger.proofs.keys import witness_keys
from yichuang.records.ledger.proofs.models import Checkpoint, Leaf, TreeHead
from yichuang.records.ledger.proofs.saying import hexed, moment
from yichuang.records.ledger.proofs.witnessing import NotBelieved, take

_A_MINUTE, _PAGE, _BODY, _DIGITS = 300, 10_000, 16 * 1024, 15
_MANY = "问得太多，请一分钟以后再来"
View = Callable[..., HttpResponse]


def counted(view: View) -> View:
    """Answer so many questions a minute from one address."""

    @wraps(view)
    def bounded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = Attempts("proofs", request.META.get("REMOTE_ADDR", ""), _A_MINUTE, 60)
        if asked.locked:
            return JsonResponse({"error": _MANY}, status=429, headers={"Retry-After": "60"})
        asked.failed()
        return view(request, *args, **kwargs)

    return bounded


@allow(PUBLIC)
@never_cache
@require_safe
@counted
def newest(request: HttpRequest) -> HttpResponse:
    """Return the newest checkpoint, the last sign of life, and what time it is here."""
    row, held = latest(), TreeHead.objects.filter(pk=1).first()
    told = told_with_witnesses([row])[0] if row else None
    return JsonResponse({"checkpoint": told, "beat": (held.beat or None) if held else None, "now": moment(wire_now())})


@allow(PUBLIC)
@never_cache
@require_safe
@counted
def one(request: HttpRequest, number: int) -> HttpResponse:
    """Return the checkpoint over so many entries."""
    row = Checkpoint.objects.filter(size=number).first() if number < 10**_DIGITS else None
    return JsonResponse(told_with_witnesses([row])[0]) if row else _nothing("没有这个检查点")


@allow(PUBLIC)
@never_cache
@require_safe
@counted
def consistent(request: HttpRequest) -> HttpResponse:
    """Return the path that shows that one tree begins with another."""
    old, new = _number(request, "from"), _number(request, "to")
    if old is None or new is None or not 0 < old <= new <= _size():
        return _nothing("from、to 要在已经编入的条数之内", 422)
    try:
        return JsonResponse({"from": old, "to": new, "path": hexed(proving.consistency(old, new))})
    except ValueError:
        return _nothing("存证树不完整，给不出证明", 500)


@allow(PUBLIC)
@never_cache
@require_safe
@counted
def included(request: HttpRequest) -> HttpResponse:
    """Return place, path and checkpoint of a leaf, as it stands on a paper."""
    asked, place, row = found_leaf(request.GET.get("leaf", ""))
    if place is None or row is None:
        return _nothing("没有查到这个存证码。刚发生的，请过一两分钟再查")
    told = {"leaf": asked, "position": place, "path": hexed(proving.inclusion(place, row.size))}
    return JsonResponse({**told, "checkpoint": told_with_witnesses([row])[0]})


@allow(PUBLIC)
@never_cache
@require_safe
@counted
def leaves(request: HttpRequest) -> HttpResponse:
    """Return leaves, 32 bytes each."""
    first, last = _number(request, "from"), _number(request, "to")
    if first is None or last is None or not first <= last <= first + _PAGE:
        return _nothing(f"from、to 要写，一次最多 {_PAGE} 条", 422)
    return HttpResponse(proving.leaves_between(first, last), content_type="application/octet-stream")


@csrf_exempt  # no log-in, nothing to forge: what counts is the witness's own signature
@allow(PUBLIC)
@never_cache
@require_POST
@counted
def witness(request: HttpRequest) -> HttpResponse:
    """Take what a witness signed."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > _BODY:
        return _nothing("太长", 413)
    try:
        take(json.loads(request.body), witness_keys(folder()), wire_now())
    except NotBelieved as fault:
        return _nothing(str(fault), 403)
    except (ValueError, RecursionError, TypeError, KeyError, AttributeError, RawPostDataException):
        return _nothing("不是 JSON", 422)
    return JsonResponse({"taken": True})


def found_leaf(typed: str) -> tuple[str, int | None, Checkpoint | None]:
    """Return a leaf as it was meant, its place, and the first checkpoint over it."""
    asked = "".join(typed[:100].split()).replace("-", "").lower()
    try:
        wanted = bytes.fromhex(asked)
    except ValueError:
        wanted = b""
    place = Leaf.objects.filter(hash=wanted).values_list("position", flat=True).first() if len(wanted) == 32 else None
    return asked, place, covering(place) if place is not None else None


def _number(request: HttpRequest, name: str) -> int | None:
    told = request.GET.get(name, "")
    return int(told) if told.isascii() and told.isdigit() and len(told) <= _DIGITS else None


def _size() -> int:
    return TreeHead.objects.filter(pk=1).values_list("size", flat=True).first() or 0


def _nothing(words: str, status: int = 404) -> HttpResponse:
    return JsonResponse({"error": words}, status=status)
