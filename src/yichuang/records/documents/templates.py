"""文书模板: how a region's administrator words a kind of paper, from a day on. Editions are never changed."""

from django.db import models

from yichuang.records.cell import Cell, CellForeignKey, in_cell, unique_in_cell

SUBJECT = "template"  # whose chain the entries of a template belong to


class Template(Cell):
    """文书模板 of a region: one for each kind of paper that was ever edited."""

    kind = models.CharField("文书种类", max_length=24)
    version = models.PositiveIntegerField("版本", default=1)
    ledger_seq = models.PositiveIntegerField("账目序号", default=1)
    ledger_hash = models.CharField("账目哈希", max_length=64)

    class Meta:
        verbose_name = "文书模板"
        constraints = [
            unique_in_cell("template_id_in_cell", "id"),
            unique_in_cell("template_kind_once", "kind"),
        ]

    def __str__(self) -> str:
        return f"{self.region_code} {self.kind}"


class TemplateEdition(Cell):
    """模板版次: words of the agency's own, or a whole Typst source; holds for papers of its day and later."""

    template_id = models.UUIDField("文书模板")
    template = in_cell("documents.Template", "template_id", "editions")
    number = models.PositiveIntegerField("版次")
    effective_on = models.DateField("施行日期")
    base = models.CharField("依据的标准版", max_length=7)
    texts = models.JSONField("本机关用语")
    source = models.TextField("模板源文", blank=True)
    published_at = models.DateTimeField("发布时间")
    published_by_id = models.UUIDField("发布人", null=True)

    PRIVATE = frozenset({"source"})

    class Meta:
        verbose_name = "模板版次"
        constraints = [
            unique_in_cell("edition_id_in_cell", "id"),
            unique_in_cell("edition_number_once", "template_id", "number"),
            CellForeignKey(column="template_id", to="documents.Template", name="edition_template_fk"),
        ]

    def __str__(self) -> str:
        return f"{self.template_id} 第{self.number}版"
