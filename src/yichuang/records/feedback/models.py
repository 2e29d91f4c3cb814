"""评价: what people say of how their case was handled."""

from django.db import models

from yichuang.records.cases.models import CasePart
from yichuang.records.cell import CellForeignKey, in_cell, unique_in_cell


class Grade(models.IntegerChoices):
    """满意度 (GB/T 39046 A.8: 1 is best). Inside the house 5 is best; the edge maps it."""

    VERY_GOOD = 5, "非常满意"
    GOOD = 4, "满意"
    FAIR = 3, "基本满意"
    BAD = 2, "不满意"
    VERY_BAD = 1, "非常不满意"


class Rating(CasePart):
    """好差评: one case, one rating."""

    case = in_cell("cases.Case", "case_id", "ratings")
    grade = models.PositiveSmallIntegerField("满意度", choices=Grade.choices)
    reasons = models.JSONField("评价指标", default=list)
    words = models.CharField("文字评价", max_length=500, blank=True)
    channel = models.CharField("评价渠道", max_length=12)
    rated_at = models.DateTimeField("评价时间")

    PRIVATE = frozenset({"words"})

    class Meta:
        verbose_name = "好差评"
        constraints = [
            unique_in_cell("rating_id_in_cell", "id"),
            unique_in_cell("rating_once", "case_id"),
            CellForeignKey(column="case_id", to="cases.Case", name="rating_case_fk"),
        ]

    def __str__(self) -> str:
        return self.get_grade_display()
