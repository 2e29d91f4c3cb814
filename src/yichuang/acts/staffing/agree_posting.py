"""同意更换人员: the centre agrees to who replaces somebody at a window; from now on his post is in force."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.staffing.book import NotInRoster, known_to_all, under
from yichuang.records.org.models import Posting
from yichuang.records.org.postings import agree_to
from yichuang.rules.staff import standing


@dataclass(frozen=True, slots=True)
class PostingConsent:
    """To which posting the centre agrees."""

    id: UUID


def agree_posting(wish: PostingConsent, ctx: Context) -> Filed:
    """Put the consent on record.

    Raises: NotInRoster, Refused (not the centre's director), Conflict, KeyReused.  Basis: S1-四1
    """
    rows = Posting.objects.select_related("centre__region")
    row = rows.filter(pk=wish.id, replaces__isnull=False).first()
    if row is None:
        raise NotInRoster(str(wish.id))
    region = row.centre.region.code
    first = repeated(region, ctx)
    if first is not None:
        return first
    if row.consented_on is not None:
        raise NotInRoster(str(wish.id))
    standing.may_consent(standing.Asked(ctx.officer, ctx.today), frozenset({region})).raise_if_refused()
    filing = Filing(
        verb="staff.posting_agreed",
        set={},
        facts={"posting": row.id, "consented_on": ctx.today},
        **under(region, ctx),
    )
    with known_to_all():
        filed = file(filing, ctx)
        agree_to(row, ctx.today)
        return filed
