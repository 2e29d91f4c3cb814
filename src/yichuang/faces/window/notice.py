"""The correction notice as the desk describes it (一次性告知补正)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.http import HttpRequest

from yichuang.acts.act import On
from yichuang.acts.intake.notify_correction import CorrectionNotice
from yichuang.faces.common.forms.checking import FieldError
from yichuang.faces.window import sheet
from yichuang.faces.window.sheet import Line


def notice_from(request: HttpRequest, lines: Sequence[Line], on: On) -> CorrectionNotice:
    """Return the notice: defects by material, until when, and what else there is."""
    return CorrectionNotice(on, sheet.defects(lines), correction_due(request), general_words(request))


def correction_due(request: HttpRequest) -> date | None:
    """Return until when the applicant may correct; None when nothing usable was typed."""
    try:
        return date.fromisoformat(request.POST.get("w_due", ""))
    except ValueError:
        return None


def due_errors(request: HttpRequest) -> list[FieldError]:
    """Return what is wrong with the day until which to correct."""
    typed, due = request.POST.get("w_due", ""), correction_due(request)
    if typed and due is None:
        return [_DueError("w_due", "补正期限", "请填日期，例如 2027-03-01")]
    if due is not None and due < request.today:
        return [_DueError("w_due", "补正期限", "不能早于今天，请填今天以后的日期")]
    return []


def general_words(request: HttpRequest) -> str:
    """Return what has to be corrected besides the listed materials."""
    return request.POST.get("w_general", "").strip()[:2000]


class _DueError(FieldError):
    """An error whose control has its own name as id."""

    @property
    def anchor(self) -> str:
        return self.field
