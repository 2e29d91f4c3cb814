"""What all decisions on certificates share: the proposal of somebody else, the state, the paper with remedies."""

from __future__ import annotations

from typing import Any

from yichuang.acts.certificate_act import Held
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.norms import norms_of
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.acts.papers.remedies import remedy_fields
from yichuang.law.book import book
from yichuang.records.certificates.models import Certificate, Proposal
from yichuang.records.certificates.queries import open_proposal, successor_of
from yichuang.rules.after.certificates import MOVES, may_move
from yichuang.rules.after.renewal import is_over
from yichuang.rules.permissions import two_persons
from yichuang.rules.verdict import Refused


def proposed(held: Held, act: str, ctx: Context) -> Proposal:
    """Return the proposal that the decision follows: of this act, by somebody else, lawful in the present state.

    Raises: Refused.  Basis: XKF-69, XKF-70, S1-一审一核
    """
    proposal, norms = open_proposal(held.row.region_code, held.row.id), norms_of(held.case)
    if proposal is None or proposal.act != act:
        raise Refused("not_proposed", MOVES[act].basis)
    if norms.flag("separate_signatures"):
        basis = norms.basis("separate_signatures")
        two_persons(proposal.proposer_id, ctx.officer.user_id, basis).raise_if_refused()
    may_move(act, held.row.status, over=is_over(held.row.valid_to, ctx.today)).raise_if_refused()
    return proposal


def not_renewed(row: Certificate, ground: str) -> None:
    """Refuse to call a permit run out without renewal that a later certificate continues (已经延续).

    Raises: Refused.  Basis: XKF-70, XKF-50.2
    """
    follower = successor_of(row) if ground == "expired" else None
    if follower is not None:
        raise Refused("renewed_already", "XKF-70", {"no": follower.no})


def agreed(proposal: Proposal, ctx: Context) -> Change:
    """Return the change that closes the proposal."""
    return Change(Proposal, proposal.id, {"decided_on": ctx.today, "agreed": True})


def decision_paper(kind: str, held: Held, proposal: Proposal, ctx: Context, **fields: Any) -> Paper:
    """Return the decision on a certificate as a paper: what, why, on which ground, and the remedies.

    Basis: XKF-38.2, XKF-7
    """
    row, words = held.row, book().parameter(MOVES[proposal.act].grounds).options or {}
    shared = {
        "certificate_no": row.no, "certificate_name": row.type_name, "issued_on": row.issued_on,
        "valid_to": row.valid_to, "ground": words.get(proposal.ground, ""), "reason": proposal.reason,
        "heard": proposal.heard,
    }  # fmt: skip
    return numbered(kind, about(held.case, ctx), ctx, **remedy_fields(held.case, ctx), **(shared | fields))
