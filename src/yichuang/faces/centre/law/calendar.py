"""放假安排: a year's notice is handed in, what it would move is shown, and only then it is put on record."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.handling.import_calendar import import_calendar
from yichuang.acts.inspection.trials.notice import Shift, try_notice
from yichuang.faces.centre.law.listing import READERS
from yichuang.faces.centre.scope import frame, regions_of
from yichuang.faces.common.access import CENTRE, allow
from yichuang.faces.common.doing import context_of, new_key
from yichuang.faces.common.results import done, warned
from yichuang.law.book import book
from yichuang.law.notices import checked_number, number_in, parse_notice
from yichuang.law.shapes import NATIONAL, LawError
from yichuang.records.catalogue.queries import names_of_items
from yichuang.records.documents.queries import recomputed
from yichuang.rules.working_days import YearNotice

WRITERS = frozenset({"centre_manager", "legal_officer", "system_admin"})
SHOWN = 100
_NOTHING = "请选一个文件，或者把通知的内容贴在下面"
_NO_NUMBER = "请填写通知的文号：到期日变更告知书要写明它"
_LETTERS = "文件不是 UTF-8 编码。请在表格或文本软件里另存为 UTF-8 再交"
_TOO_LONG = "内容太长，不像一个年度的放假安排"
_ONLY = "只有中心管理员、法制审核人员和系统管理员可以导入放假安排，您可以查看"


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show what is on record; on POST try a notice, or put the tried one on record."""
    if request.method != "POST":
        return _page(request)
    if not request.officer.roles() & WRITERS:
        return _page(request, error=_ONLY, status=422)
    told: dict[str, str] = {}
    try:
        told["text"], form = _handed_in(request)
        notice = parse_notice(told["text"], form=form)
        number = request.POST.get("number", "").strip() or number_in(told["text"], form=form)
        told["number"] = checked_number(number)
        if not told["number"]:
            raise LawError(_NO_NUMBER)
        if request.POST.get("do") == "import":
            return _import(request, notice, told["number"])
        return _page(request, told=told, **_tried(request, notice))
    except (LawError, LookupError, ValueError, TypeError) as fault:
        return _page(request, error=f"没有导入：{_words(fault)}。", told=told, status=422)


def _handed_in(request: HttpRequest) -> tuple[str, str]:
    """Return the text handed in and its form, yaml or csv. Raises LawError."""
    sent = request.FILES.get("file")
    if sent is None or not sent.size:
        text = request.POST.get("text", "").strip()
        if not text:
            raise LawError(_NOTHING)
        first = next(line for line in text.splitlines() if line.strip())
        return text, "csv" if "," in first and ":" not in first else "yaml"
    if sent.size > min(settings.YICHUANG_UPLOAD_LIMIT, settings.DATA_UPLOAD_MAX_MEMORY_SIZE):
        raise LawError(_TOO_LONG)
    try:
        text = sent.read().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise LawError(_LETTERS) from fault
    return text, (sent.name or "").rpartition(".")[2].lower().replace("yml", "yaml")


def _words(fault: Exception) -> str:
    return str(fault) if isinstance(fault, LawError) else f"内容读不懂（{fault}）。请照下面的样子写"


def _tried(request: HttpRequest, notice: YearNotice) -> dict[str, Any]:
    """Return what the notice says and what it would move."""
    shifts = try_notice(notice, NATIONAL, request.directory, request.at)
    return {
        "notice": notice,
        "off": sorted(notice.off.items()),
        "on": sorted(notice.on.items()),
        "again": notice.year <= request.directory.calendar(NATIONAL).published_through.year,
        "past": notice.year < request.today.year,
        "lacking": book().unnamed(notice),
        "moved": sum(one.moves for one in shifts),
        "firm": sum(not one.moves for one in shifts),
        "shifts": _mine(request, shifts),
        "shown": SHOWN,
        "counts": _counts(request, shifts),
    }


def _counts(request: HttpRequest, shifts: list[Shift]) -> list[tuple[str, int, int]]:
    """Return for each centre how many cases get another day, and how many keep theirs for good."""
    rows = []
    for code, centre in request.directory.centres.items():
        mine = [one.moves for one in shifts if one.region_code == code]
        rows += [(centre.name, sum(mine), len(mine) - sum(mine))] if mine else []
    return rows


def _mine(request: HttpRequest, shifts: list[Shift]) -> list[tuple[Shift, str]]:
    """Return the cases that move and that the officer watches, with their items: who only reads norms sees no case."""
    watched = set(regions_of(request.officer, CENTRE))
    mine = [one for one in shifts if one.region_code in watched and (one.moves or one.legal[0] != one.legal[1])][:SHOWN]
    names = names_of_items({one.item_id for one in mine})
    return [(one, names.get(one.item_id, "")) for one in mine]


def _import(request: HttpRequest, notice: YearNotice, number: str) -> HttpResponse:
    context_of(request)  # a form of ours
    came = import_calendar(notice, number, NATIONAL, request.at, request.officer.name)
    done(request, f"已导入 {notice.year} 年放假安排（{number}），重算到期日 {came.moved} 件。")
    if came.left:
        warned(request, f"有 {len(came.left)} 件正有人办理，请再导入一次：{'、'.join(came.left[:10])}")
    return HttpResponseRedirect("/centre/calendar/")


def _page(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    mine = regions_of(request.officer, CENTRE)
    context = {
        "rows": sorted(request.directory.notices, key=lambda row: row.imported_at, reverse=True),
        "published": book().calendar(NATIONAL).published_through.year,
        "through": request.directory.calendar(NATIONAL).published_through.year,
        "recounts": recomputed(mine, SHOWN) if mine else [],
        "writes": bool(request.officer.roles() & WRITERS),
        "key": new_key(),
    }
    context |= frame(request, READERS)
    return render(request, "centre/law/calendar.html", context | more, status=status)
