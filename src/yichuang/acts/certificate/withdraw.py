"""撤回: a lawful permit is taken back because law or circumstances changed and the public interest asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work
from yichuang.acts.certificate.deciding import agreed, decision_paper, proposed
from yichuang.acts.certificate_act import Held, Of, certificate_act
from yichuang.acts.context import Context
from yichuang.records.certificates.models import CertificateAct, CertificateStatus
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class TakingBack:
    """Which public interest asks for it, and what is paid for the loss (补偿)."""

    of: Of
    public_interest: str
    compensation: str


@certificate_act(verb="certificate.withdrawn")
def withdraw_certificate(held: Held, wish: TakingBack, ctx: Context) -> Work:
    """Take a permit back; the public interest is named, and how the holder's loss is made good.

    Basis: XKF-8.2
    """
    proposal = proposed(held, CertificateAct.WITHDRAW, ctx)
    if not wish.public_interest.strip():
        raise Refused("public_interest_missing", "XKF-8.2")
    if not wish.compensation.strip():
        raise Refused("compensation_missing", "XKF-8.2")
    paper = decision_paper(
        DocumentKind.TAKEN_BACK, held, proposal, ctx, public_interest=wish.public_interest,
        compensation=wish.compensation,
    )  # fmt: skip
    return Work(
        set={"status": CertificateStatus.WITHDRAWN.value},
        change=(agreed(proposal, ctx),),
        papers=(paper,),
        facts={"ground": proposal.ground},
        payload={"public_interest": wish.public_interest, "compensation": wish.compensation},
    )
