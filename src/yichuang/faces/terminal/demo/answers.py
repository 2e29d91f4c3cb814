"""Plausible answers to an item's form, and a sample scan for each material (示例)."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any

import pylopdf_fonts_zh_cn
import typst

from yichuang.acts.intake.submit import Person
from yichuang.records.applicants.models import ApplicantKind
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.filestore import store

_TEXTS = {
    "place": "东屏河右岸 K3+200（示例）",
    "lnglat": "东经112.356120，北纬28.123450（示例）",
    "metering": "安装智能水表，循环用水率 85%（示例）",
    "discharge": "排入市政污水管网，水质符合接管标准（示例）",
    "name": "嘉宁示范项目（示例）",
    "address": "嘉宁市工业园示例大道 8 号",
    "reason": "因生产经营需要（示例）",
}
_EXACTLY = {"ship_id": "CN20260000001", "project_code": "2026-990100-04-01-000123"}
_LINES = {
    "monthly_volume": [f"{month} 月 1.0" for month in range(1, 13)],  # twelve together, as the year's volume says
    "chem_list": ["示例品种甲，目录序号和 CAS 号见附件（示例），最大储存量 10 千克，生产用"],
    "safety_officer": ["周志强，证书号见附件（示例），有效期至 2028-06-30"],
    "keepers": ["陈海涛，证书号见附件（示例）", "沈丽华，证书号见附件（示例）"],
    "founder": ["何文博，证件号见附件（示例）"],
    "vehicle_list": ["示例号牌一，总质量 18000 千克，2024-05-10 购置，检测有效期至 2027-05-31"],
    "drivers": ["王建国，准驾车型 A2，从业资格证号见附件（示例）"],
    "tree_list": ["1 号，香樟，胸径 22 厘米，1 株，市政公共绿地（示例）"],
    "members": ["孙建国，父亲，务农（示例）", "孙秀英，母亲，务农（示例）"],
}
_SCAN = """
#set page(width: 148mm, height: 210mm, margin: 18mm, fill: rgb("#fbfaf6"))
#set text(font: "Noto Serif SC", size: 11pt)
#let told = json(bytes(sys.inputs.told))
#align(center)[#text(size: 17pt)[#told.name]]
#v(8mm)
#for row in told.rows [#row #v(2mm)]
#place(center + horizon, rotate(-32deg, text(size: 54pt, fill: rgb("#c9d2d6"))[示例]))
#place(bottom + right)[示例材料，仅供演示]
"""


def answers(version: ItemVersion, person: Person, today: date) -> dict[str, Any]:
    """Return answers that the form's own check accepts where a check is known."""
    return {key: _answer(key, rule, person, today) for key, rule in version.form_schema.get("properties", {}).items()}


def _answer(key: str, rule: dict[str, Any], person: Person, today: date) -> Any:
    if "enum" in rule:
        whole = person.kind == ApplicantKind.ORGANISATION
        return "企业" if whole and "企业" in rule["enum"] else rule["enum"][0]
    kind = rule.get("type")
    if kind in ("integer", "number"):
        return max(min(12, int(rule.get("maximum", 12))), int(rule.get("minimum", 0)))
    if kind == "boolean":
        return True
    if kind == "array":
        listed = rule.get("items", {}).get("enum", [])[:1]
        return listed or _LINES.get(key, [f"{rule.get('title', key)}（示例）"])
    return today.isoformat() if rule.get("format") == "date" else _text(key, rule, person)


def _text(key: str, rule: dict[str, Any], person: Person) -> str:
    known = {
        "uscc": person.identity_no if person.identity_kind == "uscc" else "91350100M000100Y43",
        "_id": person.identity_no if person.identity_kind == "id" else "350300198511151234",
        "owner_code": person.identity_no,
        "mobile": person.phone,
        "phone": person.phone,
        "contact_name": person.legal_person or person.name,
        "legal_rep": person.legal_person or person.name,
        "unit_name": person.name,
        "person_name": person.name,
        "owner_name": person.name,
    } | _TEXTS
    found = next((words for part, words in known.items() if part in key), f"{rule.get('title', key)}（示例）")
    return _EXACTLY.get(key, found)[: rule.get("maxLength")]


@cache
def _fonts() -> typst.Fonts:
    folder = str(pylopdf_fonts_zh_cn.serif_path().parent)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


@cache
def sample_scan(material: str) -> dict[str, Any]:
    """Return a one-page picture for a material, put into the store: what an applicant would have uploaded."""
    told = {"name": material, "rows": ["本页为演示用的示例材料，内容均为虚构。", "出具单位：示例单位", "日期：示例"]}
    inputs = {"told": json.dumps(told, ensure_ascii=False)}
    picture = typst.compile(_SCAN.encode(), format="png", ppi=72, font_paths=_fonts(), sys_inputs=inputs)
    stored = store().put(picture)
    return {"digest": stored.digest, "name": "扫描件.png", "media_type": "image/png", "size": stored.size}
