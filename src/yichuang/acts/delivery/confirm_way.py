"""确认送达方式和地址: how and where the applicant receives the result, as he says it himself; it may be changed."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import ZONE, Context
from yichuang.acts.delivery.ending import dispatch, ended
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import slip
from yichuang.records.applicants.vault import seal, unseal
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import DeliveryMethod, DispatchState
from yichuang.records.delivery.queries import confirmed_way, latest
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.delivery.ways import may_confirm
from yichuang.rules.typed import typed


@dataclass(frozen=True, slots=True)
class WayConfirmed:
    """Fetched at the window, or posted: to whom and where."""

    on: On
    way: str
    receiver: str = ""
    address: str = ""


@case_act(verb="case.delivery_way_confirmed")
def confirm_way(case: CaseFile, wish: WayConfirmed, ctx: Context) -> Work:
    """Put the manner and the address on record, with its paper (送达地址确认书).

    What was confirmed before is replaced, and stays in the ledger.

    Basis: MSF-91, S3-附件二(二)3
    """
    receiver = typed(wish.receiver, "收件人", 60)
    posted = wish.way == DeliveryMethod.POST
    address = typed(wish.address, "收件地址", 200) if posted else ""
    before = confirmed_way(case.region_code, case.id)
    standing = (before.way, before.receiver, unseal(before.address_cipher, case.id)) if before else None
    under_way = latest(case.region_code, case.id, DeliveryMethod.POST, DispatchState.OPEN) is not None
    may_confirm((wish.way, receiver, address), standing, under_way=under_way).raise_if_refused()
    cipher = seal(address, case.id) if address else ""
    row = dispatch(
        case, ctx, wish.way, state=DispatchState.CONFIRMED.value, receiver=receiver, address_cipher=cipher
    )  # fmt: skip
    consent = latest(case.region_code, case.id, DeliveryMethod.ELECTRONIC, DispatchState.AGREED)
    paper = slip(
        DocumentKind.DELIVERY_WAY, f"{case.no}-{case.ledger_seq + 1}", about(case, ctx), ctx, way=wish.way,
        receiver=receiver, deliver_to_cipher=cipher, electronic=consent is not None, online=not ctx.officer.grants,
        changed=before is not None, time=f"{ctx.at.astimezone(ZONE):%-H时%M分}",
    )  # fmt: skip
    return Work(
        add=(row,),
        papers=(paper,),
        change=(ended(before, ctx, DispatchState.REPLACED),) if before else (),
        facts={"way": wish.way, "changed": before is not None},
    )
