"""/centre/bulletins/<id>/: one bulletin: its figures with their cases, its words, its lists; as a paper."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from yichuang.acts.bulletins.draft import BulletinDraft, draft
from yichuang.acts.bulletins.frame import PARTS, OnBulletin, reference_of
from yichuang.acts.bulletins.make import kept_file, make_unmade
from yichuang.acts.bulletins.redraw import BulletinRedraw, redraw
from yichuang.acts.bulletins.sign import BulletinSignature, sign
from yichuang.acts.bulletins.word import BulletinWords, word
from yichuang.acts.context import Context
from yichuang.faces.centre.bulletins.listing import READERS, sees_drafts
from yichuang.faces.centre.scope import frame, regions_of
from yichuang.faces.common import results
from yichuang.faces.common.access import allow
from yichuang.faces.common.after import WORKER
from yichuang.faces.common.doing import new_key, perform, version_in
from yichuang.faces.common.sentences import refusal
from yichuang.records.bulletins.models import Bulletin, BulletinState
from yichuang.records.bulletins.queries import bulletin_in, correction_of
from yichuang.records.documents.rendering import render as printed
from yichuang.records.filestore import store
from yichuang.records.org.directory import directory
from yichuang.rules.officers import SYSTEM
from yichuang.rules.statistics.bulletins import filled
from yichuang.rules.verdict import Refused

_DONE = {
    "word": "文字已保存。", "redraw": "已按现在的账目重新取数。", "sign": "通报已签发。",
    "correct": "已起草更正通报，请核对后签发。",
}  # fmt: skip


@allow(*READERS)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, bulletin: UUID) -> HttpResponse:
    """Show a bulletin; word it, take its figures anew, sign it, or draft its correction."""
    row = _read(request, bulletin)
    if request.method == "GET":
        return _show(request, row)
    do = request.POST.get("do", "")
    act, wish = _asked(do, row, request)
    try:
        filed = perform(request, act, wish)
        if do == "sign" and os.environ.get("YICHUANG_TASKS", "") != WORKER:
            make_unmade(row.region_code, Context(SYSTEM, request.at, directory(fresh=False)))
    except Refused as said:
        return _show(request, row, status=422, refusal=refusal(said, request.today), posted=request.POST)
    results.done(request, _DONE.get(do, _DONE["word"]))
    return HttpResponseRedirect(f"/centre/bulletins/{filed.answer['bulletin']}/")


@allow(*READERS)
@require_safe
def paper(request: HttpRequest, bulletin: UUID) -> HttpResponse:
    """Return the signed bulletin as PDF: the stored file; until it is made, what it will say, without the seal."""
    row = _read(request, bulletin)
    if row.state != BulletinState.SIGNED:
        raise Http404(str(bulletin))
    reference, kept = reference_of(row, request.directory), kept_file(row)
    made = store().read(kept) if kept else printed(row, reference, settings.YICHUANG_PUBLIC_URL)
    response = HttpResponse(made, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{reference}.pdf"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _read(request: HttpRequest, bulletin: UUID) -> Any:
    row = bulletin_in(regions_of(request.officer, READERS), bulletin)
    if row is None or (row.state != BulletinState.SIGNED and not sees_drafts(request, row.region_code)):
        raise Http404(str(bulletin))
    return row


def _asked(do: str, row: Bulletin, request: HttpRequest) -> tuple[Callable[..., Any], Any]:
    on = OnBulletin(row.region_code, row.id, version_in(request))
    if do == "redraw":
        return redraw, BulletinRedraw(on)
    if do == "sign":
        return sign, BulletinSignature(on)
    if do == "correct":
        return draft, BulletinDraft(row.region_code, row.every, row.first, row.id, request.POST.get("reason", ""))
    return word, BulletinWords(on, {part: request.POST.get(part, "") for part in PARTS})


def _show(request: HttpRequest, row: Bulletin, *, status: int = 200, **more: Any) -> HttpResponse:
    typed = more.get("posted") if more.get("posted") and request.POST.get("do") == "word" else None
    newer, shown, drafts = correction_of(row), row.shown, sees_drafts(request, row.region_code)
    if newer is not None and newer.state != BulletinState.SIGNED and not drafts:
        newer = None
    corrected = bulletin_in([row.region_code], row.corrects_id) if row.corrects_id else None
    draft_here = row.state == BulletinState.DRAFT
    told = {
        "row": row,
        "parts": [
            (part, title, (typed or row.words).get(part, ""), filled(row.words.get(part, ""), shown))
            for part, title in PARTS.items()
        ],
        "names": list(shown),
        "departments": [
            (one["name"], list(zip(row.figures["columns"], one["shown"], strict=True)))
            for one in row.figures["departments"]
        ],
        "newer": newer,
        "corrected": corrected,
        "draft": draft_here,
        "may": request.officer.grant(frozenset({"centre_manager"}), region_code=row.region_code) is not None,
        "may_correct": not draft_here and newer is None and drafts,
        "leads": drafts,
        "signer": request.directory.names.get(row.signed_by_id, "") if row.signed_by_id else "",
        "key": new_key(),
    }
    around = frame(request, READERS) | {"region": row.region_code}
    return render(request, "centre/bulletins/page.html", around | told | more, status=status)
