"""指南要素: what a guide must tell: the elements of one city's standard (S3) and of the licence law."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from yichuang.rules.norms import Norms

_STANDARD = "S3-二(一)2"
_LAW = "XKF-30.1"


@dataclass(frozen=True, slots=True)
class Element:
    """One element: its name, which text asks for it, and whether a version tells it."""

    name: str
    basis: str
    told: Callable[[Any], bool]


def _in_guide(*path: str) -> Callable[[Any], bool]:
    def told(version: Any) -> bool:
        value: Any = version.guide
        for name in path:
            value = value.get(name) if isinstance(value, dict) else None
        return value not in (None, "", [], {})

    return told


def _always(_version: Any) -> bool:
    """Told by the item's own row: name, type, implementing body."""
    return True


def _statutory(version: Any) -> bool:
    return version.statutory_number is not None or bool(version.guide.get("limits", {}).get("statutory"))


def _result_sample(version: Any) -> bool:
    return bool(version.certificate.get("number_sample"))


ELEMENTS: tuple[Element, ...] = (
    Element("事项名称", _STANDARD, _always),
    Element("事项类别", _STANDARD, _always),
    Element("设定依据", _STANDARD, _in_guide("setting_basis")),
    Element("实施机构", _STANDARD, _always),
    Element("法定办结时限", _STANDARD, _statutory),
    Element("承诺办结时限", _STANDARD, lambda version: version.promised_number is not None),
    Element("结果名称", _STANDARD, lambda version: bool(version.certificate.get("name"))),
    Element("结果样本", _STANDARD, _result_sample),
    Element("收费标准", _STANDARD, _in_guide("fee", "text")),
    Element("收费依据", _STANDARD, _in_guide("fee", "basis")),
    Element("申请材料", _STANDARD, lambda version: bool(version.materials)),
    Element("办理流程", _STANDARD, lambda version: bool(version.stages)),
    Element("办理形式", _STANDARD, _in_guide("handling_forms")),
    Element("审查标准", _STANDARD, lambda version: bool(version.review_rules.get("review"))),
    Element("通办范围", _STANDARD, _in_guide("service", "across")),
    Element("预约办理", _STANDARD, _in_guide("service", "appointment")),
    Element("网上支付", _STANDARD, _in_guide("service", "online_payment")),
    Element("物流快递", _STANDARD, _in_guide("service", "post")),
    Element("办理地点", _STANDARD, _in_guide("contact", "place")),
    Element("办理时间", _STANDARD, _in_guide("contact", "hours")),
    Element("咨询电话", _STANDARD, _in_guide("contact", "consult_phone")),
    Element("监督电话", _STANDARD, _in_guide("contact", "supervise_phone")),
    Element("办理条件", _LAW, _in_guide("conditions")),
    Element("数量限制", _LAW, _in_guide("quantity_limit")),
    Element("申请书示范文本", _LAW, lambda version: bool(version.form_schema.get("properties"))),
)


def _mistakes(version: Any) -> bool:
    return any(slot.get("common_mistakes") for slot in version.materials)


# What single places ask for beyond these, by the word of their norm (办事指南要素).
LOCAL: Mapping[str, tuple[str, Callable[[Any], bool]]] = MappingProxyType(
    {"common_errors": ("常见错误示例", _mistakes)}
)


def missing(version: Any, norms: Norms | None = None) -> Iterator[Element]:
    """Yield the elements that a version does not tell: those of everywhere, and those that the place asks for."""
    yield from (element for element in ELEMENTS if not element.told(version))
    norm = norms.get("guide_elements") if norms else None
    for word in norm.value if norm is not None and isinstance(norm.value, tuple) else ():
        name, told = LOCAL.get(word, ("", _always))
        if norm is not None and not told(version):
            yield Element(name, norm.basis, told)
