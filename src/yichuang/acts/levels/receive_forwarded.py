"""接收转报件: the upper level confirms in writing what it got; only then is the case in its hands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage
from yichuang.acts.levels.steps import opened, own_stage, steps_done
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.acts.papers.terms import handed_in, stored_due
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.verdict import Refused

_TEXT = "S3-附件二(二)1"


@dataclass(frozen=True, slots=True)
class Reception:
    """Which forwarded case is received."""

    on: On


@case_act(verb="case.forward_received", materials=True)
def receive_forwarded(case: CaseFile, wish: Reception, ctx: Context) -> Work:
    """Issue the receipt (接收回执) and take the case over: its department is now this one, its review begins today.

    Basis: S3-附件二(二)1, S3-附件二(二)2, XKF-35
    """
    stage = own_stage(case, StageKind.FORWARD_RECEIPT, "case.forward_received", ctx.officer, ctx.directory)
    if stage is None:
        raise Refused("nothing_to_receive", _TEXT)
    sender = case.last(StageKind.FORWARDING)
    below = ctx.directory.departments[sender.department_id if sender else case.department_id]
    upper = ctx.directory.departments[stage.department_id]
    row = opened(case, steps_done(case), ctx, since=ctx.today, picked_up_on=ctx.today)
    receipt = numbered(
        DocumentKind.FORWARD_RECEIPT, replace(about(case, ctx), department=upper), ctx, to=below.name,
        accepted_on=case.accepted_on, own_due_on=row.values["due_on"], materials=handed_in(case),
        **stored_due(case, ctx.directory.calendar(case.profile)),
    )  # fmt: skip
    return Work(
        set={"department_id": upper.id, "handler_id": None},
        change=(close_stage(stage, "", ctx, picked_up_on=ctx.today),),
        add=(row,),
        papers=(replace(receipt, public=False),),
    )
