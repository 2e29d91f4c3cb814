"""特别程序、恢复计时、延长期限: what moves the clock, each on a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from yichuang.acts.act import On, dates_of, norms_of
from yichuang.acts.handling.extend import Extension, extend
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.resume import Resumption, resume
from yichuang.acts.papers.terms import extended_by, to_come
from yichuang.faces.common.access import GOVERNMENT, OFFICE, allow
from yichuang.faces.common.casework.clock_rows import cited
from yichuang.faces.common.sentences import Refusal, sentence
from yichuang.faces.office.cases.acting import Deed, act_on, on
from yichuang.faces.office.cases.offers import barred_by
from yichuang.faces.office.cases.opinion import Error
from yichuang.faces.office.cases.page import context_of
from yichuang.faces.office.cases.proposing import proposal_of
from yichuang.faces.office.cases.sheet import Sheet, sheet_of
from yichuang.faces.office.scope import asking
from yichuang.records.catalogue.options import lawful_steps
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.steps.discretionary import may_stop
from yichuang.rules.verdict import Refused

_ANY = "预先核对"
_DAYS_MAX = 400
_REASON = "写明理由；理由写进告知书，申请人看得到"


@dataclass(frozen=True, slots=True)
class StopForm:
    """What such a form shows: empty, or as posted with its errors."""

    kind: str = ""
    days: str = ""
    reason: str = ""
    errors: Sequence[Error] = field(default_factory=tuple)

    @property
    def number(self) -> int:
        """Return the days as a number, 0 for none."""
        return int(self.days) if self.days.isascii() and self.days.isdigit() and len(self.days) < 4 else 0


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def pause_page(request: HttpRequest, no: str) -> HttpResponse:
    """Begin a special procedure whose time does not count."""
    form = _read(request, ("kind", "days", "reason"))
    if request.method == "POST" and not form.errors:
        wish = Pause(on(request, no), form.kind, form.number, form.reason)
        deed = Deed(pause, wish, f"已中止计时（{name_of(form.kind)}）")
        return act_on(request, no, deed, _again(request, no, "pause", form))
    return _show(request, no, "pause", form)


@allow(*OFFICE)
@require_http_methods(["GET", "POST"])
def resume_page(request: HttpRequest, no: str) -> HttpResponse:
    """End the special procedure; the clock runs again from the next day."""
    form = _read(request, ("result",))
    if request.method == "POST" and not form.errors:
        deed = Deed(resume, Resumption(on(request, no), form.reason), "已恢复计时")
        return act_on(request, no, deed, _again(request, no, "resume", form))
    return _show(request, no, "resume", form)


@allow(*OFFICE, *GOVERNMENT)
@require_http_methods(["GET", "POST"])
def extend_page(request: HttpRequest, no: str) -> HttpResponse:
    """Extend the decision limit."""
    form = _read(request, ("days", "reason"))
    if request.method == "POST" and not form.errors:
        wish = Extension(on(request, no), form.number, form.reason)
        deed = Deed(extend, wish, f"已延长办理期限 {form.number} 日")
        return act_on(request, no, deed, _again(request, no, "extend", form))
    return _show(request, no, "extend", form)


def _read(request: HttpRequest, needed: tuple[str, ...]) -> StopForm:
    post = request.POST
    form = StopForm(post.get("kind", "")[:24], post.get("days", "").strip(), post.get("reason", "").strip()[:2000])
    if request.method != "POST":
        return form
    missing = (
        ("kind", not form.kind, "选一个特殊环节"),
        ("days", not 0 < form.number <= _DAYS_MAX, f"天数填 1 到 {_DAYS_MAX} 的整数"),
        ("reason", not form.reason, _REASON),
        ("result", not form.reason, "写明这个特殊环节的结果；没有完成的，写明为什么不再进行"),
    )
    errors = tuple(
        Error("reason" if name == "result" else name, words)
        for name, wrong, words in missing
        if name in needed and wrong
    )
    return StopForm(form.kind, form.days, form.reason, errors)


def _again(request: HttpRequest, no: str, name: str, form: StopForm) -> Callable[[Refusal], HttpResponse]:
    """Return how the page is shown again with a refusal."""
    return lambda said: _show(request, no, name, form, status=422, refusal=said)


def _show(request: HttpRequest, no: str, name: str, form: StopForm, *, status: int = 0, **more: Any) -> HttpResponse:
    sheet = sheet_of(request, no)
    told = {"pause": _pausing, "resume": _resuming, "extend": _extending}[name](sheet, request)
    context = context_of(request, sheet) | {"form": form, "decision": None, "bound": form} | told | more
    return render(request, f"office/{name}.html", context, status=status or (422 if form.errors else 200))


def _dates(sheet: Sheet, work: Any, request: HttpRequest) -> dict[str, Any]:
    """Return the dates of the case as they would be after an act."""
    return dates_of((*sheet.case.facts, *work.clock), sheet.case, asking(request))


def _pausing(sheet: Sheet, request: HttpRequest) -> dict[str, Any]:
    """Return the procedures the norms allow, those of the item first, with their usual days."""
    kinds = norms_of(sheet.case).choices("pause_kinds")
    listed = {row["kind"]: row for row in sheet.version.special_procedures if not row.get("counted")}
    order = sorted(kinds, key=lambda kind: kind not in listed)
    norms, lawful = norms_of(sheet.case), lawful_steps(sheet.version)
    order = [kind for kind in order if may_stop(kind, lawful, norms).allowed]
    wish = Pause(On(sheet.case.no), next(iter(order), kinds[0]), 1, _ANY)
    return {
        "kinds": [(kind, name_of(kind), listed.get(kind)) for kind in order],
        "uncounted": "、".join(name_of(kind) for kind in kinds),
        "rule": cited(norms.basis("pause_kinds")),
        "barred_why": barred_by(pause, sheet.case, wish, asking(request)),
    }


def _resuming(sheet: Sheet, request: HttpRequest) -> dict[str, Any]:
    wish = Resumption(On(sheet.case.no), _ANY)
    barred = barred_by(resume, sheet.case, wish, asking(request))
    if barred:
        return {"barred_why": barred}
    work = resume.judged(sheet.case, wish, asking(request))  # type: ignore[attr-defined]
    return {"barred_why": "", "then": _dates(sheet, work, request)}


def _extending(sheet: Sheet, request: HttpRequest) -> dict[str, Any]:
    """Return how many days may be added and which date each would give."""
    joint = sheet.case.kind == "joint"
    most = norms_of(sheet.case).get("joint_extension_limit" if joint else "extension_limit")
    calendar, dates, barred = request.directory.calendar(sheet.case.profile), [], ""
    for days in range(1, int(str(most.value)) + 1 if most else 1):
        try:
            work = extend.judged(sheet.case, Extension(On(sheet.case.no), days, _ANY), asking(request))  # type: ignore[attr-defined]
        except Refused as refused:
            barred = sentence(refused, request.today)
            break
        then = to_come(_dates(sheet, work, request), request.today)
        on = then["promised_due_on"] or then["due_on"]
        dates.append((days, extended_by(days, sheet.case.terms), on, on is not None and calendar.provisional(on)))
    told = {"dates": dates, "barred_why": barred or ("" if dates else "这里的期限不能延长")}
    rule = cited(most.basis) if most else ""
    return told | {"proposal": proposal_of(sheet.case, request.directory), "rule": rule}
