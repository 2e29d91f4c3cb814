"""出具收件凭证: the window hands out the receipt slip, or the slip that promises an answer in time (收件处理单)."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, clock_of
from yichuang.acts.context import Context
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import slip
from yichuang.acts.papers.terms import answer_fields, handed_in, told
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind


@dataclass(frozen=True, slots=True)
class Receipt:
    """Whose receipt; `undecided` prints "5日内告知是否受理"."""

    on: On
    undecided: bool = False


@case_act(verb="case.received", materials=True)
def receive(case: CaseFile, wish: Receipt, ctx: Context) -> Work:
    """Hand out a receipt slip with the list of materials and the day of the answer.

    Basis: XKF-32.2, S0b-7
    """
    kind = DocumentKind.RECEIPT_PENDING if wish.undecided else DocumentKind.RECEIPT
    paper = slip(
        kind, f"{case.no}-{case.ledger_seq + 1}", about(case, ctx), ctx, answer=told(case.terms.answer),
        deemed=case.terms.deemed, materials=handed_in(case), receiver=ctx.officer.name,
        **answer_fields(clock_of(case, ctx).answer_by, ctx.directory.calendar(case.profile)),
    )  # fmt: skip
    return Work(set={"clerk_id": ctx.officer.user_id}, papers=(paper,))
