"""Which act may follow which state: one cited table that the acts consult and that `./yc law transitions` prints."""

from __future__ import annotations

from .moves import ROWS
from .moves.shapes import ANY, Transition
from .verdict import ALLOWED, Verdict, refuse

__all__ = ["ANY", "TABLE", "Transition", "find", "may", "target"]

TABLE: tuple[Transition, ...] = ROWS
_FOUND: dict[str, tuple[tuple[Transition, ...], tuple[Transition, ...]]] = {}  # by verb: the table, its rows there


def find(verb: str, state: str, kind: str, wanted: str = "") -> Transition | None:
    """Return the row that lets `verb` happen in `state` to a case of `kind` (and lead to `wanted`), or None."""
    for row in _rows(verb):
        if state in row.sources and kind in row.kinds and wanted in ("", row.target):
            return row
    return None


def _rows(verb: str) -> tuple[Transition, ...]:
    """Return the rows of a verb: most of the table is about others, and every act asks three times."""
    found = _FOUND.get(verb)
    if found is None or found[0] is not TABLE:
        found = _FOUND[verb] = (TABLE, tuple(row for row in TABLE if row.verb == verb))
    return found[1]


def may(verb: str, state: str, *, kind: str, paused: bool) -> Verdict:
    """Say whether the act is lawful in this state (程序合法性).

    Returns: ALLOWED, `wrong_state` with the states the act may start from, `wrong_kind`, or `paused`.
    Basis: XKF-32, XKF-34, XKF-45
    """
    row = find(verb, state, kind)
    if row is None:
        rows = _rows(verb)
        basis = rows[0].basis if rows else "XKF-34.1"
        sources = tuple(source for row in rows for source in row.sources)
        if state in sources:  # the row is for another kind of case
            return refuse("wrong_kind", basis, verb=verb)
        running = tuple(source for source in sources if source != "closed")  # what comes after the end is no step to it
        return refuse("wrong_state", basis, verb=verb, state=state, sources=running or sources)
    if paused and not row.while_paused:
        return refuse("paused", "XKF-45", verb=verb, state=state)
    return ALLOWED


def target(verb: str, state: str, kind: str, wanted: str = "") -> str:
    """Return the state after the act; the same one where the row says so. Raises LookupError."""
    row = find(verb, state, kind, wanted)
    if row is None:
        raise LookupError(f"{verb} from {state} to {wanted or 'anywhere'}")
    return row.target or state
