"""转报: the lower level sends its opinion and the whole file up; the applicant is asked for nothing again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import close_stage, open_stage
from yichuang.acts.levels.steps import department_at, own_stage, steps_done, way_of_case
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.acts.papers.terms import handed_in, stored_due
from yichuang.records.cases.history import stages_of
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.records.org.directory import Directory
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Forwarding:
    """Which case goes up, and a note for those who get it; may be empty."""

    on: On
    note: str = ""


@case_act(verb="case.forwarded", materials=True)
def forward(case: CaseFile, wish: Forwarding, ctx: Context) -> Work:
    """Close the forwarding with its letter (转报函: opinions and list of materials); the upper level must receive it.

    Basis: XKF-35, S3-附件二(二)1
    """
    stage = own_stage(case, StageKind.FORWARDING, "case.forwarded", ctx.officer, ctx.directory)
    follows = way_of_case(case).at(steps_done(case) + 1)
    if stage is None and case.stage(StageKind.FORWARD_RECEIPT):
        raise Refused("forwarded_already", "XKF-35")
    if stage is None or follows is None:
        raise Refused("nothing_to_forward", "XKF-35")
    here, upper = ctx.directory.departments[stage.department_id], department_at(follows, case, ctx.directory)
    letter = numbered(
        DocumentKind.FORWARDING, replace(about(case, ctx), department=here), ctx, to=upper.name, note=wish.note,
        accepted_on=case.accepted_on, materials=handed_in(case), opinions=_opinions(case, ctx.directory),
        **stored_due(case, ctx.directory.calendar(case.profile)),
    )  # fmt: skip
    return Work(
        set={"handler_id": None},
        change=(close_stage(stage, "", ctx, opinion=wish.note),),
        add=(open_stage(case, StageKind.FORWARD_RECEIPT.value, ctx, department_id=upper.id, due_on=None),),
        papers=(replace(letter, public=False),),
        payload={"note": wish.note} if wish.note else {},
    )


def _opinions(case: CaseFile, directory: Directory) -> list[dict[str, Any]]:
    """Return what the levels below have said, in their order."""
    rows: list[Any] = stages_of(case.region_code, case.id)
    return [
        {
            "level": directory.departments[stage.department_id].name, "who": directory.names.get(stage.assignee_id, ""),
            "conclusion": stage.get_conclusion_display(), "behalf": stage.effect == "behalf", "opinion": stage.opinion,
        }
        for stage in rows
        if stage.kind == StageKind.LOWER_REVIEW and stage.done_at
    ]  # fmt: skip
