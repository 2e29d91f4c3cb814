"""起草通报: the figures and lists of a period are frozen; a correction of a signed bulletin is a new one (更正)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.acts.bulletins.frame import may, used_here, words_for
from yichuang.acts.bulletins.gather import figures_of, lists_of
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Place
from yichuang.records.bulletins.models import SUBJECT, Bulletin, BulletinState
from yichuang.records.bulletins.queries import bulletin_in, id_of, known
from yichuang.records.cases.access import NotFound
from yichuang.rules.statistics import bulletins
from yichuang.rules.statistics.periods import Period, period_of
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class BulletinDraft:
    """On which period: its kind and any day of it; which signed bulletin it corrects, and why."""

    region_code: str
    kind: str
    on: date
    corrects: UUID | None = None
    reason: str = ""


def draft(wish: BulletinDraft, ctx: Context) -> Filed:
    """Draft a bulletin.

    Raises: Refused (no such year, kind not in use, its day has not come, drafted already, no reason), NotFound,
    Conflict, KeyReused.
    Basis: S1-五2, S2, S0b-24.3
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    may("bulletin.drafted", wish.region_code, ctx)
    period = _asked(wish, ctx) if wish.corrects is None else _corrected(wish)
    identity = id_of(wish.region_code, period, wish.corrects)
    if known(wish.region_code, [identity]):
        raise Refused("bulletin_known", "S1-五2")
    figures, lists = figures_of(wish.region_code, period, ctx), lists_of(wish.region_code, period, ctx)
    filing = Filing(
        place=Place(Bulletin, SUBJECT, wish.region_code, identity),
        verb="bulletin.drafted",
        set={
            "every": str(period.kind), "first": period.first, "last": period.last, "state": BulletinState.DRAFT.value,
            "corrects_id": wish.corrects, "reason": wish.reason.strip()[:500], "figures": figures, "lists": lists,
            "counted_at": ctx.at, "words": words_for(lists), "no": "", "on": None, "template": "", "fields": {},
            "drawn_at": None, "signed_by_id": None,
        },
        answer={"bulletin": str(identity)},
        create=True,
    )  # fmt: skip
    return file(filing, ctx)


def _asked(wish: BulletinDraft, ctx: Context) -> Period:
    """Return the period that was asked for.  Raises: Refused (outside the calendar, not in use, too early)."""
    calendar = ctx.directory.calendar(ctx.directory.centres[wish.region_code].profile)
    if not calendar.first.year <= wish.on.year < calendar.last.year:
        raise Refused("bulletin_no_year", "S1-五2")
    period = period_of(wish.kind, wish.on)
    if period.kind != wish.kind:
        raise Refused("bulletin_not_used", "S1-五2")
    bulletins.may_draft(period, used_here(wish.region_code, ctx), ctx.today, calendar).raise_if_refused()
    return period


def _corrected(wish: BulletinDraft) -> Period:
    """Return the period of the bulletin that is corrected.  Raises: NotFound, Refused."""
    row = bulletin_in([wish.region_code], wish.corrects) if wish.corrects else None
    if row is None:
        raise NotFound(str(wish.corrects))
    if row.state != BulletinState.SIGNED:
        raise Refused("bulletin_unsigned", "S1-五2")
    if not wish.reason.strip():
        raise Refused("bulletin_reason", "S1-五2")
    return row.period
