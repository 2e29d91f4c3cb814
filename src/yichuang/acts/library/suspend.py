"""暂扣: the issuing department's head takes a certificate out of force for a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yichuang.acts.act import Work
from yichuang.acts.certificate_act import Of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.library_act import library_act
from yichuang.records.certificates.models import Certificate, CertificateStatus, Suspension
from yichuang.records.certificates.queries import open_proposal
from yichuang.records.ids import new_id
from yichuang.rules.after.renewal import is_over
from yichuang.rules.library.suspending import lasts, may_suspend, told_enough
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Suspending:
    """On which ground, with which facts, what the holder said, by which decision, and until when if that is known."""

    of: Of
    ground: str
    reason: str
    heard: str = ""
    decision_no: str = ""
    until: date | None = None


@library_act(verb="certificate.suspended")
def suspend(row: Certificate, wish: Suspending, ctx: Context) -> Work:
    """Suspend a certificate: whoever verifies it from now on reads that it is not in force.

    Basis: AQTL-14.2, XKF-7
    """
    may_suspend(row.status, wish.ground, over=is_over(row.valid_to, ctx.today)).raise_if_refused()
    told_enough(wish.ground, wish.reason, wish.heard, wish.decision_no).raise_if_refused()
    lasts(ctx.today, wish.until).raise_if_refused()
    if open_proposal(row.region_code, row.id) is not None:
        raise Refused("proposed_already", "YC")
    values = {
        "id": new_id(), "region_code": row.region_code, "certificate_id": row.id, "ground": wish.ground,
        "reason": wish.reason.strip(), "heard": wish.heard.strip(), "decision_no": wish.decision_no.strip(),
        "starts_on": ctx.today, "until": wish.until, "by_id": ctx.officer.user_id, "ended_on": None,
        "end_reason": "",
    }  # fmt: skip
    return Work(
        set={"status": CertificateStatus.SUSPENDED.value},
        add=(Row(Suspension, values),),
        facts={"ground": wish.ground, "until": wish.until},
    )
