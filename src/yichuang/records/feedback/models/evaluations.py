"""评价评估: what is due in each period, and the sheet with which it was done."""

from django.db import models

from yichuang.records.cell import unique_in_cell
from yichuang.records.feedback.models.concerns import Chained


class EvaluationKind(models.TextChoices):
    """评价评估种类."""

    SELF = "self", "自我评价"
    APPLICANT = "applicant", "行政相对人满意度评价"
    CALL_BACK = "call_back", "集中回访"
    THIRD_PARTY = "third_party", "第三方评价"


def evaluation_kinds() -> list[tuple[str, str]]:
    """Return the kinds."""
    return EvaluationKind.choices


class Evaluation(Chained):
    """评价: one kind in one period of a centre, with its sheet once it was done."""

    kind = models.CharField("种类", max_length=12, choices=evaluation_kinds)
    starts_on = models.DateField("周期起")
    ends_on = models.DateField("周期止")
    due_on = models.DateField("完成期限")
    done_at = models.DateTimeField("完成时间", null=True)
    done_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+", db_index=False)
    evaluator = models.CharField("评价机构", max_length=100, blank=True)
    sheet = models.JSONField("评价表", default=dict)

    PRIVATE = frozenset({"sheet", "evaluator"})

    class Meta:
        verbose_name = "评价评估"
        constraints = [
            unique_in_cell("evaluation_id_in_cell", "id"),
            unique_in_cell("evaluation_once", "kind", "starts_on"),
        ]
        indexes = [models.Index(fields=["region_code", "due_on"], name="evaluation_by_day")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.starts_on}"
