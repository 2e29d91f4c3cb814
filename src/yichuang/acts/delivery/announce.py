"""公告送达: who cannot be found is told by public notice; after its time it counts as delivered."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.delivery.ending import dispatch
from yichuang.acts.delivery.named import papers_of, ready, told_of
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.acts.papers.terms import told
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import DeliveryMethod, DispatchState
from yichuang.records.delivery.queries import attempts_of
from yichuang.records.documents.models import DocumentKind
from yichuang.records.documents.queries import PAPERS
from yichuang.rules.delivery.ways import announced_until, may_announce
from yichuang.rules.verdict import Refused

_FAILURES = (DispatchState.RETURNED, DispatchState.OPEN)


@dataclass(frozen=True, slots=True)
class Announcement:
    """Why there is no other way, and what was done before: it stays in the file (原因和经过)."""

    on: On
    ground: str
    reason: str


@case_act(verb="case.delivery_announced", beside=PAPERS)
def announce(case: CaseFile, wish: Announcement, ctx: Context) -> Work:
    """Publish the notice; the day on which its time has run is computed and told in it.

    Basis: MSF-95.1, MSF-95.2
    """
    decision = ready(case, wish.on)
    attempts = attempts_of(case.region_code, case.id, wish.on.document)
    if any(one.way == DeliveryMethod.NOTICE and one.state == DispatchState.OPEN for one in attempts):
        raise Refused("announced_already", "MSF-95.1")
    tried = any(one.way != DeliveryMethod.ELECTRONIC and one.state in _FAILURES for one in attempts)
    may_announce(wish.ground, tried=tried).raise_if_refused()
    if not wish.reason.strip():
        raise Refused("announce_reason_missing", "MSF-95.2")
    norms = norms_of(case)
    until = announced_until(ctx.today, norms, ctx.directory.calendar(case.profile))
    row = dispatch(
        case, ctx, DeliveryMethod.NOTICE.value, due_on=until, ground=wish.ground, reason=wish.reason.strip()[:500],
        receiver=case.applicant_name, document_id=wish.on.document,
    )  # fmt: skip
    paper = numbered(
        DocumentKind.DELIVERY_NOTICE, about(case, ctx), ctx, papers=papers_of(case, decision), until=until,
        limit=told(norms.term("public_delivery_limit")), granted=case.outcome == "granted",
    )  # fmt: skip
    return Work(add=(row,), papers=(paper,), facts={"until": until} | told_of(decision))
