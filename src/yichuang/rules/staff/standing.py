"""May somebody be away, stand in, delegate (请假、代岗、授权代办): what is judged before a row is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.rules.moves import RIGHTS
from yichuang.rules.moves.shapes import LEADERS
from yichuang.rules.officers import Officer
from yichuang.rules.staff.roster import Delegated, Leave, Post, Roster, stand_ins
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

DELEGABLE = ("case.verified", "case.decided", "case.returned", "case.extended", "case.paused", "case.refused")
_BASIS = "S1-四2"
_HEADS = frozenset({"main_head", "agency_head"})
_LONGEST = 400  # days: what is longer is a new posting


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, and on which day."""

    officer: Officer
    today: date


@dataclass(frozen=True, slots=True)
class Written:
    """The written basis (书面依据): document name or number, and the day it bears."""

    words: str
    on: date | None = None


def posts_of(user_id: UUID, roster: Roster, on: date) -> tuple[Post, ...]:
    """Return the own posts of somebody on a day, B posts too."""
    return tuple(post for post in roster.posts if post.user_id == user_id and post.holds(on))


def may_note_absence(leave: Leave, reason: str, roster: Roster, asked: Asked) -> Verdict:
    """Say whether an absence may be noted: one's own, or by a leader of the department or the centre (请假登记).

    Basis: S1-四2
    """
    posts = posts_of(leave.user_id, roster, leave.starts_on)
    if not _may_note(leave.user_id, posts, asked.officer):
        return refuse("not_your_staff", _BASIS)
    if not posts:
        return refuse("holds_no_post", _BASIS)
    if not _span(leave.starts_on, leave.ends_on, asked.today):
        return refuse("span_odd", _BASIS)
    if not reason.strip():
        return refuse("reason_missing", _BASIS)
    if any(one.user_id == leave.user_id and _meets(one, leave) for one in roster.leaves):
        return refuse("away_already", _BASIS)
    return _stands_in(leave, posts, roster)


def _stands_in(leave: Leave, posts: tuple[Post, ...], roster: Roster) -> Verdict:
    if leave.stand_in is None:
        return ALLOWED
    theirs = posts_of(leave.stand_in, roster, leave.starts_on)
    beside = {(post.region_code, post.department_id) for post in theirs} & {
        (post.region_code, post.department_id) for post in posts
    }
    if leave.stand_in == leave.user_id or not beside:
        return refuse("stand_in_elsewhere", _BASIS)
    if any(one.user_id == leave.stand_in and _meets(one, leave) for one in roster.leaves):
        return refuse("stand_in_away", _BASIS)
    return ALLOWED


def may_end_absence(user_id: UUID, posts: tuple[Post, ...], officer: Officer) -> Verdict:
    """Say whether an absence may be ended: by whoever might have noted it (销假).

    Basis: S1-四2
    """
    return ALLOWED if _may_note(user_id, posts, officer) else refuse("not_your_staff", _BASIS)


def awaits_consent(leave: Leave, roster: Roster) -> bool:
    """Say whether the centre has yet to agree: somebody who is not B stands in at the window (须经中心同意).

    Basis: S1-四1
    """
    if leave.stand_in is None or leave.consented:
        return False
    posts = [post for post in posts_of(leave.user_id, roster, leave.starts_on) if post.at_window]
    return any(leave.stand_in not in stand_ins(roster, post, leave.starts_on) for post in posts)


def may_consent(asked: Asked, regions: frozenset[str]) -> Verdict:
    """Say whether the officer may agree for the centre to a change at its windows.

    Basis: S1-四1
    """
    if any(asked.officer.grant(frozenset({"centre_manager"}), region_code=region) for region in regions):
        return ALLOWED
    return refuse("not_your_staff", "S1-四1")


def may_delegate(paper: Delegated, written: Written, roster: Roster, asked: Asked) -> Verdict:
    """Say whether a delegation may be given: what one holds oneself, to one's own department, from today on.

    What somebody holds in another's stead he can't give on. The paper is there before the delegation begins.
    Basis: S1-二2
    """
    mine = [grant for grant in asked.officer.grants if grant.acting_for is None and grant.role in LEADERS]
    if asked.officer.user_id != paper.giver or not mine:
        return refuse("delegation_not_held", "S1-二2")
    held = {grant.role for grant in mine}
    if not paper.verbs or any(verb not in DELEGABLE or not held & RIGHTS[verb].roles for verb in paper.verbs):
        return refuse("delegation_not_held", "S1-二2")
    if not _span(paper.starts_on, paper.ends_on, asked.today) or paper.starts_on < asked.today:
        return refuse("span_odd", "S1-二2")
    if not written.words.strip():
        return refuse("delegation_basis_missing", "S1-二2")
    if written.on is None or written.on > min(asked.today, paper.starts_on):
        return refuse("delegation_paper_date", "S1-二2")
    if any(_same(one, paper) for one in roster.delegations):
        return refuse("delegated_already", "S1-二2")
    places = {(post.region_code, post.department_id) for post in posts_of(paper.taker, roster, paper.starts_on)}
    if paper.taker == paper.giver or not places & {(grant.region_code, grant.department_id) for grant in mine}:
        return refuse("delegation_elsewhere", "S1-二2")
    return ALLOWED


def _may_note(user_id: UUID, posts: tuple[Post, ...], officer: Officer) -> bool:
    if officer.user_id == user_id:
        return True
    centre = any(officer.grant(frozenset({"centre_manager"}), region_code=post.region_code) for post in posts)
    return centre or any(
        grant.role in LEADERS and not grant.verbs and grant.department_id == post.department_id
        for grant in officer.grants for post in posts if post.department_id
    )  # fmt: skip


def _same(one: Delegated, paper: Delegated) -> bool:
    return (one.giver, one.taker, one.verbs, one.items) == (
        paper.giver, paper.taker, paper.verbs, paper.items
    ) and _meets(one, paper)  # fmt: skip


def _meets(one: Leave | Delegated, other: Leave | Delegated) -> bool:
    return one.starts_on <= other.ends_on and other.starts_on <= one.ends_on


def _span(first: date, last: date, today: date) -> bool:
    return first <= last and last >= today and (last - first).days <= _LONGEST


def home_of(posts: tuple[Post, ...], officer: Officer) -> str:
    """Return the region in whose book somebody's rows stand: where he has a post, the officer's own before others."""
    regions = [post.region_code for post in posts]
    own = [grant.region_code for grant in officer.grants]
    return next((region for region in regions if region in own), next(iter(regions), next(iter(own), "")))


def may_grant_powers(department_id: UUID, written: Written, asked: Asked) -> Verdict:
    """Say whether the officer may grant the window powers: the department's head himself, in writing (窗口授权).

    The paper bears a day, and is there before the powers begin, which is today.
    Basis: S1-二2
    """
    heads = [g for g in asked.officer.grants if g.role in _HEADS and not g.acting_for]
    if not any(grant.department_id == department_id for grant in heads):
        return refuse("powers_by_head", "S1-二2")
    if not written.words.strip():
        return refuse("delegation_basis_missing", "S1-二2")
    if written.on is None or written.on > asked.today:
        return refuse("delegation_paper_date", "S1-二2")
    return ALLOWED
