"""What every manner of delivery ends with (送达回证): the receipt, the paper, and for a result the closed case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from yichuang.acts.act import Work
from yichuang.acts.context import ZONE, Context
from yichuang.acts.delivery.named import papers_of, told_of
from yichuang.acts.filing.shapes import Change, Row
from yichuang.acts.papers.about import about, handed_at
from yichuang.acts.papers.paper import slip
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import Delivery, DeliveryMethod, Dispatch, DispatchState
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.ids import new_id
from yichuang.rules.facts import ClockFact, FactKind


@dataclass(frozen=True, slots=True)
class Proof:
    """A file that proves a delivery: signature, receipt of the post, photograph (凭据). It is in the store already."""

    digest: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Handed:
    """Who got it, how, when and what is to be noted."""

    method: str
    receiver: str
    relation: str
    at: datetime
    note: str = ""
    decision: Document | None = None  # delivered later, instead of the result


def dispatch(case: CaseFile, ctx: Context, way: str, **more: Any) -> Row:
    """Return the row of an attempt that is under way."""
    row = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "document_id": None, "way": way,
        "state": DispatchState.OPEN.value, "since": ctx.today, "due_on": None, "ended_on": None, "opened_at": None,
        "officer_id": ctx.officer.user_id, "courier": "", "waybill": "", "ground": "", "code": "", "receiver": "",
        "address_cipher": "", "reason": "", "witnesses": [], "proofs": [],
    }  # fmt: skip
    return Row(Dispatch, row | more)


def ended(found: Dispatch, ctx: Context, state: str = DispatchState.DONE, **more: Any) -> Change:
    """Return the change that ends an attempt."""
    return Change(Dispatch, found.id, {"state": str(state), "ended_on": ctx.today} | more)


def told(proofs: tuple[Proof, ...]) -> list[dict[str, Any]]:
    """Return proofs as a row keeps them."""
    return [asdict(proof) for proof in proofs]


def delivered(
    case: CaseFile, ctx: Context, handed: Handed, *, add: tuple[Row, ...] = (), change: tuple[Change, ...] = ()
) -> Work:
    """Return the receipt, and the case closed where its result was delivered and no later decision.

    The day of delivery is the one of `handed`, which remedies count from.  Basis: XKF-44, S0b-21, MSF-87
    """
    decision = handed.decision
    local = handed.at.astimezone(ZONE)
    row = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "receiver": handed.receiver,
        "document_id": decision.id if decision is not None else None,
        "relation": handed.relation, "method": handed.method, "delivered_at": handed.at,
        "deliverer_id": ctx.officer.user_id, "note": handed.note[:200],
    }  # fmt: skip
    fields: Mapping[str, Any] = {
        "receiver": handed.receiver, "relation": handed.relation, "note": handed.note,
        "method": str(DeliveryMethod(handed.method).label), "papers": papers_of(case, decision),
        "place": handed_at(case, ctx),
        "delivered_on": local.date(), "time": f"{local:%-H时%M分}" if handed.at == ctx.at else "",
    }  # fmt: skip
    paper = slip(DocumentKind.DELIVERY, f"{case.no}-{case.ledger_seq + 1}", about(case, ctx), ctx, **fields)
    closes = decision is None
    return Work(
        clock=(ClockFact(FactKind.CLOSED, ctx.today),) if closes else (),
        set={"closed_on": ctx.today} if closes else {},
        add=(Row(Delivery, row), *add),
        change=change,
        papers=(paper,),
        facts=told_of(decision),
    )
