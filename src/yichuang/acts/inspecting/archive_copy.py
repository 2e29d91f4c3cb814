"""副本归档: a copy of the certificate goes back to an officer who inspected, and is put with his own papers."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import Context
from yichuang.acts.handling.stages import open_stage
from yichuang.records.cases.models import CaseOutcome, Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.certificates.queries import certificates_of
from yichuang.records.hearings.queries import inspections_of
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class CopyArchived:
    """Of which case the copy came."""

    on: On


@case_act(verb="case.copy_archived")
def archive_copy(case: CaseFile, wish: CopyArchived, ctx: Context) -> Work:
    """Put on record that the officer who inspected has the copy; once for a case.

    Basis: S0c
    """
    held = certificates_of(case.region_code, case.id) if case.outcome == CaseOutcome.GRANTED else []
    if not held:
        raise Refused("not_issued", "S0c")
    if case.last(StageKind.COPY) is not None:
        raise Refused("copy_archived_already", "S0c")
    if not any(ctx.officer.user_id in row.people for row in inspections_of(case.region_code, case.id)):
        raise Refused("copy_not_yours", "S0c")
    told = {"certificates": [row.no for row in held]}
    stage = open_stage(
        case, StageKind.COPY.value, ctx, due_on=None, assignee_id=ctx.officer.user_id, done_at=ctx.at,
        conclusion=Conclusion.AGREE.value, particulars=told,
    )  # fmt: skip
    return Work(add=(stage,), facts={"certificates": len(held)})
