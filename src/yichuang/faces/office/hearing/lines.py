"""What stands in the panel before and after an inspection (指派、标签、副本): who was sent, what was marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yichuang.acts.norms import norms_of
from yichuang.records.cases.models import CaseOutcome, CaseState, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.catalogue.regime import Regime, regime_of
from yichuang.records.hearings.models import Inspection
from yichuang.records.hearings.queries import assigned_to
from yichuang.records.org.directory import Directory
from yichuang.rules.hearing.inspections import SUBSTANCE, assign_by
from yichuang.rules.hearing.marking import MARK


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement: what, how it stands, until when."""

    name: str
    light: str
    words: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class After:
    """What may be done after the decision: the mark, the copy; whether the mark is the result itself."""

    mark: bool = False
    copy: bool = False
    instead: bool = False


NOTHING_AFTER = After()


def after_of(case: CaseFile, version: ItemVersion, rows: Sequence[Inspection]) -> After:
    """Return what may be done after the decision on a case whose thing was inspected.  Basis: XKF-39.2, S0c"""
    tested = any(row.kind != SUBSTANCE and row.passed for row in rows)
    if case.outcome != CaseOutcome.GRANTED or not tested:
        return NOTHING_AFTER
    instead = version.certificate.get("form") == MARK
    marked = case.last(StageKind.MARKING) is not None
    ready = case.state == CaseState.ISSUED or (instead and case.state == CaseState.DECIDED)
    issued = case.state in (CaseState.ISSUED, CaseState.CLOSED)
    copy = regime_of(version).assigned and issued and case.last(StageKind.COPY) is None
    return After(ready and not (instead and marked), copy, instead)


def sent_lines(case: CaseFile, regime: Regime, rows: Sequence[Inspection], directory: Directory) -> Iterator[Line]:
    """Yield who was sent, or that nobody was yet."""
    sent = case.stage(StageKind.ASSIGNMENT)
    if sent is not None:
        told = assigned_to(case.region_code, sent.id)
        names = "、".join(directory.names.get(one, "") for one in told.officers)
        yield Line("指派核查人员", "yellow", f"已指派{names}到{told.place}核查，定在", told.on)
    elif regime.assigned and not any(row.kind != SUBSTANCE for row in rows):
        calendar = directory.calendar(case.profile)
        due = assign_by(case.accepted_on, norms_of(case), calendar) if case.accepted_on else None
        yield Line("指派核查人员", "yellow", "还没有指派，最晚", due)


def after_lines(case: CaseFile, stages: Sequence[Any], after: After) -> Iterator[Line]:
    """Yield what was marked and whether the copy came back."""
    kinds = {stage.kind for stage in stages if stage.done}
    if StageKind.MARKING in kinds:
        yield Line("标签、印章", "done", "已发给")
    elif after.mark and after.instead:
        yield Line("标签、印章", "yellow", "还没有加贴、加盖，最晚", case.certificate_by)
    if StageKind.COPY in kinds:
        yield Line("证照副本", "done", "已由检验人员归档")
    elif after.copy:
        yield Line("证照副本", "yellow", "还没有交检验人员归档")
