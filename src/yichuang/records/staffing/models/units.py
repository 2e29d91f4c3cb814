"""进驻单位: who entered, who left and on whose approval; orders to correct; leaders' visits."""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, unique_in_cell


class ResidencyState(models.TextChoices):
    """进驻状态."""

    IN = "in", "已进驻"
    LEFT = "left", "已撤出"


class Residency(Cell):
    """进驻: a department in the hall, with the units affiliated to it and how many people each sent."""

    department = models.ForeignKey(
        "org.Department", models.PROTECT, related_name="+", db_index=False, verbose_name="部门"
    )
    state = models.CharField("状态", max_length=8, choices=ResidencyState.choices)
    entered_on = models.DateField("进驻日期")
    units = models.JSONField("一并进驻的单位", default=list, help_text="名称、人数、进驻时间")
    left_on = models.DateField("撤出日期", null=True)
    approved_by = models.CharField("批准机关", max_length=24, blank=True)
    approval = models.CharField("批准文件", max_length=120, blank=True)
    approved_on = models.DateField("批准日期", null=True)

    department_id: UUID

    class Meta:
        verbose_name = "进驻"
        constraints = [unique_in_cell("residency_id_in_cell", "id"), unique_in_cell("residency_once", "department")]

    def __str__(self) -> str:
        return f"{self.department_id} {self.state}"


class Ground(models.TextChoices):
    """责令纠正的情形."""

    NOT_IN = "not_in", "应进不进"
    TWO_PLACES = "two_places", "两头受理"
    WITHDREW = "withdrew", "擅自撤出"


class Rectification(Cell):
    """责令纠正: what a department is to put right by when, criticised in public or not, and what it did."""

    department = models.ForeignKey(
        "org.Department", models.PROTECT, related_name="+", db_index=False, verbose_name="部门"
    )
    ground = models.CharField("情形", max_length=12, choices=Ground.choices)
    no = models.CharField("文号", max_length=40)
    on = models.DateField("日期")
    due_on = models.DateField("纠正期限")
    criticised = models.BooleanField("通报批评", default=False)
    template = models.CharField("模板版本", max_length=40)
    fields = models.JSONField("内容")
    drawn_at = models.DateTimeField("编号时间")
    ordered_by = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="经办人")
    reply = models.CharField("整改情况", max_length=1000, blank=True)
    replied_at = models.DateTimeField("反馈时间", null=True)
    closed_on = models.DateField("销号日期", null=True)

    department_id: UUID
    PRIVATE = frozenset({"fields", "reply"})
    kind = "rectification"

    class Meta:
        verbose_name = "责令纠正"
        constraints = [
            unique_in_cell("rectification_id_in_cell", "id"),
            unique_in_cell("rectification_no_once", "no"),
        ]
        indexes = [
            models.Index(
                fields=["region_code", "due_on"], name="rectification_open", condition=models.Q(closed_on=None)
            )
        ]

    def __str__(self) -> str:
        return self.no


class LeaderVisit(Cell):
    """领导到窗口: a leader of the department was at its window, and what he settled."""

    department = models.ForeignKey(
        "org.Department", models.PROTECT, related_name="+", db_index=False, verbose_name="部门"
    )
    on = models.DateField("日期")
    leader = models.CharField("领导", max_length=60)
    words = models.CharField("研究解决的问题", max_length=300, blank=True)
    noted_by = models.ForeignKey("org.User", models.PROTECT, related_name="+", db_index=False, verbose_name="登记人")
    noted_at = models.DateTimeField("登记时间")

    department_id: UUID
    PRIVATE = frozenset({"leader", "words"})

    class Meta:
        verbose_name = "领导到窗口"
        constraints = [unique_in_cell("leadervisit_id_in_cell", "id")]
        indexes = [models.Index(fields=["region_code", "department", "on"], name="leadervisit_by_unit")]

    def __str__(self) -> str:
        return f"{self.department_id} {self.on}"
