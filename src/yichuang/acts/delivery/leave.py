"""留置送达: who refuses to take a paper gets it left at his place, before witnesses or with the deed recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import ZONE, Context
from yichuang.acts.delivery.ending import Handed, Proof, delivered, dispatch, told
from yichuang.acts.delivery.named import ready
from yichuang.records.applicants.vault import seal
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import DeliveryMethod, DispatchState
from yichuang.records.documents.queries import PAPERS
from yichuang.rules.delivery.ways import may_leave, receipt_day
from yichuang.rules.typed import typed
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Leaving:
    """Who refused and why, where and when it was left, before whom (姓名和单位), and what shows it."""

    on: On
    refuser: str
    reason: str
    place: str
    left_on: date
    witnesses: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()


@case_act(verb="case.left_behind", beside=PAPERS)
def leave(case: CaseFile, wish: Leaving, ctx: Context) -> Work:
    """Record that the paper was left; it counts as delivered on that day.

    Basis: MSF-89, MSF-87
    """
    decision = ready(case, wish.on)
    if not (wish.refuser.strip() and wish.reason.strip() and wish.place.strip()):
        raise Refused("refusal_not_told", "MSF-89")
    witnesses = [name for words in wish.witnesses if (name := typed(words, "见证人", 160))]
    norms, recorded = norms_of(case), bool(wish.proofs)
    may_leave(wish.refuser, witnesses=witnesses, recorded=recorded, norms=norms).raise_if_refused()
    since = (decision.on if decision else None) or case.issued_on or case.decided_on or ctx.today
    receipt_day(wish.left_on, sent_on=since, today=ctx.today, basis="MSF-89").raise_if_refused()
    at = ctx.at if wish.left_on == ctx.today else datetime.combine(wish.left_on, time(0), tzinfo=ZONE)
    row = dispatch(
        case, ctx, DeliveryMethod.LEFT.value, state=DispatchState.DONE.value, ended_on=ctx.today,
        receiver=wish.refuser.strip(), reason=typed(wish.reason, "理由", 500), witnesses=witnesses,
        proofs=told(wish.proofs), address_cipher=seal(wish.place.strip(), case.id), document_id=wish.on.document,
    )  # fmt: skip
    seen = f"见证人：{'、'.join(witnesses)}" if witnesses else "送达过程已拍照、录像"
    note = f"拒绝接收：{wish.reason.strip()}；{seen}"
    handed = Handed(DeliveryMethod.LEFT.value, wish.refuser.strip(), "拒收", at, note, decision)
    return delivered(case, ctx, handed, add=(row,))
