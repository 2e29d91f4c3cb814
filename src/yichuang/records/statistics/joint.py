"""并联审批的实施情况: joint cases of a period by lead, and what came of their co-departments."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import TruncDate

from yichuang.records.cases.models import Case, CaseOutcome, ClockEvent, Effect, Stage, StageKind
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.following.plain import ZONE
from yichuang.records.org.directory import Directory
from yichuang.rules.facts import FactKind
from yichuang.rules.statistics.periods import Period

CASES = {
    "accepted": "统一受理", "open": "在办", "granted": "准予", "denied": "不予", "upward": "上报", "late": "超过期限",
    "paused": "中止过", "extended": "延期",
}  # fmt: skip
PARTS = {
    "asked": "协办", "fetched": "已领取", "concluded": "已出结论", "part_late": "逾期出结论", "agreed": "同意",
    "disagreed": "不同意", "silence": "超时默许", "absence": "缺席默认", "irregular": "结论不规范默认",
}  # fmt: skip
COLUMNS = CASES | PARTS


@dataclass(frozen=True, slots=True)
class Line:
    """What one lead department, or all of them, had to do with joint cases."""

    name: str
    sums: dict[str, int]

    @property
    def case_cells(self) -> list[int]:
        """Return the numbers of the cases."""
        return [self.sums.get(name, 0) for name in CASES]

    @property
    def part_cells(self) -> list[int]:
        """Return the numbers of the co-departments."""
        return [self.sums.get(name, 0) for name in PARTS]

    @property
    def cells(self) -> list[int]:
        """Return the numbers in the order of the columns."""
        return [self.sums.get(name, 0) for name in COLUMNS]


def joint_report(region_code: str, period: Period, directory: Directory, today: date) -> tuple[list[Line], Line]:
    """Return a line for each lead department, and their total: cases by the day of their unified acceptance.

    Two queries.  Basis: S0h-二(三)3.1
    """
    found: dict[UUID, dict[str, int]] = {}
    for rows in (_cases(region_code, period, today), _parts(region_code, period, today)):
        for row in rows:
            found.setdefault(row.pop("lead"), {}).update(row)
    lines = [Line(directory.departments[lead].name, sums) for lead, sums in found.items()]
    total = {name: sum(line.sums.get(name, 0) for line in lines) for name in COLUMNS}
    return sorted(lines, key=lambda line: (-line.sums.get("accepted", 0), line.name)), Line("合计", total)


def _cases(region_code: str, period: Period, today: date) -> list[dict[str, Any]]:
    rows = Case.objects.filter(
        region_code=region_code, kind=CaseKind.JOINT, accepted_on__gte=period.first, accepted_on__lte=period.last
    )
    pauses = ClockEvent.objects.filter(
        region_code=region_code, case_id=OuterRef("id"), kind=FactKind.PAUSED.value
    )  # fmt: skip
    rows = rows.annotate(stopped=Exists(pauses))
    late = Q(decided_on__gt=F("due_on")) | Q(decided_on=None, closed_on=None, due_on__lt=today)
    marks = {
        "open": Q(outcome="", closed_on=None), "granted": Q(outcome=CaseOutcome.GRANTED),
        "denied": Q(outcome=CaseOutcome.DENIED), "upward": Q(outcome=CaseOutcome.UPWARD), "late": late,
        "paused": Q(stopped=True), "extended": Q(extension_days__gt=0),
    }  # fmt: skip
    counts = {name: Count("id", filter=mark) for name, mark in marks.items()}
    return list(rows.order_by().values(lead=F("department_id")).annotate(accepted=Count("id"), **counts))


def _parts(region_code: str, period: Period, today: date) -> list[dict[str, Any]]:
    rows = Stage.objects.filter(
        region_code=region_code, case__region_code=region_code, kind=StageKind.CO_REVIEW,
        case__accepted_on__gte=period.first, case__accepted_on__lte=period.last,
    )  # fmt: skip
    rows = rows.annotate(done_on=TruncDate("done_at", tzinfo=ZONE))
    done = Q(done_at__isnull=False)
    marks = {
        "fetched": Q(picked_up_on__isnull=False), "concluded": done,
        "part_late": Q(done_on__gt=F("due_on")) | Q(done_at=None, due_on__lt=today),
        "agreed": done & Q(conclusion="agree"), "disagreed": done & Q(conclusion="disagree"),
        "silence": Q(effect=Effect.SILENCE), "absence": Q(effect=Effect.ABSENCE),
        "irregular": Q(effect=Effect.IRREGULAR),
    }  # fmt: skip
    counts = {name: Count("id", filter=mark) for name, mark in marks.items()}
    return list(rows.order_by().values(lead=F("case__department_id")).annotate(asked=Count("id"), **counts))


def joint_sheet(lines: Sequence[Line], total: Line, title: str) -> bytes:
    """Return the report as a workbook; text stays text, so that no name is ever taken for a formula."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        head, sheet = book.add_format({"bold": True, "bottom": 1}), book.add_worksheet("并联审批")
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, len(COLUMNS), 12)
        sheet.write_string(0, 0, title, head)
        sheet.write_row(1, 0, ["牵头部门", *COLUMNS.values()], head)
        for row, line in enumerate((*lines, total), 2):
            sheet.write_string(row, 0, line.name)
            sheet.write_row(row, 1, line.cells)
    return out.getvalue()
