"""撤销: a permit that should not have been granted, or was got by fraud, is revoked; fraud bars from applying again."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work
from yichuang.acts.certificate.banning import ban_of, told_of
from yichuang.acts.certificate.deciding import agreed, decision_paper, proposed
from yichuang.acts.certificate_act import Held, Of, certificate_act
from yichuang.acts.context import Context
from yichuang.records.applicants.models import BanKind
from yichuang.records.catalogue.regime import regime_of
from yichuang.records.catalogue.versions import version_of
from yichuang.records.certificates.models import CertificateAct, CertificateStatus
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.after.certificates import may_revoke, must_revoke


@dataclass(frozen=True, slots=True)
class Revocation:
    """Whether revoking could do major harm to the public interest, and how the holder is made good (赔偿)."""

    of: Of
    public_harm: bool = False
    compensation: str = ""


@certificate_act(verb="certificate.revoked")
def revoke(held: Held, wish: Revocation, ctx: Context) -> Work:
    """Revoke the permit: may on five grounds, must for fraud, never where the public interest would suffer major harm.

    Basis: XKF-69.1, XKF-69.2, XKF-69.3, XKF-69.4, XKF-79
    """
    proposal = proposed(held, CertificateAct.REVOKE, ctx)
    may_revoke(public_harm=wish.public_harm).raise_if_refused()
    fraud = must_revoke(proposal.ground)
    banned = None
    if fraud and regime_of(version_of(held.case.item_version_id)).safety:
        banned = ban_of(held.case, BanKind.FRAUD, ctx, certificate_id=held.row.id)
    paper = decision_paper(
        DocumentKind.REVOCATION, held, proposal, ctx, fraud=fraud, compensation="" if fraud else wish.compensation,
        **told_of(banned),
    )  # fmt: skip
    return Work(
        set={"status": CertificateStatus.REVOKED.value},
        add=(banned,) if banned else (),
        change=(agreed(proposal, ctx),),
        papers=(paper,),
        facts={"ground": proposal.ground},
        payload={"compensation": wish.compensation},
    )
