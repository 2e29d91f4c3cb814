"""Absences, delegations, window grants are written here (代岗与授权登记): judged first, plain rows, no ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Absence, Delegation, Posting, WindowGrant
from yichuang.rules.officers import Officer
from yichuang.rules.staff import standing
from yichuang.rules.staff.roster import Delegated, Leave
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Desk:
    """Who writes, when, and the organisation as it stands."""

    officer: Officer
    at: datetime
    today: date
    directory: Directory

    @property
    def asked(self) -> standing.Asked:
        """Return who asks."""
        return standing.Asked(self.officer, self.today)


def note_absence(leave: Leave, reason: str, desk: Desk) -> Absence:
    """Put an absence down; the stand-in takes over by himself on its first day. Raises Refused."""
    roster = desk.directory.roster
    standing.may_note_absence(leave, reason, roster, desk.asked).raise_if_refused()
    row = Absence(
        user_id=leave.user_id, starts_on=leave.starts_on, ends_on=leave.ends_on, reason=reason.strip()[:200],
        stand_in_id=leave.stand_in, noted_by_id=desk.officer.user_id, noted_at=desk.at,
    )  # fmt: skip
    row.save()
    return row


def end_absence(row: Absence, desk: Desk) -> None:
    """End an absence today: he is back; one not begun is struck out. Raises Refused."""
    posts = standing.posts_of(row.user_id, desk.directory.roster, row.starts_on)
    standing.may_end_absence(row.user_id, posts, desk.officer).raise_if_refused()
    _end(row, desk.today)


def consent(row: Absence, desk: Desk) -> None:
    """Agree for the centre to somebody who stands in at a window. Raises Refused."""
    posts = standing.posts_of(row.user_id, desk.directory.roster, row.starts_on)
    standing.may_consent(desk.asked, frozenset(post.region_code for post in posts)).raise_if_refused()
    row.consented_by_id = desk.officer.user_id
    row.save()


def consent_to_post(row: Posting, desk: Desk) -> None:
    """Agree for the centre to who replaces somebody at a window: from now on his post is in force. Raises Refused."""
    region = row.centre.region.code
    standing.may_consent(desk.asked, frozenset({region})).raise_if_refused()
    row.consented_on = desk.today
    row.save()


def delegate(paper: Delegated, basis: str, desk: Desk) -> Delegation:
    """Put a delegation down. Raises Refused."""
    standing.may_delegate(paper, basis, desk.directory.roster, desk.asked).raise_if_refused()
    row = Delegation(
        giver_id=paper.giver, taker_id=paper.taker, verbs=sorted(paper.verbs),
        items=sorted(str(item) for item in paper.items), starts_on=paper.starts_on, ends_on=paper.ends_on,
        basis=basis.strip()[:200], noted_at=desk.at,
    )  # fmt: skip
    row.save()
    return row


def revoke(row: Delegation, desk: Desk) -> None:
    """Take a delegation back from now on. Raises Refused."""
    if desk.officer.user_id != row.giver_id:
        raise Refused("not_your_staff", "S1-二2")
    _end(row, desk.today)


def grant_powers(department_id: UUID, powers: frozenset[str], basis: str, desk: Desk) -> None:
    """Grant a department's window these powers from today, and no others (窗口授权). Raises Refused."""
    heads = frozenset({"main_head", "agency_head"})
    if not any(g.role in heads and not g.acting_for and g.department_id == department_id for g in desk.officer.grants):
        raise Refused("powers_by_head", "S1-二2")
    if not basis.strip():
        raise Refused("delegation_basis_missing", "S1-二2")
    held = {row.power: row for row in WindowGrant.objects.filter(department_id=department_id)}
    for power in powers - held.keys():
        row = WindowGrant(department_id=department_id, power=power, basis=basis.strip()[:200], starts_on=desk.today)
        row.save()
    for power in held.keys() - powers:
        held[power].delete()


def _end(row: Absence | Delegation, today: date) -> None:
    yesterday = today - timedelta(days=1)
    if row.starts_on > yesterday:
        row.delete()
    else:
        row.ends_on = min(row.ends_on, yesterday)
        row.save()
