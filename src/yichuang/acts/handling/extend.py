"""延期: the decision limit is extended once, by the approver the norms name; the reason is told in writing."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, clock_of, dates_of, norms_of
from yichuang.acts.approver import approver
from yichuang.acts.context import Context
from yichuang.acts.handling.moving import moved_stages
from yichuang.acts.handling.stages import close_stage
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.acts.papers.terms import due_fields, extended_by, role_words, to_come
from yichuang.records.cases.models import Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.catalogue.options import filing_is_quick
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.models import DocumentKind
from yichuang.rules import limits
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.filings.concluding import may_extend_filing
from yichuang.rules.steps.proposing import was_proposed
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Extension:
    """How many days more, and why."""

    on: On
    days: int
    reason: str


@case_act(verb="case.extended")
def extend(case: CaseFile, wish: Extension, ctx: Context) -> Work:
    """Extend the decision limit and print the notice with the new date.

    A joint case has its own limit and approver; a co-department's own limit is not extended. Where a norm has it so
    the office in charge has proposed it, and somebody else approves.
    Basis: XKF-42.1, XKF-42.2, S0b-15, S0h-二(一)1.2
    """
    norms = norms_of(case)
    if filing_is_quick(version_of(case.item_version_id)):
        may_extend_filing(norms).raise_if_refused()
    joint = case.kind == CaseKind.JOINT
    role = approver(
        case, "case.extended", ctx, norms.get("joint_extension_approver" if joint else "extension_approver")
    )
    may_extend = limits.may_extend_joint if joint else limits.may_extend
    may_extend(clock_of(case, ctx), days=wish.days, approver=role, norms=norms, today=ctx.today).raise_if_refused()
    proposal = case.stage(StageKind.EXTENSION)
    was_proposed(
        proposal.asked_by_id if proposal else None, proposed=proposal is not None, approver=ctx.officer.user_id,
        norms=norms,
    ).raise_if_refused()  # fmt: skip
    if not wish.reason.strip():
        raise Refused("reason_missing", "XKF-42.1")
    fact = ClockFact(FactKind.EXTENDED, ctx.today, days=wish.days, by=role)
    dates = to_come(dates_of((*case.facts, fact), case, ctx), ctx.today)
    was = case.promised_due_on if dates["promised_due_on"] else case.due_on
    paper = numbered(
        DocumentKind.EXTENSION, about(case, ctx), ctx, basis=case.terms.extension_basis, days=wish.days,
        length=extended_by(wish.days, case.terms), reason=wish.reason, approver=role_words(role), was_due_on=was,
        **due_fields(dates, ctx.directory.calendar(case.profile)),
    )  # fmt: skip
    moved = moved_stages(case, (fact,), ctx)
    agreed = (close_stage(proposal, Conclusion.AGREE.value, ctx),) if proposal else ()
    return Work(clock=(fact,), papers=(paper,), change=(*moved, *agreed), payload={"reason": wish.reason})
