"""解除暂扣: what stood in the way is mended, or the time is over; the certificate is in force again."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work
from yichuang.acts.certificate_act import Of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Change
from yichuang.acts.library_act import library_act
from yichuang.records.certificates.library import open_suspension
from yichuang.records.certificates.models import Certificate, CertificateStatus, Suspension
from yichuang.rules.library.suspending import may_resume
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Resuming:
    """Why the suspension ends."""

    of: Of
    reason: str


@library_act(verb="certificate.resumed")
def resume(row: Certificate, wish: Resuming, ctx: Context) -> Work:
    """End a suspension.  Basis: AQTL-14.2"""
    standing = open_suspension(row.region_code, row.id)
    may_resume(row.status, since=standing.starts_on if standing else None).raise_if_refused()
    assert standing is not None
    if not wish.reason.strip():
        raise Refused("reason_missing", "AQTL-14.2")
    return Work(
        set={"status": CertificateStatus.VALID.value},
        change=(Change(Suspension, standing.id, {"ended_on": ctx.today, "end_reason": wish.reason.strip()}),),
    )
