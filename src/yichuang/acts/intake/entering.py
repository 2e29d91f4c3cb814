"""Whether an application may enter at all: item open, who may hand it in, who is eligible (能否提交)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.levels.eligible import may_enter
from yichuang.acts.passing.proxy import may_apply
from yichuang.law.book import book
from yichuang.records.cases.models import Channel
from yichuang.records.catalogue.levels import begins_online
from yichuang.records.catalogue.models import ItemStatus, ItemVersion
from yichuang.rules import permissions, transitions
from yichuang.rules.permissions import CasePlace
from yichuang.rules.verdict import Refused

if TYPE_CHECKING:
    from yichuang.acts.intake.submit import Submission


def judged_entry(wish: Submission, region: str, department_id: UUID, ctx: Context) -> UUID | None:
    """Return the post under which the officer takes the application in, if any. Raises Refused.

    Basis: XKF-29.1, XKF-30, S4-一(四)3
    """
    item = wish.version.item
    if item.status != ItemStatus.OPEN:
        raise Refused("item_not_open", "XKF-30", {"item": item.name})
    if wish.channel != Channel.WINDOW:
        may_begin_online(wish.version, ctx.directory.profile(department_id), ctx.today)
    person = ctx.officer.user_id if wish.entrusted else wish.user_id
    place = CasePlace(region, department_id, person if wish.channel != Channel.WINDOW else None)
    permissions.may("case.submitted", ctx.officer, place).raise_if_refused()
    transitions.may("case.submitted", transitions.ANY, kind=wish.version.kind, paused=False).raise_if_refused()
    may_enter(wish, ctx)
    may_apply(wish, ctx.directory.profile(department_id), ctx)
    grant = permissions.grant_for("case.submitted", ctx.officer, place)
    return grant.post_id if grant else None


def may_begin_online(version: ItemVersion, profile: str, today: date) -> None:
    """Refuse to begin on line what is taken in at the window only (办理方式: 窗口申报、现场办结).

    Raises: Refused, with the article that names the ways of handling here.  Basis: S4-一(四)3, XKF-30
    """
    if begins_online(version):
        return
    ways = book().norms(profile, today).get("handling_modes")
    raise Refused("window_only", ways.basis if ways else "XKF-30", {"item": version.item.name})
