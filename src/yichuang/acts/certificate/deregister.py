"""注销: a permit that has come to its end, for whatever reason, is struck off the register and this is announced."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work
from yichuang.acts.certificate.deciding import agreed, decision_paper, not_renewed, proposed
from yichuang.acts.certificate_act import Held, Of, certificate_act
from yichuang.acts.context import Context
from yichuang.records.certificates.models import CertificateAct, CertificateStatus
from yichuang.records.certificates.queries import open_renewal
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Deregistration:
    """Whether the paper itself was taken in (收回证件)."""

    of: Of
    returned: bool = False


@certificate_act(verb="certificate.deregistered")
def deregister(held: Held, wish: Deregistration, ctx: Context) -> Work:
    """Deregister the permit; one that ran out while its renewal waits is not expired at all.

    Basis: XKF-70, XKF-50.2
    """
    proposal = proposed(held, CertificateAct.DEREGISTER, ctx)
    waiting = open_renewal(held.row.region_code, held.row.id) if proposal.ground == "expired" else ""
    if waiting:
        raise Refused("renewal_open", "XKF-50.2", {"no": waiting})
    not_renewed(held.row, proposal.ground)
    paper = decision_paper(DocumentKind.DEREGISTRATION, held, proposal, ctx, returned=wish.returned)
    return Work(
        set={"status": CertificateStatus.DEREGISTERED.value},
        change=(agreed(proposal, ctx),),
        papers=(paper,),
        facts={"ground": proposal.ground, "returned": wish.returned},
    )
