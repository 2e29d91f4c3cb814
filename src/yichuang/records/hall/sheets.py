"""The second screen of a window (对客副屏): shown, answered, emptied. What it shows is kept sealed and not for long."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.db.models import F

from yichuang.records.applicants.vault import seal, unseal
from yichuang.records.hall.models import CustomerSheet, HallWindow, SheetKind

Lines = Sequence[tuple[str, str]]
FORGOTTEN = timedelta(minutes=30)  # of ours: nobody stands at a window that long without a word
_EMPTY: Mapping[str, object] = {
    "kind": SheetKind.NOTHING, "case_no": "", "lines_cipher": "", "answer": "", "answered_at": None, "signature": "",
    "kept_at": None,
}  # fmt: skip
ANSWERS = ("right", "wrong", "signed")


def show_sheet(window: HallWindow, kind: str, case_no: str, lines: Lines, at: datetime) -> None:
    """Put something on the second screen of a window."""
    CustomerSheet.objects.get_or_create(hall_window=window)
    sealed = seal(json.dumps(list(lines), ensure_ascii=False), window.id)
    shown = {**_EMPTY, "kind": kind, "case_no": case_no, "lines_cipher": sealed, "shown_at": at}
    CustomerSheet.objects.filter(hall_window=window).update(revision=F("revision") + 1, **shown)


def clear_sheet(window: HallWindow) -> None:
    """Empty the second screen."""
    filled = CustomerSheet.objects.filter(hall_window=window).exclude(kind=SheetKind.NOTHING)
    filled.update(revision=F("revision") + 1, **_EMPTY)


def sheet_of(window: HallWindow, now: datetime) -> tuple[CustomerSheet, Lines]:
    """Return what a second screen shows; what was forgotten there is emptied first."""
    row = CustomerSheet.objects.filter(hall_window=window).first() or CustomerSheet(hall_window=window)
    if row.kind and row.shown_at is not None and now - row.shown_at > FORGOTTEN:
        if row.signature and row.kept_at is None:  # the clerk still has to say what becomes of it
            CustomerSheet.objects.filter(pk=row.pk).update(lines_cipher="")
        else:
            clear_sheet(window)
        row.refresh_from_db()
    text = unseal(row.lines_cipher, window.id)
    return row, [(str(name), str(value)) for name, value in json.loads(text)] if text else []


def answer_sheet(row: CustomerSheet, answer: str, signature: str, at: datetime) -> bool:
    """Keep what the customer answered, once; say whether."""
    mine = CustomerSheet.objects.filter(pk=row.pk, revision=row.revision, answer="").exclude(kind=SheetKind.NOTHING)
    told = {"answer": answer, "signature": signature, "answered_at": at}
    return answer in ANSWERS and bool(mine.update(revision=F("revision") + 1, **told))


def signature_waits(window: HallWindow) -> bool:
    """Say whether somebody signed at this window and his signature belongs to no case yet."""
    signed = CustomerSheet.objects.filter(hall_window=window, answer="signed", kept_at=None)
    return signed.exclude(signature="").exclude(case_no="").exists()


def keep_signature(row: CustomerSheet, at: datetime) -> None:
    """Note that the signature now belongs to its case."""
    mine = CustomerSheet.objects.filter(pk=row.pk, signature=row.signature, kept_at=None)
    mine.update(revision=F("revision") + 1, kept_at=at)
