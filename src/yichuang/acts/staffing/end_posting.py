"""离岗: somebody leaves a post; today is its last day, and what he holds has to be handed over."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.acts.staffing.book import NotInRoster, known_to_all, under
from yichuang.acts.staffing.postings import known_before
from yichuang.records.org.models import Posting
from yichuang.records.org.postings import end_posting as ended
from yichuang.rules.staff import posting
from yichuang.rules.staff.standing import Asked, Written


@dataclass(frozen=True, slots=True)
class PostingEnd:
    """Which posting ends, and on which paper."""

    id: UUID
    basis: str


def end_posting(wish: PostingEnd, ctx: Context) -> Filed:
    """Put the end of a posting on record.

    Raises: NotInRoster, Refused (not his to end, himself, no paper), Conflict, KeyReused.  Basis: S1-四1
    """
    post = next((one for one in ctx.directory.roster.posts if one.id == wish.id), None)
    if post is None:
        raise NotInRoster(str(wish.id))
    first = repeated(post.region_code, ctx)
    if first is not None:
        return first
    if post.ends_on is not None and post.ends_on <= ctx.today:
        raise NotInRoster(str(wish.id))
    posting.may_end_posting(post, Written(wish.basis), Asked(ctx.officer, ctx.today)).raise_if_refused()
    facts = {
        "posting": post.id, "ends_on": ctx.today, "basis": wish.basis.strip()[:200],
        "known": known_before(post.region_code),
    }  # fmt: skip
    filing = Filing(verb="staff.posting_ended", set={}, facts=facts, **under(post.region_code, ctx))
    with known_to_all():
        filed = file(filing, ctx)
        ended(Posting.objects.get(pk=post.id), ctx.today)
        return filed
