"""吊销: the permit is cancelled as a penalty for what its holder did."""

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
class PenaltyCancellation:
    """Which law provides this penalty for what was done: the licence law itself names no kind of penalty."""

    of: Of
    basis_words: str


@certificate_act(verb="certificate.cancelled")
def cancel_as_penalty(held: Held, wish: PenaltyCancellation, ctx: Context) -> Work:
    """Cancel the permit as an administrative penalty; the law that provides for it is named.

    Basis: XKF-80
    """
    proposal = proposed(held, CertificateAct.CANCEL, ctx)
    if not wish.basis_words.strip():
        raise Refused("penalty_basis_missing", "XKF-80")
    paper = decision_paper(DocumentKind.PENALTY_CANCELLATION, held, proposal, ctx, basis_words=wish.basis_words)
    return Work(
        set={"status": CertificateStatus.CANCELLED.value},
        change=(agreed(proposal, ctx),),
        papers=(paper,),
        facts={"ground": proposal.ground},
        payload={"basis": wish.basis_words},
    )
