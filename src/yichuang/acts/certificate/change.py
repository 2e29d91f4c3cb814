"""变更: what a permit says is changed, at its holder's wish or because law or circumstances changed."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work
from yichuang.acts.certificate.deciding import agreed, decision_paper, proposed
from yichuang.acts.certificate_act import Held, Of, certificate_act
from yichuang.acts.context import Context
from yichuang.records.certificates.models import CertificateAct
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.verdict import Refused

HOLDER_ASKS = "holder_asks"


@dataclass(frozen=True, slots=True)
class CertificateChange:
    """What it says from now on, in words; what is paid where the holder did not ask for it (补偿)."""

    of: Of
    changes: str
    compensation: str = ""


@certificate_act(verb="certificate.changed")
def change_certificate(held: Held, wish: CertificateChange, ctx: Context) -> Work:
    """Change the permit; the certificate keeps its number, and the decision goes with it.

    Basis: XKF-49, XKF-8.2
    """
    proposal = proposed(held, CertificateAct.CHANGE, ctx)
    if not wish.changes.strip():
        raise Refused("changes_missing", "XKF-49")
    if proposal.ground != HOLDER_ASKS and not wish.compensation.strip():
        raise Refused("compensation_missing", "XKF-8.2")
    paper = decision_paper(
        DocumentKind.CHANGE, held, proposal, ctx, changes=wish.changes, compensation=wish.compensation
    )
    told = f"{held.row.changes}\n{ctx.today.isoformat()} {wish.changes.strip()}".strip()
    return Work(
        set={"changes": told},
        change=(agreed(proposal, ctx),),
        papers=(paper,),
        facts={"ground": proposal.ground},
        payload={"compensation": wish.compensation},
    )
