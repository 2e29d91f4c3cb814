"""The guides of the four items: one borrowed guide, and what is different in each (示例)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yichuang.faces.terminal.demo.data import guides, read
from yichuang.faces.terminal.demo.forms import form_of
from yichuang.faces.terminal.demo.items import SERVICE, item_code, themes_of
from yichuang.records.catalogue.importing.version import version_fields
from yichuang.records.catalogue.importing.words import POWER_KINDS
from yichuang.records.catalogue.models import Item, ItemStatus
from yichuang.records.catalogue.search_text import search_text
from yichuang.records.org.models import Department, Level

Row = Mapping[str, Any]
_NOTE = (
    "业务名称、资格条件和办理层级照来源文件（楚雄州启用说明）；"
    "现行生育登记已不需要审批，本事项只用来演示村、乡、县逐级办理"
)
_UNCHECKED = {"checked": False, "note": "来源文件所述业务，条文内容未与正式文本核对"}
_TOWN = "532301190"
_WAY: tuple[dict[str, Any], ...] = (
    {"kind": "acceptance", "name": "受理", "days": 1, "post": "窗口"},
    {
        "kind": "lower_review", "name": "村级审核", "at": f"{_TOWN}/cx-village", "behalf": True, "days": 2,
        "post": "村级宣传员",
    },
    {"kind": "lower_review", "name": "乡级审核", "at": f"{_TOWN}/cx-town", "days": 3, "post": "计生服务岗"},
    {"kind": "forwarding", "name": "转报县级", "days": 1, "post": "计生服务岗"},
    {"kind": "review", "name": "县级审查", "at": "532301/cx-health", "days": 2, "post": "家庭发展岗"},
    {"kind": "decision", "name": "县级审批", "days": 1, "post": "分管负责人"},
    {"kind": "issue", "name": "送达", "days": 0, "post": "窗口"},
)  # fmt: skip
_PROMISED = 10


def code_of(row: Row, department: Department) -> str:
    """Return the implementing code of an item."""
    return item_code(department, _level(row), POWER_KINDS[row["power"]], row["serial"], row["main"])


def item_of(row: Row, department: Department, code: str) -> Item:
    """Return the item, not saved yet."""
    themes = themes_of({}, guides()["hunyu"])
    return Item(
        centre=department.centre, department=department, name=row["name"], short_name=row["name"], code=code,
        power_kind=POWER_KINDS[row["power"]], level=_level(row), status=ItemStatus.OPEN, for_person=True,
        for_organisation=False, themes=themes, search_text=search_text(row["name"], row["words"]),
    )  # fmt: skip


def fields_of(row: Row, department: Department) -> dict[str, Any]:
    """Return the fields of the item's version: guide, form, way through the levels, who is eligible."""
    guide = _guide(row, department)
    extra = {"certificate": row["certificate"], "department": department.short_name, "form": form_of(guide)}
    fields = version_fields(guide, extra)
    fields["guide"] |= {"service": SERVICE, "sample": True}
    if row.get("upward"):
        fields["guide"]["complex"] = "上报件，村、乡、县逐级审核（示例）"
        pattern = dict(fields["stages"][0]) | {"department": department.short_name, "duties": [], "sample": True}
        fields["stages"] = [pattern | {"key": f"s{number}"} | step for number, step in enumerate(_WAY, 1)]
        fields["handling_modes"] = ["window", "online_checked"]
    return fields | {"eligibility": read("chuxiong/items")["conditions"][row["key"]]}


def _level(row: Row) -> Level:
    return Level.COUNTY if row.get("upward") else Level.TOWN


def _guide(row: Row, department: Department) -> Row:
    base, upward = guides()["hunyu"], bool(row.get("upward"))
    law = {"basis": f"楚雄州启用说明 {row['conditions_text']}", **_UNCHECKED}
    told: dict[str, Any] = {
        **base, "id": row["key"], "name": row["name"], "name_in_source": row["name"], "national_name": row["name"],
        "kind_of_power": row["power"], "status": _NOTE, "historical": False, "historical_note": "",
        "case_kind": "上报件" if upward else "即办件", "search_words": row["words"], "setting_basis": [law],
        "conditions": [{"text": row["conditions_text"], **law}],
        "situations": [{"code": "new", "name": "新办", **law}], "materials": _materials(row),
        "form_fields": [*read("chuxiong/items")["common"], *row["fields"]],
        "promised_limit": {"number": _PROMISED if upward else 1, "unit": "工作日", "start": "受理之日", "sample": True},
        "review_points": {
            "accept": [{"text": row["conditions_text"], "sample": True}],
            "review": [{"text": "村级意见有依据（书面、电话、人口数据库）", "sample": True}],
        },
        "faq": [{"q": "要自己跑村里、乡里、县里吗？", "a": "不要。材料交一次，由窗口逐级报送。", "sample": True}],
    }  # fmt: skip
    named = {"name": row["certificate"]["type_name"], "validity": {"text": "示例", "sample": True}}
    told["result"] = {**base["result"], **named}
    told["contact"] = {
        **base["contact"], "place": department.centre.name, "address": department.centre.address, "window": "综合窗口",
    }  # fmt: skip
    told["remedies"] = _remedies(base["remedies"], department)
    return told


def _remedies(base: Row, department: Department) -> Row:
    return {**base, "review": {**base["review"], "organ": department.review_authority}}


def _materials(row: Row) -> list[dict[str, Any]]:
    pattern = next(one for one in guides()["hunyu"]["materials"] if one["required"] == "必要")
    return [
        {
            **pattern, "code": f"CX{row['main']}{number}", "name": name, "issued_by": "有关机关或者村民委员会",
            "medium": ["纸质", "电子"], "legal_basis": {"basis": "楚雄州启用说明 上传相关证件资料电子版", **_UNCHECKED},
            "mistakes": ["照片不清楚"], "blank_form": False,
        }
        for number, name in enumerate(row["materials"], 1)
    ]  # fmt: skip
