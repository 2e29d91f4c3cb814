"""Which act may follow which state: one cited table that the acts consult and that `./yc law transitions` prints."""

from __future__ import annotations

from .moves import ROWS
from .moves.shapes import ANY, Transition
from .verdict import ALLOWED, Verdict, refuse

__all__ = ["ANY", "TABLE", "Transition", "find", "may", "target"]

TABLE: tuple[Transition, ...] = ROWS


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
