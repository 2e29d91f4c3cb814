"""Items of a project's stages (立项、用地、规划、竣工验收): whole guides, put in force through the check-up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from yichuang.faces.common.forms.from_fields import from_fields
from yichuang.faces.terminal.demo.data import guides, read
from yichuang.faces.terminal.demo.items import SERVICE, Publish
from yichuang.records.catalogue.importing.version import version_fields
from yichuang.records.catalogue.models import Item, ItemStatus

Row = Mapping[str, Any]
_BORROWED = "shuibao"
_FORM = (
    {"key": "unit_name", "title": "单位名称", "type": "string", "required": True, "section": "applicant"},
    {"key": "uscc", "title": "统一社会信用代码", "type": "string", "required": True, "check": "统一社会信用代码校验",
     "section": "applicant"},
    {"key": "project_name", "title": "项目名称", "type": "string", "required": True, "section": "matter"},
    {"key": "project_place", "title": "建设地点", "type": "string", "required": True, "section": "matter"},
    {"key": "scale", "title": "建设规模和内容", "type": "text", "required": True, "section": "matter"},
)  # fmt: skip
_SECTIONS = ({"key": "applicant", "title": "申请人信息"}, {"key": "matter", "title": "项目情况"})
_PAPER: Row = {
    "originals": 1, "copies": 0, "medium": ["纸质", "电子"], "issued_by": "申请人自备", "required": "必要",
    "when": "所有情形", "situations": ["*"], "share_exempt": False, "deferrable": False, "blank_form": False,
    "sample_fields": ["originals", "copies", "medium", "mistakes"],
}  # fmt: skip


def open_stage_items(items: Mapping[str, Item], at: datetime, publish: Publish) -> None:
    """Give the items that were only listed whole guides, and publish them: the check-up of publishing judges."""
    for row in read("works/stage_items")["items"]:
        item = items[row["name"]]
        old = item.versions.order_by("-number")[0]
        item.status = ItemStatus.OPEN
        item.save()
        begins = max(old.effective_on, at.date() - timedelta(days=179))
        publish(item, {"number": old.number + 1, "effective_on": begins, **stage_fields(row, item)})


def stage_fields(row: Row, item: Item) -> dict[str, Any]:
    """Return the fields of a version: the borrowed guide with what the item itself tells."""
    guide = _guide(row)
    certificate = {"type_name": "", "word": ""}  # the decision itself is what is handed over
    told = {"certificate": certificate, "department": item.department.short_name}
    fields = version_fields(guide, {**told, "form": from_fields(_FORM, _SECTIONS)})
    fields["guide"] |= {"service": SERVICE, "sample": True}
    return fields


def _guide(row: Row) -> Row:
    """Return the borrowed guide with what the item itself tells."""
    borrowed, shared = guides()[_BORROWED], read("works/stage_items")["shared"]
    names = (
        "name",
        "department",
        "search_words",
        "setting_basis",
        "conditions",
        "kind_of_power",
        "statutory_limit",
        "promised_limit",
        "case_kind",
        "joint",
    )
    own = {name: row[name] for name in names if name in row}
    validity = {"text": "以批复载明的为准（示例）", "basis": "行政许可法 第三十九条", "checked": False}
    result = {
        "name": row["result"], "kind": "批准文件", "number_pattern": row["sample_number"],
        "number_sample": row["sample_number"], "validity": validity, "sample": True,
    }  # fmt: skip
    points = {name: [{"text": text, **row["setting_basis"][0]} for text in row[name]] for name in ("accept", "review")}
    return {
        **borrowed, **shared, **own, "name_in_source": row["name"], "national_name": row["name"],
        "stages": _stages(row), "materials": list(_materials(row)), "result": result, "review_points": points,
        "contact": {**borrowed["contact"], "consult_phone": row["consult"]},
    }  # fmt: skip


def _stages(row: Row) -> list[dict[str, Any]]:
    told = (
        ("受理", "窗口受理岗", 1, ["核对材料是否齐全（示例）"]),
        ("审查", "业务科室经办岗", 4, row["duties"]),
        ("决定", "分管负责人", 1, ["签发决定（示例）"]),
    )
    names = ("name", "post", "days", "duties")
    return [{**dict(zip(names, one, strict=True)), "unit": "工作日", "sample": True} for one in told]


def _materials(row: Row) -> Iterator[dict[str, Any]]:
    """Yield the form and the papers, each with its basis."""
    form = {"basis": "行政许可法 第二十九条", "quote": "应当向行政机关提出申请", "checked": True}
    blank = {"code": "form", "name": f"{row['name']}申请表", "blank_form": True, "legal_basis": form}
    yield {**_PAPER, **blank, "mistakes": ["单位名称与营业执照不一致（示例）"]}
    for number, paper in enumerate(row["papers"], 1):
        cited = {"basis": paper["basis"], "checked": False, "note": "未与正式文本核对（示例）"}
        yield {
            **_PAPER, "code": f"p{number}", "name": paper["name"], "legal_basis": cited, "mistakes": [paper["mistake"]]
        }  # fmt: skip
