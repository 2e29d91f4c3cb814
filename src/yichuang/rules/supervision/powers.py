"""Over authority (超权限): what was signed under a post that does not hold the act, or not on that day."""

from __future__ import annotations

from collections.abc import Iterator

from ..lights import Light
from ..moves.shapes import WINDOW
from ..norms import Norms
from ..permissions import RIGHTS, may_sign
from ..staff.at_window import power_needed
from .history import BASIS, Finding, Held, History, RuleKind, Signed

_STOPPING = frozenset({"case.paused", "case.resumed"})


def over_authority(history: History, norms: Norms) -> Iterator[Finding]:
    """Yield each entry signed by nobody who could: no such post, a post of another role, or one held on other days.

    Acts of the applicant and of the system need no post.

    Basis: XKF-74, S3-二(六)1
    """
    for entry in history.entries:
        why = _lacking(entry, history, norms)
        if why:
            yield Finding(
                RuleKind.OVER_AUTHORITY, str(entry.seq), Light.RED, entry.on, history.department_id,
                BASIS[RuleKind.OVER_AUTHORITY], entry.on, {"seq": entry.seq, "verb": entry.verb, "why": why},
            )  # fmt: skip


def _lacking(entry: Signed, history: History, norms: Norms) -> str:
    right = RIGHTS.get(entry.verb)
    if right is None or (right.applicant and entry.post is None) or (right.system and entry.actor is None):
        return ""
    if entry.post is None:
        return "no_post"
    post = history.posts.get(entry.post)
    if post is None or not post.on(entry.on):
        return "not_held"
    if post.role not in right.roles | right.anywhere:
        return "role"
    if entry.verb == "case.decided" and _too_low(post.role, norms):
        return "signer"
    if entry.verb in _STOPPING and post.department_id != history.department_id and _lead_only(norms):
        return "lead_only"
    return "department" if right.department and not _of_the_case(post, right.anywhere, history) else ""


def _of_the_case(post: Held, anywhere: frozenset[str], history: History) -> bool:
    """Say whether the post lies at a department that has the case, or had a step in it."""
    if post.role in anywhere or post.department_id == history.department_id:
        return True
    return any(step.department_id == post.department_id for step in history.steps)


def _lead_only(norms: Norms) -> bool:
    """Say whether in a joint case only the lead may stop the clock (仅主办部门可以中止).  Basis: S0h-二(一)1.3"""
    norm = norms.get("pause_lead_only")
    return norm is not None and norm.value is True


def delivered_outside(history: History, norms: Norms) -> Iterator[Finding]:
    """Yield what somebody else than the window delivered where everything goes out by the window (窗口统一送达).

    Basis: S0b-21.1, S1-二3
    """
    norm = norms.get("delivery_by_window")
    if norm is None or norm.value is not True:
        return
    for entry in history.entries:
        post = history.posts.get(entry.post) if entry.post and power_needed(entry.verb) == "delivery" else None
        if post is not None and post.role not in WINDOW:
            yield Finding(
                RuleKind.OUTSIDE, f"delivery:{entry.seq}", Light.RED, entry.on, post.department_id or
                history.department_id, norm.basis, entry.on, {"seq": entry.seq, "verb": entry.verb},
            )  # fmt: skip


def _too_low(role: str, norms: Norms) -> bool:
    """Say whether decisions are signed by somebody above that role.  Basis: S0b-17, S1-岗位责任制"""
    signer = norms.get("decision_signer")
    return signer is not None and not may_sign(frozenset({role}), str(signer.value), signer.basis).allowed


def one_person_twice(history: History, norms: Norms) -> Iterator[Finding]:
    """Yield the verification signed by the one who reviewed (审、核同一人).

    Basis: S1-一审一核, XKF-34.3
    """
    norm, reviewer = norms.get("separate_signatures"), None
    if norm is None or norm.value is not True:
        return
    for entry in history.entries:
        if entry.verb == "case.reviewed":
            reviewer = entry.actor
        elif entry.verb == "case.verified" and entry.actor is not None and entry.actor == reviewer:
            yield Finding(
                RuleKind.ONE_PERSON, str(entry.seq), Light.RED, entry.on, history.department_id, norm.basis,
                entry.on, {"seq": entry.seq, "verb": entry.verb},
            )  # fmt: skip
