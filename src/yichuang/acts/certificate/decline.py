"""不同意提请: what was proposed for a certificate is not done."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work
from yichuang.acts.certificate_act import Held, Of, certificate_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.records.certificates.models import Proposal
from yichuang.records.certificates.queries import open_proposal
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Declining:
    """Why the proposal is not followed."""

    of: Of
    reason: str


@certificate_act(verb="certificate.proposal_declined")
def decline(held: Held, wish: Declining, ctx: Context) -> Work:
    """Decide not to follow a proposal; the certificate stays as it is.

    Basis: XKF-8.1
    """
    proposal = open_proposal(held.row.region_code, held.row.id)
    if proposal is None:
        raise Refused("not_proposed", "XKF-8.1")
    if not wish.reason.strip():
        raise Refused("reason_missing", "XKF-8.1")
    change = Change(Proposal, proposal.id, {"decided_on": ctx.today, "agreed": False})
    return Work(change=(change,), facts={"act": proposal.act}, payload={"reason": wish.reason})
