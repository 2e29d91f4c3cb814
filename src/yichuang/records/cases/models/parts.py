"""What belongs to one case: materials, clock events, stages. Written by the pen only."""

from django.db import models

from yichuang.records.cases.models.words import MaterialVerdict, conclusions, effects, stage_kinds
from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell
from yichuang.records.org.models import Department, User
from yichuang.rules.facts import FactKind


def fact_kinds() -> list[tuple[str, str]]:
    """Return the kinds of clock facts."""
    return [(kind.value, kind.value) for kind in FactKind]


class CasePart(Cell):
    """Base of rows that belong to one case."""

    case_id = models.UUIDField("办件")

    class Meta:
        abstract = True


class Material(CasePart):
    """申请材料 of a case: one row per requirement of the item version."""

    case = in_cell("cases.Case", "case_id", "materials")
    key = models.CharField("材料标识", max_length=40)
    name = models.CharField("名称", max_length=200)
    required = models.BooleanField("必要", default=True)
    position = models.PositiveSmallIntegerField("序号")
    verdict = models.CharField("核对结论", max_length=10, choices=MaterialVerdict.choices)
    defect = models.CharField("问题", max_length=500, blank=True)
    files = models.JSONField("附件", default=list)
    originals = models.PositiveSmallIntegerField("原件份数", default=0)
    copies = models.PositiveSmallIntegerField("复印件份数", default=0)

    PRIVATE = frozenset({"name", "defect", "files"})

    class Meta:
        verbose_name = "申请材料"
        constraints = [
            unique_in_cell("material_id_in_cell", "id"),
            unique_in_cell("material_key_once", "case_id", "key"),
            CellForeignKey(column="case_id", to="cases.Case", name="material_case_fk"),
        ]

    def __str__(self) -> str:
        return self.name


class ClockEvent(CasePart):
    """计时事实: the dated facts a clock is folded from."""

    case = in_cell("cases.Case", "case_id", "clock_events")
    seq = models.PositiveSmallIntegerField("序号")
    kind = models.CharField("事实", max_length=24, choices=fact_kinds)
    on = models.DateField("日期")
    pause = models.CharField("特殊环节", max_length=24, blank=True)
    days = models.PositiveSmallIntegerField("天数", default=0)
    by = models.CharField("批准人职务", max_length=24, blank=True)

    class Meta:
        verbose_name = "计时事实"
        constraints = [
            unique_in_cell("clock_event_id_in_cell", "id"),
            unique_in_cell("clock_event_seq_once", "case_id", "seq"),
            CellForeignKey(column="case_id", to="cases.Case", name="clock_event_case_fk"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class Stage(CasePart):
    """环节: one piece of work of a case at a department."""

    case = in_cell("cases.Case", "case_id", "stages")
    kind = models.CharField("环节", max_length=16, choices=stage_kinds)
    department = models.ForeignKey(Department, models.PROTECT, related_name="+", db_index=False, verbose_name="部门")
    assignee = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="经办人"
    )
    asked_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="发起人"
    )
    opened_at = models.DateTimeField("到达时间")
    picked_up_on = models.DateField("领取材料日期", null=True)
    starts_on = models.DateField("期限起算日", null=True)
    due_on = models.DateField("环节期限", null=True)
    done_at = models.DateTimeField("完成时间", null=True)
    conclusion = models.CharField("结论", max_length=10, choices=conclusions, blank=True)
    effect = models.CharField("结论由来", max_length=10, choices=effects, blank=True)
    question = models.TextField("征询的问题", blank=True)
    opinion = models.TextField("意见", blank=True)
    particulars = models.JSONField("结论附记", default=dict)
    checks = models.JSONField("审查要点核对", default=list)

    PRIVATE = frozenset({"question", "opinion", "particulars", "checks"})

    class Meta:
        verbose_name = "环节"
        constraints = [
            unique_in_cell("stage_id_in_cell", "id"),
            CellForeignKey(column="case_id", to="cases.Case", name="stage_case_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "case_id"], name="stage_by_case"),
            models.Index(
                fields=["region_code", "department", "kind", "due_on"],
                name="stage_open",
                condition=models.Q(done_at__isnull=True),
            ),
            models.Index(
                fields=["region_code", "assignee"], name="stage_done_by", condition=models.Q(done_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
