"""一件事: what belongs together and is asked for once; the run of one application over several cases."""

from uuid import UUID

from django.db import models

from yichuang.records.cases.models import Channel
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell
from yichuang.records.org.models import Centre, OrgRow, User

SUBJECT = "bundle"  # whose chain the entries of a run belong to


class Bundle(OrgRow):
    """一件事: several items, one form, each material once. `items` and `same` are data (see `merging`)."""

    centre = models.ForeignKey(Centre, models.PROTECT, related_name="+", verbose_name="中心")
    slug = models.SlugField("英文短名", max_length=40)
    name = models.CharField("名称", max_length=60)
    summary = models.CharField("说明", max_length=300)
    icon = models.CharField("图标", max_length=20, blank=True)
    items = models.JSONField("事项", default=list)
    same = models.JSONField("合并规则", default=dict)
    position = models.PositiveSmallIntegerField("序号", default=1)
    active = models.BooleanField("开放", default=True)

    class Meta:
        verbose_name = "一件事"
        constraints = [models.UniqueConstraint(fields=["centre", "slug"], name="bundle_slug_once")]

    def __str__(self) -> str:
        return self.name


class BundleDraft(Cell):
    """一件事草稿: one application being filled in for several items. No legal state, no ledger."""

    owner = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name="填写人")
    bundle = models.ForeignKey(Bundle, models.PROTECT, related_name="+", verbose_name="一件事")
    situation = models.CharField("情形", max_length=40, blank=True)
    applicant = models.JSONField("申请人信息", default=dict)
    form = models.JSONField("表单", default=dict)
    materials = models.JSONField("材料", default=dict)
    channel = models.CharField("办理形式", max_length=8, choices=Channel.choices)
    created_at = models.DateTimeField("建立时间")
    changed_at = models.DateTimeField("修改时间")
    case_no = models.CharField("一件事编号", max_length=24, blank=True)

    item_version: ItemVersion  # the merged guide of today, put there when the draft is read

    class Meta:
        verbose_name = "一件事草稿"
        constraints = [unique_in_cell("bundle_draft_id_in_cell", "id")]
        indexes = [models.Index(fields=["region_code", "owner"], name="bundle_draft_by_owner")]

    def __str__(self) -> str:
        return str(self.id)


class BundleRun(Cell):
    """一件事办理: one application for several items; what becomes of it stands in its cases."""

    no = models.CharField("一件事编号", max_length=24)
    bundle = models.ForeignKey(Bundle, models.PROTECT, related_name="+", db_index=False, verbose_name="一件事")
    name = models.CharField("名称", max_length=60)
    owner = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="申报人")
    applicant_name = models.CharField("申请人姓名或名称", max_length=100)
    submitted_at = models.DateTimeField("提交时间")
    agent = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="代办员")
    agent_named_on = models.DateField("委托代办日期", null=True)
    version = models.PositiveIntegerField("版本", default=1)
    ledger_seq = models.PositiveIntegerField("账目序号", default=1)
    ledger_hash = models.CharField("账目哈希", max_length=64)

    owner_id: UUID | None
    agent_id: UUID | None
    PRIVATE = frozenset({"applicant_name"})

    class Meta:
        verbose_name = "一件事办理"
        constraints = [unique_in_cell("bundle_run_id_in_cell", "id"), unique_in_cell("bundle_run_no_once", "no")]
        indexes = [
            models.Index(fields=["region_code", "owner"], name="bundle_run_by_owner"),
            models.Index(
                fields=["region_code", "agent"], name="bundle_run_by_agent", condition=models.Q(agent__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.no


class BundlePart(Cell):
    """一件事办件: one case of a run."""

    run_id = models.UUIDField("一件事办理")
    run = in_cell("projects.BundleRun", "run_id", "parts")
    case_id = models.UUIDField("办件")
    case = in_cell("cases.Case", "case_id", "bundle_links")
    position = models.PositiveSmallIntegerField("序号")

    class Meta:
        verbose_name = "一件事办件"
        constraints = [
            unique_in_cell("bundle_part_id_in_cell", "id"),
            unique_in_cell("bundle_part_once", "case_id"),
            CellForeignKey(column="run_id", to="projects.BundleRun", name="bundle_part_run_fk"),
            CellForeignKey(column="case_id", to="cases.Case", name="bundle_part_case_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "run_id"], name="bundle_part_by_run")]

    def __str__(self) -> str:
        return f"{self.position} {self.case_id}"
