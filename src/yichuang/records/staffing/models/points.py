"""便民服务点: a community's or a village's point: where, how far, until when open, and what it takes in."""

from uuid import UUID

from django.db import models

from yichuang.records.cell import Cell, unique_in_cell


class ServicePoint(Cell):
    """便民服务点 (十五分钟便民服务圈). The party committee of the community has a say in who works there."""

    name = models.CharField("名称", max_length=60)
    address = models.CharField("地址", max_length=120)
    hours = models.CharField("服务时间", max_length=80)
    weekly_hours = models.PositiveSmallIntegerField("每周服务小时数", default=0)
    minutes = models.PositiveSmallIntegerField("步行到达的时间（分钟）", default=0)
    metres = models.PositiveIntegerField("到最远居民的距离（米）", default=0)
    kinds = models.JSONField("服务事项种类", default=list)
    committee = models.ForeignKey(
        "org.User", models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="社区党工委经办人"
    )

    committee_id: UUID | None

    class Meta:
        verbose_name = "便民服务点"
        constraints = [
            unique_in_cell("servicepoint_id_in_cell", "id"),
            unique_in_cell("servicepoint_name_once", "name"),
        ]

    def __str__(self) -> str:
        return self.name
