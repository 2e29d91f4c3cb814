"""任岗: somebody is given a post from a day on; at a window a replacement waits for the centre's consent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.staffing.book import NotInRoster, known_to_all, under
from yichuang.acts.staffing.postings import known_before
from yichuang.records.ids import new_id
from yichuang.records.org.postings import add_posting
from yichuang.rules.staff import posting
from yichuang.rules.staff.roster import Post
from yichuang.rules.staff.standing import Asked, Written


@dataclass(frozen=True, slots=True)
class NewPosting:
    """Who gets which post, where, from when to when, in whose place, and on which paper."""

    user_id: UUID
    role: str
    region_code: str
    starts_on: date
    basis: str
    department_id: UUID | None = None
    window_id: UUID | None = None
    ends_on: date | None = None
    is_b: bool = False
    replaces: UUID | None = None


def post_person(wish: NewPosting, ctx: Context) -> Filed:
    """Put a new posting on record and into the roster.

    Raises: NotInRoster, Refused (not his to give, himself, no paper, odd span or place), Conflict, KeyReused.
    Basis: S1-四1
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    centre = ctx.directory.centres.get(wish.region_code)
    if centre is None or not _there(wish, centre.pk, ctx):
        raise NotInRoster(wish.region_code)
    wanted = Post(
        new_id(), wish.user_id, wish.role, wish.region_code, wish.department_id, wish.window_id, wish.starts_on,
        wish.ends_on, wish.is_b,
    )  # fmt: skip
    agreed = posting.consented(wanted, ctx.officer)
    wanted = replace(wanted, awaits_consent=not agreed)
    old = next((post for post in ctx.directory.roster.posts if post.id == wish.replaces), None)
    asked = Asked(ctx.officer, ctx.today)
    posting.may_post(wanted, old, Written(wish.basis), ctx.directory.roster, asked).raise_if_refused()
    values = {
        "id": wanted.id, "user_id": wish.user_id, "role": wish.role, "department_id": wish.department_id,
        "window_id": wish.window_id, "starts_on": wish.starts_on, "ends_on": wish.ends_on, "is_b": wish.is_b,
        "replaces_id": old.id if old else None, "consented_on": ctx.today if old and agreed else None,
    }  # fmt: skip
    facts = {"row": values, "basis": wish.basis.strip()[:200], "known": known_before(wish.region_code)}
    filing = Filing(
        verb="staff.posted", set={}, facts=facts, answer={"id": str(wanted.id)}, **under(wish.region_code, ctx)
    )  # fmt: skip
    with known_to_all():
        filed = file(filing, ctx)
        add_posting(values, centre.pk)
        return filed


def _there(wish: NewPosting, centre_id: UUID, ctx: Context) -> bool:
    """Say whether department and window are those of the centre."""
    department = ctx.directory.departments.get(wish.department_id) if wish.department_id else None
    window = ctx.directory.windows.get(wish.window_id) if wish.window_id else None
    far = department is not None and department.centre_id != centre_id
    return (
        not far
        and (window is None or window.centre_id == centre_id)
        and (bool(department) is bool(wish.department_id) and bool(window) is bool(wish.window_id))
    )
