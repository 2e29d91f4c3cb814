"""事项目录: items, their dated versions, and what a guide shows."""

from typing import Any

from django.db import models

from yichuang.records.org.models import Centre, Department, Level, OrgRow
from yichuang.rules.levels.delegation import Delegation


class CaseKind(models.TextChoices):
    """办件类型 (四件管理)."""

    INSTANT = "instant", "即办件"
    PROMISED = "promised", "承诺件"
    JOINT = "joint", "联办件"
    UPWARD = "upward", "上报件"


class PowerKind(models.TextChoices):
    """事项类型 (GB/T 39046 A.1)."""

    LICENCE = "01", "行政许可"
    PENALTY = "02", "行政处罚"
    COLLECTION = "04", "行政征收"
    PAYMENT = "05", "行政给付"
    CONFIRMATION = "07", "行政确认"
    REWARD = "08", "行政奖励"
    OTHER = "10", "其他行政权力"
    SERVICE = "20", "公共服务"


class ItemStatus(models.TextChoices):
    """事项状态."""

    OPEN = "open", "可办理"
    LISTED = "listed", "暂未开通网上办理"
    HISTORICAL = "historical", "历史事项，不再受理"


class DelegationKind(models.TextChoices):
    """下放方式: how an item came down to the department that does it."""

    NONE = "none", "自行实施"
    DEVOLVED = "devolved", "授权"
    ENTRUSTED = "entrusted", "委托"


class Item(OrgRow):
    """事项: one thing that people can have done, at one centre, by one department."""

    region_code = models.CharField("区划代码", max_length=12, editable=False)
    centre = models.ForeignKey(Centre, models.PROTECT, verbose_name="中心")
    department = models.ForeignKey(Department, models.PROTECT, verbose_name="实施部门")
    code = models.CharField("实施编码", max_length=64, unique=True)
    name = models.CharField("事项名称", max_length=200)
    short_name = models.CharField("简称", max_length=60, blank=True)
    power_kind = models.CharField("事项类型", max_length=2, choices=PowerKind.choices)
    level = models.SmallIntegerField("行使层级", choices=Level.choices)
    status = models.CharField("状态", max_length=12, choices=ItemStatus.choices)
    for_person = models.BooleanField("面向自然人", default=True)
    for_organisation = models.BooleanField("面向法人", default=True)
    themes = models.JSONField("主题", default=list)
    search_text = models.TextField("检索词", blank=True)
    delegation_kind = models.CharField(
        "下放方式", max_length=12, choices=DelegationKind.choices, default=DelegationKind.NONE
    )
    delegator = models.CharField("授权或委托机关", max_length=60, blank=True)
    agreement = models.CharField("委托协议", max_length=120, blank=True, help_text="协议编号；没有协议不得委托")
    agreement_file = models.JSONField("委托协议文件", default=dict, blank=True)
    delegated_since = models.DateField("授权或委托起", null=True, blank=True)
    delegated_until = models.DateField("授权或委托止", null=True, blank=True)
    handled_count = models.PositiveIntegerField("办件量", default=0)
    version = models.PositiveIntegerField("账目版本", default=0)
    ledger_seq = models.PositiveIntegerField("账目序号", default=0)
    ledger_hash = models.CharField("账目哈希", max_length=64, blank=True)

    class Meta:
        verbose_name = "事项"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; an item lies in the region of its centre."""
        self.region_code = self.region_code or self.centre.region.code
        super().save(*args, **kwargs)

    @property
    def delegation(self) -> Delegation:
        """授权与委托 as the rules judge it."""
        agreement = self.agreement or str((self.agreement_file or {}).get("name", ""))
        return Delegation(self.delegation_kind, self.delegator, agreement, self.delegated_since, self.delegated_until)

    def __str__(self) -> str:
        return self.name


class ItemVersion(OrgRow):
    """事项版本: what holds from a date on. Running cases keep theirs."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="versions", verbose_name="事项")
    number = models.PositiveIntegerField("版本号")
    effective_on = models.DateField("生效日期")
    kind = models.CharField("办件类型", max_length=10, choices=CaseKind.choices)
    statutory_number = models.PositiveIntegerField("法定时限", null=True, blank=True)
    statutory_unit = models.CharField("法定时限单位", max_length=12, default="working_day")
    statutory_basis = models.CharField("法定时限依据", max_length=200, blank=True)
    promised_number = models.PositiveIntegerField("承诺时限", null=True, blank=True)
    promised_unit = models.CharField("承诺时限单位", max_length=12, default="working_day")
    stages = models.JSONField("办理环节", default=list)
    special_procedures = models.JSONField("特殊环节", default=list)
    materials = models.JSONField("申请材料", default=list)
    situations = models.JSONField("情形", default=list)
    form_schema = models.JSONField("申请表单", default=dict)
    form_ui = models.JSONField("表单布局", default=dict)
    review_rules = models.JSONField("审查工作细则", default=dict)
    certificate = models.JSONField("结果", default=dict)
    guide = models.JSONField("指南要素", default=dict)
    eligibility = models.JSONField("资格条件", default=list, blank=True)
    handling_modes = models.JSONField("办理方式", default=list, blank=True)

    class Meta:
        verbose_name = "事项版本"
        constraints = [models.UniqueConstraint(fields=["item", "number"], name="item_version_once")]
        indexes = [models.Index(fields=["item", "effective_on"], name="version_by_date")]

    def __str__(self) -> str:
        return f"{self.item_id} v{self.number}"
