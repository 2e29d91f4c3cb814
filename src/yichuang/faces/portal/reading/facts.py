"""基本信息: the elements of a guide that are one line each. What is not told is left out."""

from __future__ import annotations

from datetime import date

from yichuang.faces.common.labels import KINDS, term_words
from yichuang.faces.portal.reading.process import day_words
from yichuang.records.catalogue.models import Item, ItemVersion


def facts(item: Item, version: ItemVersion) -> list[tuple[str, str]]:
    """Return label and words, in the order in which guides print them."""
    guide, service = version.guide, version.guide.get("service", {})
    contact, result = guide.get("contact", {}), version.certificate
    told = [
        ("事项类型", item.get_power_kind_display()),
        ("办件类型", KINDS[version.kind][1]),
        ("行使层级", item.get_level_display()),
        ("实施机构", item.department.name),
        ("承办机构", guide.get("responsible_unit", "")),
        ("共同实施部门", "、".join(guide.get("co_departments", ()))),
        ("服务对象", "、".join(guide.get("object_detail", ())) or _served(item)),
        ("法定办结时限", _limit(version.statutory_number, version.statutory_unit) or _no_statutory(guide)),
        ("承诺办结时限", _limit(version.promised_number, version.promised_unit)),
        ("数量限制", guide.get("quantity_limit", "")),
        ("办理形式", "、".join(guide.get("handling_forms", ()))),
        ("通办范围", service.get("across", "")),
        ("到现场次数", _times(guide.get("visits"))),
        ("预约办理", service.get("appointment", "")),
        ("网上支付", service.get("online_payment", "")),
        ("物流快递", service.get("post", "")),
        ("中介服务", guide.get("intermediary", "")),
        ("结果名称", result.get("name", "")),
        ("结果有效期", result.get("validity", {}).get("text", "")),
        ("咨询电话", contact.get("consult_phone", "") or item.department.phone),
        ("监督电话", contact.get("supervise_phone", "") or item.department.supervision_phone),
        ("国家清单名称", guide.get("national_name", "")),
        ("实施编码", item.code),
        ("版本", f"第 {version.number} 版，{_on(version.effective_on)}起施行"),
    ]
    return [(label, words) for label, words in told if words]


def _served(item: Item) -> str:
    served = ((item.for_person, "自然人"), (item.for_organisation, "法人和其他组织"))
    return "、".join(words for yes, words in served if yes)


def _limit(number: int | None, unit: str) -> str:
    if number is None:
        return ""
    return term_words(number, unit) if number else day_words(0, unit) + "办结"


def _no_statutory(guide: dict[str, dict[str, dict[str, str]]]) -> str:
    return "法律、行政法规没有规定" if guide.get("limits", {}).get("statutory") else ""


def _times(visits: int | None) -> str:
    if visits is None:
        return ""
    return f"{visits} 次" if visits else "0 次（全程网上办理）"


def _on(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"
