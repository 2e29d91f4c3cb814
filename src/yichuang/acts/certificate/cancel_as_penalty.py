"""吊销: the permit is cancelled as a penalty for what its holder did."""

from __future__ import annotations

from dataclasses import dataclass, field

from yichuang.acts.act import Work
from yichuang.acts.certificate.deciding import agreed, decision_paper, proposed
from yichuang.acts.certificate_act import Held, Of, certificate_act
from yichuang.acts.context import Context
from yichuang.acts.norms import norms_of
from yichuang.records.certificates.models import CertificateAct, CertificateStatus
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.after.penalty import ANSWERS, Offered, hearing_offered
from yichuang.rules.typed import typed
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class PenaltyCancellation:
    """Which law provides this penalty for what was done: the licence law itself names no kind of penalty.

    `offered`: how the hearing was offered to the holder, and what he answered (听证告知).
    """

    of: Of
    basis_words: str
    offered: Offered = field(default_factory=Offered)


@certificate_act(verb="certificate.cancelled")
def cancel_as_penalty(held: Held, wish: PenaltyCancellation, ctx: Context) -> Work:
    """Cancel the permit as an administrative penalty; the law that provides for it is named.

    Its holder was told that he may ask for a hearing, and the paper says what became of that.

    Basis: XKF-80, CFF-63.1(3), CFF-64.1(1)
    """
    proposal = proposed(held, CertificateAct.CANCEL, ctx)
    if not wish.basis_words.strip():
        raise Refused("penalty_basis_missing", "XKF-80")
    offered, case = wish.offered, held.case
    proof = typed(offered.proof, "听证的材料", 200)
    norms, calendar = norms_of(case), ctx.directory.calendar(case.profile)
    hearing_offered(offered, ctx.today, norms, calendar, since=held.row.issued_on).raise_if_refused()
    told = {"told_on": offered.told_on, "answer": offered.answer}
    paper = decision_paper(
        DocumentKind.PENALTY_CANCELLATION, held, proposal, ctx, basis_words=wish.basis_words,
        hearing_told_on=offered.told_on, hearing=ANSWERS[offered.answer], hearing_proof=proof,
    )  # fmt: skip
    return Work(
        set={"status": CertificateStatus.CANCELLED.value},
        change=(agreed(proposal, ctx),),
        papers=(paper,),
        facts={"ground": proposal.ground, "hearing": told},
        payload={"basis": wish.basis_words, "hearing_proof": proof},
    )
