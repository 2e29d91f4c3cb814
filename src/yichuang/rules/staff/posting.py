"""May somebody be given a post, or leave it (任岗、离岗): what is judged before a posting changes."""

from __future__ import annotations

from datetime import timedelta

from yichuang.rules.moves.shapes import OFFICE
from yichuang.rules.officers import Officer
from yichuang.rules.staff.roster import Post, Roster
from yichuang.rules.staff.standing import Asked, Written
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

_BASIS = "S1-四1"
_CENTRE = frozenset({"centre_manager"})
_HEADS = frozenset({"main_head", "agency_head"})
_APART = frozenset({"system_admin"})  # who keeps the installation is not named from within it
_FAR = 400  # days ahead


def may_post(wanted: Post, replaces: Post | None, written: Written, roster: Roster, asked: Asked) -> Verdict:
    """Say whether somebody may be given a post: by the centre, or by the department's head in his own department.

    At a window the head names only who replaces somebody, and the centre agrees (中心同意). Nobody names himself;
    there is a paper; one person has a seat once.
    Returns: ALLOWED, `posting_not_yours`, `posting_own`, `posting_basis_missing`, `posting_span`, `posting_place`,
    `posting_twice` or `posting_replaces`.  Basis: S1-四1
    """
    found = _by_whom(wanted, written, asked.officer)
    if not found.allowed:
        return found
    early = wanted.starts_on < asked.today or wanted.starts_on > asked.today + timedelta(days=_FAR)
    if early or (wanted.ends_on is not None and wanted.ends_on < wanted.starts_on):
        return refuse("posting_span", _BASIS)
    odd = (wanted.window_id is not None and not wanted.at_window) or (
        wanted.role in OFFICE and not wanted.department_id
    )
    if odd or wanted.role in _APART or (wanted.role == "window_clerk" and wanted.window_id is None):
        return refuse("posting_place", _BASIS)
    if any(
        post.user_id == wanted.user_id and post.seat == wanted.seat and _meets(post, wanted) for post in roster.posts
    ):
        return refuse("posting_twice", _BASIS)
    same = replaces is not None and replaces.role == wanted.role and replaces.region_code == wanted.region_code
    if (replaces is not None and not same) or (wanted.awaits_consent and replaces is None):
        return refuse("posting_replaces", _BASIS)
    return ALLOWED


def may_end_posting(post: Post, written: Written, asked: Asked) -> Verdict:
    """Say whether a posting may be ended from today on (离岗): by whom might have made it, on a paper.

    Returns: ALLOWED, `posting_not_yours`, `posting_own` or `posting_basis_missing`.  Basis: S1-四1
    """
    return _by_whom(post, written, asked.officer)


def consented(post: Post, officer: Officer) -> bool:
    """Say whether the posting needs nobody's consent any more: the centre itself makes it, or it is at no window.

    Basis: S1-四1
    """
    return not post.at_window or officer.grant(_CENTRE, region_code=post.region_code) is not None


def _by_whom(post: Post, written: Written, officer: Officer) -> Verdict:
    centre = officer.grant(_CENTRE, region_code=post.region_code) is not None
    heads = {g.department_id for g in officer.grants if g.role in _HEADS and not g.acting_for and g.department_id}
    if not centre and (post.department_id not in heads or post.role in _HEADS):
        return refuse("posting_not_yours", _BASIS)
    if post.user_id == officer.user_id:
        return refuse("posting_own", _BASIS)
    return ALLOWED if written.words.strip() else refuse("posting_basis_missing", _BASIS)


def _meets(one: Post, other: Post) -> bool:
    begins = other.ends_on is None or one.starts_on <= other.ends_on
    return begins and (one.ends_on is None or other.starts_on <= one.ends_on)
