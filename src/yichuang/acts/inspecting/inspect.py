"""核查检验: two or more officers look at the matter on the spot, by a standard, and say what they found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.handling.stages import close_stage, open_stage
from yichuang.acts.inspecting.ours import ours, sent_of
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import slip
from yichuang.records.cases.models import Conclusion, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.regime import regime_of
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.models import DocumentKind
from yichuang.records.hearings.models import Inspection, InspectionKind
from yichuang.records.ids import new_id
from yichuang.rules.hearing.inspections import SUBSTANCE, assign_by, may_inspect
from yichuang.rules.hearing.marking import were_sent
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Finding:
    """What kind of inspection, by whom, when, where, by which standard, what was found, and the files."""

    on: On
    kind: str
    officers: tuple[UUID, ...]
    day: date
    place: str
    findings: str
    passed: bool
    standard: str = ""
    files: Sequence[Mapping[str, Any]] = ()


@case_act(verb="case.inspected")
def inspect(case: CaseFile, wish: Finding, ctx: Context) -> Work:
    """Put an inspection on record: enough officers of ours, the standard, photographs where the item asks for them.

    Basis: XKF-34.3, XKF-55.2, S0c
    """
    if wish.kind not in InspectionKind.values:
        raise Refused("inspection_unknown", "XKF-55.2")
    if not wish.findings.strip() or not wish.place.strip():
        raise Refused("findings_missing", "XKF-55.2")
    if not (case.accepted_on or case.received_on) <= wish.day <= ctx.today:
        raise Refused("inspection_day", "XKF-55.2")
    if any(not ours(user_id, case, wish.day, ctx) for user_id in wish.officers):
        raise Refused("inspector_unknown", "XKF-55.2")
    norms, regime = norms_of(case), regime_of(version_of(case.item_version_id))
    sent = case.stage(StageKind.ASSIGNMENT) if wish.kind != SUBSTANCE else None
    asked = regime.assigned and wish.kind != SUBSTANCE
    were_sent(wish.officers, sent_of(case, sent), required=asked).raise_if_refused()
    photos = sum(str(file.get("media_type", "")).startswith("image/") for file in wish.files)
    evidence = photos > 0 or not regime.photos
    may_inspect(wish.kind, wish.officers, norms, evidence=evidence, standard=wish.standard).raise_if_refused()
    due = assign_by(case.accepted_on, norms, ctx.directory.calendar(case.profile)) if case.accepted_on else None
    kind = StageKind.SUBSTANCE if wish.kind == SUBSTANCE else StageKind.TESTING
    conclusion = (Conclusion.AGREE if wish.passed else Conclusion.DISAGREE).value
    stage = open_stage(
        case, kind.value, ctx, due_on=due, starts_on=wish.day, assignee_id=ctx.officer.user_id, done_at=ctx.at,
        conclusion=conclusion, opinion=wish.findings,
    )  # fmt: skip
    row = {
        "id": new_id(), "region_code": case.region_code, "case_id": case.id, "stage_id": stage.values["id"],
        "kind": wish.kind, "officers": sorted(str(user_id) for user_id in set(wish.officers)), "on": wish.day,
        "due_on": due, "place": wish.place, "standard": wish.standard, "findings": wish.findings,
        "passed": wish.passed, "files": [dict(file) for file in wish.files],
    }  # fmt: skip
    paper = slip(
        DocumentKind.INSPECTION, f"{case.no}-{case.ledger_seq + 1}", about(case, ctx), ctx, day=wish.day,
        place=wish.place, inspection=str(InspectionKind(wish.kind).label), standard=wish.standard,
        findings=wish.findings, passed=wish.passed, photos=photos,
        officers=[ctx.directory.names[user_id] for user_id in wish.officers],
    )  # fmt: skip
    # The law limits when officers are sent: where that is on record, its day counts, else the day they were there.
    late = due is not None and ((sent and sent.picked_up_on) or wish.day) > due
    change = (close_stage(sent, conclusion, ctx),) if sent else ()
    facts = {"passed": wish.passed, "late": late}
    return Work(add=(stage, Row(Inspection, row)), change=change, papers=(paper,), facts=facts)
