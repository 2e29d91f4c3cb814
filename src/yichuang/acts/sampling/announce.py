"""封存名录: who and what can be drawn, how many, and how many persons check each; nothing is drawn yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Number, Place
from yichuang.acts.sampling.frame import may
from yichuang.law.book import book
from yichuang.records.ids import new_id
from yichuang.records.supervision import checking
from yichuang.records.supervision.checking import Line
from yichuang.records.supervision.models import SUBJECT, CheckKind, CheckState, SpotCheck
from yichuang.rules.permissions import OFFICE, WATCHERS
from yichuang.rules.supervision.drawing import MOST, Drawable, Lists, checkable, may_announce
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class CheckAnnouncement:
    """What is checked in a region: kind, span of days, department (all without one), how many, by how many each."""

    region_code: str
    kind: str
    since: date
    until: date
    department_id: UUID | None
    size: int
    per: int
    reason: str


def announce(wish: CheckAnnouncement, ctx: Context) -> Filed:
    """Close the lists and put their digest on record, and what is left out because too few are free to check it.

    Raises: Refused, Conflict, KeyReused.  Basis: S3-二(六)1, XKF-61.2
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    may("spot_check.announced", wish.region_code, ctx)
    _asked(wish, ctx)
    lists, left_out = checkable(_lists(wish, ctx))
    least = book().norms(ctx.directory.centres[wish.region_code].profile, ctx.today).number("check_min_officers")
    may_announce(lists, least).raise_if_refused()
    prefix, identity = ctx.directory.centres[wish.region_code].prefix, new_id()
    number = Number(f"spot:{prefix}:{ctx.today.year:04d}", lambda n: f"{prefix}-CC-{ctx.today.year}-{n:03d}")
    filing = Filing(
        place=Place(SpotCheck, SUBJECT, wish.region_code, identity),
        verb="spot_check.announced",
        set=_columns(wish, lists, ctx) | {"no": number},
        facts={"left_out": list(left_out)} if left_out else {},
        answer={"no": number, "check": str(identity)},
        create=True,
    )
    return file(filing, ctx)


def _asked(wish: CheckAnnouncement, ctx: Context) -> None:
    if wish.kind not in CheckKind.values:
        raise Refused("spot_check_kind", "S3-二(六)1")
    if not wish.since <= wish.until <= ctx.today:
        raise Refused("spot_check_span", "S3-二(六)1")
    if not wish.reason.strip():
        raise Refused("spot_check_reason", "S3-二(六)1")
    department = ctx.directory.departments.get(wish.department_id) if wish.department_id else None
    if department is None:
        if wish.department_id or wish.kind == CheckKind.HOLDERS:
            raise Refused("spot_check_department", "XKF-61.2")
    elif department.centre.region.code != wish.region_code:
        raise Refused("spot_check_department", "XKF-61.2")


def _lists(wish: CheckAnnouncement, ctx: Context) -> Lists:
    """Gather both lists: cases are checked by who watches over the centre, holders by the office that licensed them."""
    found = checking.closed_cases if wish.kind == CheckKind.CASES else checking.held_certificates
    lines = found(wish.region_code, wish.since, wish.until, wish.department_id, MOST + 1)
    hands = checking.actors(wish.region_code, [line.case_id for line in lines if line.case_id])
    inspectors = tuple(sorted(map(str, _inspectors(wish, ctx))))
    subjects = tuple(Drawable(line.no, _barred(line, hands, inspectors)) for line in lines)
    return Lists(subjects, inspectors, wish.size, wish.per)


def _inspectors(wish: CheckAnnouncement, ctx: Context) -> Iterable[UUID]:
    roles = WATCHERS if wish.kind == CheckKind.CASES else OFFICE
    here = [post for post in ctx.directory.roster.posts if post.region_code == wish.region_code and post.role in roles]
    if wish.kind == CheckKind.HOLDERS:
        here = [post for post in here if post.department_id == wish.department_id]
    return {post.user_id for post in here if post.holds(ctx.today)}


def _barred(line: Line, hands: dict[UUID, set[UUID]], inspectors: tuple[str, ...]) -> tuple[str, ...]:
    mine = {str(one) for one in hands.get(line.case_id, ())} if line.case_id else set()
    return tuple(one for one in inspectors if one in mine)


def _columns(wish: CheckAnnouncement, lists: Lists, ctx: Context) -> dict[str, Any]:
    return {
        "kind": wish.kind, "state": CheckState.ANNOUNCED.value, "department_id": wish.department_id,
        "since": wish.since, "until": wish.until, "inspectors": list(lists.inspectors), "size": wish.size,
        "subjects": [{"no": one.no, "barred": list(one.barred)} for one in lists.subjects], "per": wish.per,
        "digest": lists.digest, "reason": wish.reason.strip()[:500], "announcer_id": ctx.officer.user_id,
        "announced_at": ctx.at, "root_size": None, "root": "", "drawn": [], "drawn_at": None, "summary": "",
        "closed_at": None,
    }  # fmt: skip
