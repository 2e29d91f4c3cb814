"""公告期满视为送达: the sweep records what the law attaches to the period; a missed night changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import ZONE, Context
from yichuang.acts.delivery.ending import Handed, delivered, ended
from yichuang.acts.delivery.named import named
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import DeliveryMethod, DispatchState
from yichuang.records.delivery.queries import latest
from yichuang.records.documents.queries import PAPERS
from yichuang.rules.delivery.ways import may_deem


@dataclass(frozen=True, slots=True)
class NoticeOver:
    """Which case."""

    on: On


@case_act(verb="case.delivery_deemed", beside=PAPERS)
def deem_delivered(case: CaseFile, wish: NoticeOver, ctx: Context) -> Work:
    """Record the delivery under the last day of the notice, whenever the sweep comes by; a result closes the case.

    Basis: MSF-95.1
    """
    decision = named(case, wish.on)
    way, going = DeliveryMethod.NOTICE, DispatchState.OPEN
    notice = latest(case.region_code, case.id, way, going, document_id=wish.on.document)
    due_on = notice.due_on if notice else None
    may_deem(due_on, ctx.today).raise_if_refused()
    assert notice is not None
    assert due_on is not None
    at = datetime.combine(due_on, time(23, 59, 59), tzinfo=ZONE)
    note = f"{notice.since:%Y年%-m月%-d日}发出公告，公告期满，视为送达"
    handed = Handed(DeliveryMethod.NOTICE.value, case.applicant_name, "公告", at, note, decision)
    return delivered(case, ctx, handed, change=(ended(notice, ctx),))
