"""批准处置: a second person agrees to a list of destruction or erasure."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from yichuang.acts.archive.disposal import OnList, answer, chain, disposable, read, staying
from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing
from yichuang.records.archive.models import Disposal, DisposalState
from yichuang.rules.permissions import two_persons
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class DisposalApproval:
    """Which list, and what is said to it."""

    on: OnList
    opinion: str


def approve_disposal(wish: DisposalApproval, ctx: Context) -> Filed:
    """Approve a list that somebody else proposed; it is carried out afterwards. What must be kept by now is left out.

    Raises: Refused, Conflict, KeyReused, NotFound.  Basis: DAF-21, S1-一审一核
    """
    first = repeated(wish.on.region_code, ctx)
    if first is not None:
        return first
    row = read(wish.on, "disposal.approved", ctx)
    if row.state != DisposalState.PROPOSED:
        raise Refused("disposal_answered", "DAF-21")
    two_persons(row.proposer_id, ctx.officer.user_id, "DAF-21").raise_if_refused()
    if not wish.opinion.strip():
        raise Refused("disposal_opinion_missing", "DAF-21")
    lines = _judged(row, ctx)
    filing = Filing(
        place=chain(row),
        verb="disposal.approved",
        set={
            "state": DisposalState.APPROVED.value, "opinion": wish.opinion.strip()[:500],
            "approver_id": ctx.officer.user_id, "answered_at": ctx.at, "items": lines,
        },
        facts={"left_out": [{"no": line["no"], "why": line["left"]} for line in lines if "left" in line]},
        answer=answer(row),
    )  # fmt: skip
    return file(filing, ctx)


def _judged(row: Disposal, ctx: Context) -> list[dict[str, str]]:
    """Judge every case of a list again; refuse when nothing of it may go."""
    verdicts = [(line, disposable(row.region_code, UUID(line["case_id"]), ctx)) for line in row.items]
    if not any(verdict.allowed for _, verdict in verdicts):
        raise Refused("disposal_all_kept", verdicts[0][1].basis)
    return [line if verdict.allowed else staying(line, verdict) for line, verdict in verdicts]
