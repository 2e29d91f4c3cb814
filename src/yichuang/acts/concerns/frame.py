"""The frame of every act on a concern (诉求): on its own chain; a step for the page, a report for the hotline.

@concern_act(verb="concern.answered")
def answer(row, wish, ctx) -> Deed: …          called as  answer(wish, ctx) -> Filed
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Protocol, TypeVar

from yichuang.acts.concerns.steps import Deed, report_values, step_row
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Conflict, Filed, Filing, Place, Row
from yichuang.records.feedback.access import accused_in, concern_for
from yichuang.records.feedback.models import SUBJECT, Concern, ConcernSource, HotlineReport
from yichuang.records.ledger.canonical import GENESIS
from yichuang.rules.feedback.concerns import MOVES, may_move
from yichuang.rules.feedback.conflicts import may_work_on, without_deputies
from yichuang.rules.officers import Grant
from yichuang.rules.permissions import RIGHTS, at_work
from yichuang.rules.verdict import Refused

_SILENT = frozenset({"concern.linked", "concern.proposed", "concern.published", "concern.acknowledged"})


class NamesConcern(Protocol):
    """A wish names its concern."""

    @property
    def no(self) -> str: ...
    @property
    def version(self) -> int | None: ...


Wish = TypeVar("Wish", bound=NamesConcern)
Act = Callable[[Concern, Wish, Context], Deed]


def concern_act(*, verb: str) -> Callable[[Act[Wish]], Callable[[Wish, Context], Filed]]:
    """Make an act of a function: read, the common judgement, the function's own, one filing.

    `judged` of the act is the same without reading and filing: pages ask it whether the act would be done.
    """

    def decorate(act: Act[Wish]) -> Callable[[Wish, Context], Filed]:
        @wraps(act)
        def done(wish: Wish, ctx: Context) -> Filed:
            first = repeated(ctx.directory.region_of(wish.no), ctx)
            if first is not None:
                return first
            row = concern_for(wish.no, ctx.officer, ctx.directory)
            if wish.version not in (None, row.version):
                raise Conflict(verb)
            return file(_filing(verb, row, judged(row, wish, ctx), ctx), ctx)

        def judged(row: Concern, wish: Wish, ctx: Context) -> Deed:
            may_by_post(verb, row, ctx)
            may_move(verb, row.kind, row.state).raise_if_refused()
            may_work_on(ctx.officer, accused_in(row)).raise_if_refused()
            return act(row, wish, ctx)

        done.verb = verb  # type: ignore[attr-defined]
        done.judged = judged  # type: ignore[attr-defined]
        return done

    return decorate


def may_by_post(verb: str, row: Concern, ctx: Context) -> Grant | None:
    """Return the post under which the act is done, None for whose own concern it is.  Raises: Refused.

    Basis: YSHJ-49
    """
    right, officer = RIGHTS[verb], ctx.officer
    if officer.system and right.system:
        return None
    if right.applicant and officer.user_id is not None and officer.user_id == row.owner_id:
        return None
    held = [grant for grant in without_deputies(officer.grants, accused_in(row)) if grant.role in right.roles]
    here = [grant for grant in held if grant.department_id and grant.department_id == row.department_id]
    here += [grant for grant in held if grant.region_code == row.region_code and _of_centre(grant)]
    if not here:
        raise Refused("not_yours", "YSHJ-49", {"verb": verb})
    at_work(officer).raise_if_refused()
    return here[0]


def _of_centre(grant: Grant) -> bool:
    """Say whether a post is of the desk or of the centre, which works with what any department has."""
    return grant.role in ("centre_manager", "supervisor") or grant.window_id is not None


def _filing(verb: str, row: Concern, deed: Deed, ctx: Context) -> Filing:
    """Turn a deed into a filing on the concern's chain."""
    grant = may_by_post(verb, row, ctx)
    state = MOVES[verb].target or row.state
    columns = dict(deed.set) | ({"state": state} if state != row.state else {})
    rows = [step_row(row.region_code, row.id, verb, deed, ctx)]
    if row.source == ConcernSource.HOTLINE and verb not in _SILENT:
        rows.append(Row(HotlineReport, report_values(row, state, deed.words, ctx)))
    return Filing(
        place=Place(Concern, SUBJECT, row.region_code, row.id, row.version, row.ledger_seq, row.ledger_hash or GENESIS),
        verb=verb,
        set=columns,
        add=tuple(rows),
        facts={"kind": row.kind, **deed.facts},
        answer={"concern": row.no, "no": ""},
        post_id=grant.post_id if grant else None,
        acting_for_id=grant.acting_for if grant else None,
    )
