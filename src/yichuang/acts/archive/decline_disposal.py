"""不同意处置: a second person does not agree; nothing is destroyed."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.archive.disposal import OnList, answer, chain, read
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.records.archive.models import DisposalState
from yichuang.rules.permissions import two_persons
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class DisposalRefusal:
    """Which list, and why not."""

    on: OnList
    opinion: str


def decline_disposal(wish: DisposalRefusal, ctx: Context) -> Filed:
    """Decline a list, with the reason.

    Raises: Refused, Conflict, KeyReused, NotFound.  Basis: DAF-21, S1-一审一核
    """
    first = repeated(wish.on.region_code, ctx)
    if first is not None:
        return first
    row = read(wish.on, "disposal.declined", ctx)
    if row.state != DisposalState.PROPOSED:
        raise Refused("disposal_answered", "DAF-21")
    two_persons(row.proposer_id, ctx.officer.user_id, "DAF-21").raise_if_refused()
    if not wish.opinion.strip():
        raise Refused("disposal_reason_missing", "DAF-21")
    filing = Filing(
        place=chain(row),
        verb="disposal.declined",
        set={
            "state": DisposalState.DECLINED.value, "opinion": wish.opinion.strip()[:500],
            "approver_id": ctx.officer.user_id, "answered_at": ctx.at,
        },
        answer=answer(row),
    )  # fmt: skip
    return file(filing, ctx)
