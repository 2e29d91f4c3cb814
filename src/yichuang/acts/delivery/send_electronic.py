"""电子送达: the papers reach the applicant's own box; the day on which they reach it is the day of delivery."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.delivery.ending import Handed, delivered, ended
from yichuang.acts.delivery.named import ready
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import DeliveryMethod, DispatchState
from yichuang.records.delivery.queries import latest
from yichuang.records.documents.queries import PAPERS, unmade_of
from yichuang.rules.delivery.ways import may_send
from yichuang.rules.typed import typed
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class ElectronicDelivery:
    """Which case, and where on the net a review of the decision is asked for (网上复议渠道)."""

    on: On
    channel: str = ""


@case_act(verb="case.electronically_delivered", beside=PAPERS)
def send_electronic(case: CaseFile, wish: ElectronicDelivery, ctx: Context) -> Work:
    """Deliver into the box of who agreed to it; every paper has to be there to be read. Paper copies stay available.

    Basis: MSF-90.1, MSF-90.2, FYF-22.2
    """
    decision = ready(case, wish.on)
    standing = latest(case.region_code, case.id, DeliveryMethod.ELECTRONIC, document_id=wish.on.document)
    agreed = standing is not None and standing.state == DispatchState.AGREED
    may_send(agreed=agreed, norms=norms_of(case), channel=wish.channel).raise_if_refused()
    if unmade_of(case.region_code, case.no):
        raise Refused("papers_not_made", "MSF-90.1")
    handed = Handed(
        DeliveryMethod.ELECTRONIC.value,
        case.applicant_name,
        "本人",
        ctx.at,
        f"送达信息已到达受送达人在本平台的“我的办件”{_told(wish.channel)}",
        decision,
    )
    change = (ended(standing, ctx),) if standing is not None and agreed else ()
    return delivered(case, ctx, handed, change=change)


def _told(channel: str) -> str:
    """Return where a review is asked for on the net.  Basis: FYF-22.2"""
    named = typed(channel, "网上复议渠道", 120)
    return f"；网上提交行政复议申请书：{named}" if named else ""
