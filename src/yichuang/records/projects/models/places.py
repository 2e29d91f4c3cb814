"""Who stands behind the words of a stage template here (对照): offices, items, agents. Reference rows."""

from django.db import models

from yichuang.records.catalogue.models import Item
from yichuang.records.org.models import Centre, Department, OrgRow, User


class LeadOffice(OrgRow):
    """牵头部门对照: which department of the centre the norm's word (发展改革部门 …) means."""

    centre = models.ForeignKey(Centre, models.PROTECT, related_name="+", verbose_name="中心")
    word = models.CharField("牵头部门", max_length=24)
    department = models.ForeignKey(Department, models.PROTECT, related_name="+", verbose_name="部门")

    class Meta:
        verbose_name = "牵头部门对照"
        constraints = [models.UniqueConstraint(fields=["centre", "word"], name="lead_office_once")]

    def __str__(self) -> str:
        return f"{self.word} {self.department_id}"


class StageItem(OrgRow):
    """阶段事项: an item that is applied for in a stage, as the main one (主办) or beside it (协办)."""

    centre = models.ForeignKey(Centre, models.PROTECT, related_name="+", verbose_name="中心")
    stage = models.CharField("阶段", max_length=24)
    item = models.ForeignKey(Item, models.PROTECT, related_name="+", verbose_name="事项")
    leads = models.BooleanField("主办事项", default=False)
    nature = models.CharField("项目性质", max_length=24, blank=True)
    position = models.PositiveSmallIntegerField("序号", default=1)

    class Meta:
        verbose_name = "阶段事项"
        constraints = [
            models.UniqueConstraint(fields=["centre", "stage", "item", "nature"], name="stage_item_once"),
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.item_id}"


class ProjectAgent(OrgRow):
    """代办员名册: who does agent service at a centre, free of charge."""

    centre = models.ForeignKey(Centre, models.PROTECT, related_name="+", verbose_name="中心")
    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="人员")
    phone = models.CharField("电话", max_length=40, blank=True)
    starts_on = models.DateField("起")
    ends_on = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = "代办员名册"
        constraints = [models.UniqueConstraint(fields=["centre", "user"], name="project_agent_once")]

    def __str__(self) -> str:
        return str(self.user_id)
