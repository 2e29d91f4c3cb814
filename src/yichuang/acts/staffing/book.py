"""What the acts on stand-ins and granted powers share: the book of the centre (人员授权簿), and how they file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import transaction

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change, Place
from yichuang.records.ids import new_id
from yichuang.records.ledger.canonical import GENESIS
from yichuang.records.org.models import Absence, Delegation, StaffBook, raise_facts_version
from yichuang.records.org.models.standing_in import SUBJECT


class NotInRoster(Exception):
    """What the act is about is not there, or not before this officer."""


def under(region_code: str, ctx: Context) -> dict[str, Any]:
    """Return where the chain of the centre's book stands, and the post under which the officer writes in it."""
    grants = [grant for grant in ctx.officer.grants if grant.region_code == region_code]
    grant = min(grants, key=lambda one: one.acting_for is not None, default=None)
    row = StaffBook.objects.filter(region_code=region_code).first()
    if row is None:
        place = Place(StaffBook, SUBJECT, region_code, new_id(), prev_hash=GENESIS)
    else:
        place = Place(StaffBook, SUBJECT, region_code, row.id, row.version, row.ledger_seq, row.ledger_hash)
    return {
        "place": place,
        "post_id": grant.post_id if grant else None,
        "acting_for_id": grant.acting_for if grant else None,
        "create": row is None,
    }


@contextmanager
def known_to_all() -> Iterator[None]:
    """File within: every picture of the organisation is old from then on."""
    with transaction.atomic():
        yield
        raise_facts_version()


def ended(row: Absence | Delegation, ctx: Context) -> Change:
    """Return the change that ends a row from today on; one that had not begun is struck out, none is deleted."""
    yesterday = ctx.today - timedelta(days=1)
    values = {"struck_on": ctx.today} if row.starts_on > yesterday else {"ends_on": min(row.ends_on, yesterday)}
    return Change(type(row), row.pk, values)
