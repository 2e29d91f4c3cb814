"""听证与核查: whom a case touches besides its applicant, hearings, and what was inspected on the spot."""

from uuid import UUID

from django.db import models

from yichuang.records.cases.models import CasePart
from yichuang.records.cell import CellForeignKey, in_cell, unique_in_cell


class HearingOrigin(models.TextChoices):
    """听证由来."""

    EX_OFFICIO = "ex_officio", "行政机关组织"
    APPLICANT = "applicant", "申请人要求"
    PARTY = "party", "利害关系人要求"


class InspectionKind(models.TextChoices):
    """核查种类."""

    SUBSTANCE = "substance", "实质内容核查"
    INSPECTION = "inspection", "检验"
    TESTING = "testing", "检测"
    QUARANTINE = "quarantine", "检疫"


class InterestedParty(CasePart):
    """利害关系人 of a case: told of the case and of the right to a hearing, and what he or she stated."""

    case = in_cell("cases.Case", "case_id", "interested_parties")
    stage_id = models.UUIDField("环节")
    name = models.CharField("姓名或名称", max_length=100)
    phone_cipher = models.TextField("手机密文", blank=True)
    address_cipher = models.TextField("地址密文", blank=True)
    interest = models.CharField("利害关系", max_length=500)
    told_on = models.DateField("告知日期")
    answer_by = models.DateField("提出听证申请的期限")
    stated_on = models.DateField("陈述日期", null=True)
    statement = models.TextField("陈述申辩", blank=True)

    PRIVATE = frozenset({"name", "phone_cipher", "address_cipher", "interest", "statement"})

    class Meta:
        verbose_name = "利害关系人"
        constraints = [
            unique_in_cell("interested_id_in_cell", "id"),
            CellForeignKey(column="case_id", to="cases.Case", name="interested_case_fk"),
            CellForeignKey(column="stage_id", to="cases.Stage", name="interested_stage_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "case_id"], name="interested_by_case")]

    def __str__(self) -> str:
        return self.name


class Hearing(CasePart):
    """听证: who asked for it, when it must be held, when and where it is, who chairs it, what was recorded."""

    case = in_cell("cases.Case", "case_id", "hearings")
    stage_id = models.UUIDField("环节")
    origin = models.CharField("由来", max_length=12, choices=HearingOrigin.choices)
    requester = models.CharField("要求听证的人", max_length=100, blank=True)
    requested_on = models.DateField("要求听证的日期", null=True)
    hold_by = models.DateField("组织听证的期限", null=True)
    called_on = models.DateField("通知日期", null=True)
    on = models.DateField("听证日期", null=True)
    time = models.CharField("听证时间", max_length=20, blank=True)
    place = models.CharField("听证地点", max_length=200, blank=True)
    topic = models.CharField("听证事由", max_length=500, blank=True)
    public = models.BooleanField("公开举行", default=True)
    closed_reason = models.CharField("不公开的理由", max_length=200, blank=True)
    chair = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="听证主持人"
    )
    chair_id: UUID | None
    held_on = models.DateField("举行日期", null=True)
    record = models.TextField("听证笔录", blank=True)
    signed = models.JSONField("签字情况", default=list)

    PRIVATE = frozenset({"requester", "topic", "closed_reason", "record", "signed"})

    class Meta:
        verbose_name = "听证"
        constraints = [
            unique_in_cell("hearing_id_in_cell", "id"),
            CellForeignKey(column="case_id", to="cases.Case", name="hearing_case_fk"),
            CellForeignKey(column="stage_id", to="cases.Stage", name="hearing_stage_fk"),
        ]
        indexes = [
            models.Index(fields=["region_code", "case_id"], name="hearing_by_case"),
            models.Index(fields=["region_code", "on"], name="hearing_by_day", condition=models.Q(public=True)),
        ]

    def __str__(self) -> str:
        return f"{self.get_origin_display()} {self.on or ''}".strip()


class Inspection(CasePart):
    """核查、检验、检测、检疫: by whom, where, by which standard, what was found, with photographs."""

    case = in_cell("cases.Case", "case_id", "inspections")
    stage_id = models.UUIDField("环节")
    kind = models.CharField("种类", max_length=12, choices=InspectionKind.choices)
    officers = models.JSONField("核查人员", default=list)
    on = models.DateField("核查日期")
    due_on = models.DateField("指派期限", null=True)
    place = models.CharField("核查地点", max_length=200)
    standard = models.CharField("技术标准、技术规范", max_length=200, blank=True)
    findings = models.TextField("核查情况")
    passed = models.BooleanField("符合")
    files = models.JSONField("现场照片和附件", default=list)

    PRIVATE = frozenset({"place", "findings", "files"})

    class Meta:
        verbose_name = "现场核查"
        constraints = [
            unique_in_cell("inspection_id_in_cell", "id"),
            CellForeignKey(column="case_id", to="cases.Case", name="inspection_case_fk"),
            CellForeignKey(column="stage_id", to="cases.Stage", name="inspection_stage_fk"),
        ]
        indexes = [models.Index(fields=["region_code", "case_id"], name="inspection_by_case")]

    @property
    def people(self) -> tuple[UUID, ...]:
        """Who inspected."""
        return tuple(UUID(one) for one in self.officers)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on}"
