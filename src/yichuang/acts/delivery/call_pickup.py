"""通知领取: the applicant gets a six-digit code with which the result is fetched at the window (取件单)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.delivery.ending import dispatch
from yichuang.acts.delivery.named import papers_of, ready, told_of
from yichuang.acts.filing.shapes import Change
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import slip
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import DeliveryMethod, Dispatch, DispatchState
from yichuang.records.delivery.queries import latest
from yichuang.records.documents.models import DocumentKind
from yichuang.records.documents.queries import PAPERS

_BRING = ("有效身份证件", "本取件单", "委托他人领取的，另带授权委托书和受托人身份证件")


@dataclass(frozen=True, slots=True)
class PickupCall:
    """Which result waits; a second call gives a new code and ends the old one."""

    on: On


@case_act(verb="case.pickup_called", beside=PAPERS)
def call_pickup(case: CaseFile, wish: PickupCall, ctx: Context) -> Work:
    """Draw a code and print the slip that carries it.

    Basis: XKF-44, S0h-二(一)1
    """
    decision = ready(case, wish.on)
    code = f"{secrets.randbelow(10**6):06d}"
    way, document_id = DeliveryMethod.WINDOW.value, wish.on.document
    waiting = latest(case.region_code, case.id, way, DispatchState.OPEN, document_id=document_id)
    window = next((ctx.directory.windows.get(grant.window_id) for grant in ctx.officer.grants if grant.window_id), None)
    paper = slip(
        DocumentKind.PICK_UP, f"{case.no}-{case.ledger_seq + 1}", about(case, ctx), ctx, code=code,
        papers=papers_of(case, decision), window=f"{window.name} {window.no}" if window else "", ready_on=ctx.today,
        keep_until="", bring=list(_BRING), later=decision is not None,
    )  # fmt: skip
    told = told_of(decision)
    if waiting is not None:
        again = Change(Dispatch, waiting.id, {"code": code, "since": ctx.today})
        return Work(change=(again,), papers=(paper,), facts=told)
    return Work(add=(dispatch(case, ctx, way, code=code, document_id=document_id),), papers=(paper,), facts=told)
