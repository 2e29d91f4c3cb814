"""登记终止: a certificate from a list was ended by a decision outside; its state here follows that paper."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work
from yichuang.acts.certificate_act import Of
from yichuang.acts.context import Context
from yichuang.acts.library_act import library_act
from yichuang.records.certificates.models import Certificate
from yichuang.rules.library.suspending import may_note_ending


@dataclass(frozen=True, slots=True)
class EndingNote:
    """How it was ended, by which decision, and why."""

    of: Of
    ending: str
    decision_no: str
    reason: str


@library_act(verb="certificate.ending_noted")
def note_ending(row: Certificate, wish: EndingNote, ctx: Context) -> Work:
    """Note the ending. A certificate that a case here led to is ended by its own acts, never by a note.

    Basis: XKF-69, XKF-70, XKF-8.2, XKF-80
    """
    told = (wish.decision_no, wish.reason)
    may_note_ending(row.status, wish.ending, told, imported=row.case_id is None).raise_if_refused()
    return Work(
        set={"status": wish.ending},
        facts={"ending": wish.ending},
        payload={"decision_no": wish.decision_no.strip(), "reason": wish.reason.strip()},
    )
