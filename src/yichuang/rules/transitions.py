"""Which act may follow which state: one cited table that the acts consult and that `./yc law transitions` prints."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.rules.verdict import ALLOWED, Verdict, refuse

ANY = ""  # a new case has no state yet
_OPEN = ("received", "correcting", "accepted", "reviewing", "verifying", "deciding")
_RUNNING = ("accepted", "reviewing", "verifying", "deciding")


@dataclass(frozen=True, slots=True)
class Transition:
    """One row: the verb, the states it may start from, where it leads ("" = stays), and the article."""

    verb: str
    words: str
    sources: tuple[str, ...]
    target: str
    basis: str
    while_paused: bool = False
    kinds: tuple[str, ...] = ("instant", "promised")


TABLE: tuple[Transition, ...] = (
    Transition("case.submitted", "提交", (ANY,), "received", "XKF-29.1"),
    Transition("case.received", "出具收件凭证", ("received",), "", "XKF-32.2"),
    Transition("case.prereviewed", "预审", ("received",), "", "XKF-33"),
    Transition("case.correction_notified", "一次性告知补正", ("received",), "correcting", "XKF-32.1(4)"),
    Transition("case.supplemented", "补正材料", ("correcting",), "received", "XKF-32.1(5)"),
    Transition("case.accepted", "受理", ("received",), "accepted", "XKF-32.1(5)"),
    Transition("case.deemed_accepted", "视为受理", ("received",), "accepted", "XKF-32.1(4)"),
    Transition("case.not_needed", "不受理", ("received",), "closed", "XKF-32.1(1)"),
    Transition("case.refusal_proposed", "提请不予受理", ("received", "correcting"), "", "XKF-32.1(2)"),
    Transition("case.refusal_returned", "退回不予受理提请", ("received", "correcting"), "", "XKF-32.1(2)"),
    Transition("case.refused", "不予受理", ("received", "correcting"), "closed", "XKF-32.1(2)"),
    Transition("case.routed", "转办", ("accepted",), "reviewing", "XKF-34.1", kinds=("promised", "instant")),
    Transition("case.claimed", "认领", ("reviewing", "verifying", "deciding"), "", "XKF-34.1", while_paused=True),
    Transition("case.reviewed", "审查", ("reviewing",), "deciding", "XKF-34.1"),
    Transition("case.reviewed", "审查后送核准", ("reviewing",), "verifying", "XKF-34.3"),
    Transition("case.verified", "核准", ("verifying",), "deciding", "XKF-34.3"),
    Transition("case.returned", "退回审查", ("verifying", "deciding"), "reviewing", "XKF-34.1"),
    Transition("case.paused", "中止计时", _RUNNING, "", "XKF-45"),
    Transition("case.resumed", "恢复计时", _RUNNING, "", "XKF-45", while_paused=True),
    Transition("case.extended", "延期", _RUNNING, "", "XKF-42.1"),
    Transition("case.decided", "决定", ("deciding",), "decided", "XKF-38"),
    Transition("case.decided", "当场决定", ("accepted",), "decided", "XKF-34.2", kinds=("instant",)),
    Transition("case.issued", "制证", ("decided",), "issued", "XKF-44"),
    Transition("case.delivered", "送达", ("decided", "issued"), "closed", "XKF-44"),
    Transition("case.withdrawn", "撤回申请", _OPEN, "closed", "XKF-29.1", while_paused=True),
    Transition("case.closed", "办结", ("decided",), "closed", "XKF-38"),
    Transition("case.rated", "评价", ("closed",), "", "YSHJ-50"),
    Transition("case.due_recomputed", "重算到期日", _RUNNING, "", "XKF-82", while_paused=True),
    Transition("case.document_made", "制作文书", (*_OPEN, "decided", "issued", "closed"), "", "XKF-38", True),
)


def find(verb: str, state: str, kind: str, wanted: str = "") -> Transition | None:
    """Return the row that lets `verb` happen in `state` to a case of `kind` (and lead to `wanted`), or None."""
    for row in TABLE:
        if row.verb == verb and state in row.sources and kind in row.kinds and wanted in ("", row.target):
            return row
    return None


def may(verb: str, state: str, *, kind: str, paused: bool) -> Verdict:
    """Say whether the act is lawful in this state (程序合法性).

    Returns: ALLOWED, or `wrong_state` / `paused` with the states the act may start from.
    Basis: XKF-32, XKF-34, XKF-45
    """
    row = find(verb, state, kind)
    if row is None:
        rows = [row for row in TABLE if row.verb == verb]
        basis = rows[0].basis if rows else "XKF-34.1"
        sources = tuple(source for row in rows for source in row.sources)
        return refuse("wrong_state", basis, verb=verb, state=state, sources=sources)
    if paused and not row.while_paused:
        return refuse("paused", "XKF-45", verb=verb, state=state)
    return ALLOWED


def target(verb: str, state: str, kind: str, wanted: str = "") -> str:
    """Return the state after the act; the same one where the row says so. Raises LookupError."""
    row = find(verb, state, kind, wanted)
    if row is None:
        raise LookupError(f"{verb} from {state} to {wanted or 'anywhere'}")
    return row.target or state
