"""Leave and who must agree to it (请销假): the unit supports, the centre agrees; nobody answers his own request."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.rules.moves.shapes import LEADERS
from yichuang.rules.officers import Officer
from yichuang.rules.staff.roster import Post
from yichuang.rules.verdict import ALLOWED, Verdict, refuse

_BASIS = "S2-一"
UNIT, CENTRE = "unit", "centre"
_ABOVE = LEADERS - {"chief_representative"}
_TOP = frozenset({"main_head", "agency_head"})


@dataclass(frozen=True, slots=True)
class Asking:
    """A request as it stands: whose, under which posts, which step is next, and who took the step before."""

    user_id: UUID
    posts: tuple[Post, ...]
    step: str
    before: UUID | None = None


def chain_of(posts: tuple[Post, ...]) -> tuple[str, ...]:
    """Return who must agree, in order: the unit and, for who is at a window, the centre that leads him daily.

    The head of a department asks only the centre; so does who sits at a comprehensive window: it is the centre's.
    Basis: S2-一, S1-四1
    """
    if any(_nobody_above(post) for post in posts):
        return (CENTRE,)
    return (UNIT, CENTRE) if any(post.at_window for post in posts) else (UNIT,)


def _nobody_above(post: Post) -> bool:
    return not post.department_id or post.role in _TOP


def may_answer(asking: Asking, officer: Officer) -> Verdict:
    """Say whether the officer may answer the step a request waits for.

    Returns: ALLOWED, `leave_own`, `leave_not_yours` or `leave_same_person`.  Basis: S2-一
    """
    if officer.user_id == asking.user_id:
        return refuse("leave_own", _BASIS)
    if asking.before is not None and officer.user_id == asking.before:
        return refuse("leave_same_person", _BASIS)
    if asking.step == CENTRE:
        regions = {post.region_code for post in asking.posts}
        good = any(officer.grant(frozenset({"centre_manager"}), region_code=region) for region in regions)
    else:
        good = any(_leads(post, officer) for post in asking.posts)
    return ALLOWED if good else refuse("leave_not_yours", _BASIS)


def _leads(post: Post, officer: Officer) -> bool:
    """Say whether the officer leads the unit of a post: its leaders, and for clerks the chief representative too."""
    wanted = LEADERS if post.role == "window_clerk" else _ABOVE
    own = (grant for grant in officer.grants if grant.department_id == post.department_id)
    return post.department_id is not None and any(grant.role in wanted for grant in own)
