"""中止计时: a special procedure begins whose time does not count; the applicant is told in writing."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, clock_of, norms_of
from yichuang.acts.approver import approver
from yichuang.acts.context import Context
from yichuang.acts.handling.moving import moved_stages
from yichuang.acts.joint.parts import only_lead
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.acts.papers.terms import due_fields, role_words
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.options import lawful_steps
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.models import DocumentKind
from yichuang.rules import limits
from yichuang.rules.clockwork.pauses import name_of
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.steps.discretionary import may_stop
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Pause:
    """Which special procedure (特殊环节), how long it is expected to take, why."""

    on: On
    kind: str
    expected_days: int
    reason: str


@case_act(verb="case.paused")
def pause(case: CaseFile, wish: Pause, ctx: Context) -> Work:
    """Stop the clock from today on, for a procedure that the norms list, with the approver they name.

    In a joint case only the lead does, and the clocks of the co-departments stop with its own. Where steps
    that no law asks for run inside the limit, it stops only for those that the item lists as lawful.

    Basis: XKF-45, S0b-16, S0h-中止审批, S3-附件一(三)3
    """
    only_lead(case, "case.paused", ctx)
    norms = norms_of(case)
    role = approver(case, "case.paused", ctx, norms.get("pause_approver"))
    limits.may_pause(
        clock_of(case, ctx), kind=wish.kind, approver=role,
        handler_is_approver=case.handler_id is not None and case.handler_id == ctx.officer.user_id,
        norms=norms, today=ctx.today,
    ).raise_if_refused()  # fmt: skip
    may_stop(wish.kind, lawful_steps(version_of(case.item_version_id)), norms).raise_if_refused()
    if not wish.reason.strip() or wish.expected_days < 1:
        raise Refused("pause_reason_missing", "XKF-45")
    dates = {"due_on": case.due_on, "promised_due_on": case.promised_due_on}
    paper = numbered(
        DocumentKind.PAUSE, about(case, ctx), ctx, basis=case.terms.pause_basis, procedure=name_of(wish.kind),
        expected_days=wish.expected_days, reason=wish.reason, approver=role_words(role),
        **due_fields(dates, ctx.directory.calendar(case.profile)),
    )  # fmt: skip
    fact = ClockFact(FactKind.PAUSED, ctx.today, pause=wish.kind)
    return Work(
        clock=(fact,), papers=(paper,), change=moved_stages(case, (fact,), ctx),
        facts={"expected_days": wish.expected_days}, payload={"reason": wish.reason},
    )  # fmt: skip
