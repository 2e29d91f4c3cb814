"""What the law asks of this case besides the ordinary course (特别程序一览): a panel of the case page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yichuang.acts.norms import norms_of
from yichuang.faces.office.hearing.lines import NOTHING_AFTER, After, Line, after_lines, after_of, sent_lines
from yichuang.records.cases.models import CaseState, Effect, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.catalogue.regime import regime_of
from yichuang.records.certificates.queries import asked_in_time
from yichuang.records.certificates.quota import quota_of
from yichuang.records.hearings.models import Hearing, Inspection, InterestedParty
from yichuang.records.hearings.queries import hearings_of, inspections_of, parties_of
from yichuang.records.org.directory import Directory
from yichuang.rules.hearing.inspections import assign_by
from yichuang.rules.hearing.quota import Quota

OURS = frozenset({
    StageKind.INTERESTED, StageKind.HEARING, StageKind.SUBSTANCE, StageKind.TESTING, StageKind.RENEWAL,
    StageKind.HEARING_WAIVER, StageKind.ASSIGNMENT, StageKind.MARKING, StageKind.COPY,
})  # fmt: skip
RUNNING = frozenset({CaseState.ACCEPTED, CaseState.REVIEWING, CaseState.VERIFYING, CaseState.DECIDING})


@dataclass(frozen=True, slots=True)
class Procedure:
    """Everything of the special course of a case."""

    lines: Sequence[Line]
    parties: Sequence[InterestedParty]
    hearings: Sequence[Hearing]
    inspections: Sequence[Inspection]
    running: bool
    quota: Quota | None = None
    after: After = NOTHING_AFTER

    @property
    def waiting(self) -> Hearing | None:
        """Return the hearing that is not held yet."""
        return next((one for one in reversed(self.hearings) if one.held_on is None), None)


def procedure_of(case: CaseFile, version: ItemVersion, directory: Directory, today: date) -> Procedure:
    """Return the special course of a case; without a query where there is none."""
    regime, stages = regime_of(version), [stage for stage in case.stages if stage.kind in OURS]
    kinds = {stage.kind for stage in stages}
    parties = parties_of(case.region_code, case.id) if StageKind.INTERESTED in kinds else []
    hearings = hearings_of(case.region_code, case.id) if StageKind.HEARING in kinds else []
    looked = kinds & {StageKind.SUBSTANCE, StageKind.TESTING}
    inspections = inspections_of(case.region_code, case.id) if looked else []
    quota = quota_of(case, regime.quota) if regime.quota and case.accepted_on else None
    after = after_of(case, version, inspections)
    lines = [
        *_parties(stages, regime.interested, today),
        *_hearings(hearings, regime.hearing),
        *sent_lines(case, regime, inspections, directory),
        *_inspections(case, regime, inspections, directory),
        *after_lines(case, stages, after),
        *_renewal(case, stages, today),
    ]
    if quota is not None:
        first = "" if not quota.earlier else f"；先受理、没有决定的 {len(quota.earlier)} 件：{'、'.join(quota.shown)}"
        light = "yellow" if quota.left <= len(quota.earlier) else "done"
        lines.append(Line("数量限制", light, f"共 {quota.number} 个，还剩 {quota.left} 个{first}"))
    return Procedure(lines, parties, hearings, inspections, case.state in RUNNING, quota, after)


def _parties(stages: Sequence[Any], flagged: bool, today: date) -> Iterator[Line]:
    told = [stage for stage in stages if stage.kind == StageKind.INTERESTED]
    if not told:
        if flagged:
            yield Line("利害关系人", "yellow", "事项直接关系他人重大利益，还没有告知")
        return
    running = [stage for stage in told if stage.due_on and today <= stage.due_on and stage.effect != Effect.WAIVED]
    waiting = [stage.due_on for stage in running if not stage.done]
    if waiting:
        yield Line("利害关系人", "yellow", "已告知，等陈述申辩或者要求听证", max(waiting))
    else:
        yield Line("利害关系人", "done", "陈述申辩已听取、已书面放弃听证，或者期限已满")
    if any(stage.kind == StageKind.HEARING for stage in stages):
        return
    first = next((stage.due_on for stage in told if stage.due_on), None)
    if any(stage.kind == StageKind.HEARING_WAIVER for stage in stages):
        yield Line("申请人", "done", "已书面放弃听证")
    elif first and today <= first:
        yield Line("申请人", "yellow", "还可以要求听证，期满或者书面放弃后再作决定", first)


def _hearings(hearings: Sequence[Hearing], required: bool) -> Iterator[Line]:
    if required and not hearings:
        yield Line("听证", "yellow", "事项依法应当听证，还没有通知")
    for one in hearings:
        if one.held_on is not None:
            yield Line("听证", "done", "已举行，决定要根据听证笔录作出")
        elif one.on is not None:
            yield Line("听证", "yellow", "已通知，等举行", one.on)
        else:
            yield Line("听证", "yellow", f"{one.get_origin_display()}，还没有通知，最晚举行日", one.hold_by)


def _inspections(case: CaseFile, regime: Any, rows: Sequence[Inspection], directory: Directory) -> Iterator[Line]:
    told = regime.assigned or case.stage(StageKind.ASSIGNMENT) is not None  # by the line of who was sent
    if regime.inspections and not told and not any(row.kind != "substance" for row in rows):
        calendar = directory.calendar(case.profile)
        due = assign_by(case.accepted_on, norms_of(case), calendar) if case.accepted_on else None
        yield Line("检验检测检疫", "yellow", "还没有，最晚指派", due)
    if regime.substance and not any(row.kind == "substance" for row in rows):
        yield Line("实质内容核查", "yellow", "需要两名以上工作人员核查，还没有")
    for row in rows:
        words = "符合" if row.passed else "不符合"
        yield Line(row.get_kind_display(), "done" if row.passed else "no", words, row.on)


def _renewal(case: CaseFile, stages: Sequence[Any], today: date) -> Iterator[Line]:
    for stage in stages:
        if stage.kind == StageKind.RENEWAL and stage.due_on:
            if stage.done:
                yield Line("延续", "done", "已作决定，原有效期至", stage.due_on)
            elif not asked_in_time(case):
                yield Line("延续", "yellow", "申请晚于规定的最迟日，逾期未决定不视为准予延续；原有效期至", stage.due_on)
            elif today > stage.due_on:
                yield Line("延续", "yellow", "有效期届满没有作决定，已视为准予延续；原有效期至", stage.due_on)
            else:
                yield Line("延续", "yellow", "有效期届满前要作决定，逾期视为准予延续", stage.due_on)
