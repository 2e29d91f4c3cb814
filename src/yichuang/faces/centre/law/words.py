"""How norms read on these pages (规定的文字)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from yichuang.law.book import LawBook
from yichuang.law.shapes import Direction, NormValue, Parameter, Value
from yichuang.rules.norms import Unit

UNITS: Mapping[Unit, str] = {
    Unit.WORKING_DAY: "工作日",
    Unit.CALENDAR_DAY: "日（日历日）",
    Unit.HOUR: "小时",
    Unit.MONTH: "月",
    Unit.YEAR: "年",
    Unit.RATIO: "比例",
    Unit.COUNT: "次数、个数",
    Unit.YUAN: "元",
    Unit.CHOICE: "选一项",
    Unit.CHOICES: "选几项",
    Unit.FLAG: "是或否",
}
# What a rule is called where its own first sentence has no Chinese term.
RULES: Mapping[str, str] = {
    "conclusions_of": "协办结论",
    "faults_of": "发布前检查：分级办理",
    "invites_requests": "申请人可以请求会审",
    "joint_faults": "发布前检查：联合办理",
    "kinds_open": "可用的特别程序",
    "may_ask": "上级补要材料",
    "may_chair": "会审主持人",
    "may_charge": "收费项目",
    "may_decide": "决定前的征询",
    "may_name": "委托代办员",
    "may_register": "登记投资项目",
    "may_use": "窗口授权",
    "part_terms": "协办期限",
    "step_due": "本级期限",
    "whole_limit": "全程期限",
}
_AFTER: Mapping[Unit, str] = {
    Unit.WORKING_DAY: "个工作日",
    Unit.CALENDAR_DAY: "日",
    Unit.HOUR: "小时",
    Unit.MONTH: "个月",
    Unit.YEAR: "年",
    Unit.YUAN: "元",
}
DIRECTIONS: Mapping[Direction | None, str] = {
    Direction.UPPER: "下级规定只能更短、更少",
    Direction.LOWER: "下级规定只能更长、更多",
    None: "",
}


def said(parameter: Parameter, value: Value | None) -> str:
    """Return a value as officials write it: 20个工作日, 50%, 是; "" where there is none."""
    if value is None:
        return ""
    return "废止" if value.value is None else plain(parameter, value.value) + after(value.value, value.unit)


def plain(parameter: Parameter, value: NormValue) -> str:
    """Return a value without its unit."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Fraction):
        return f"{float(value * 100):g}%"
    return parameter.say(value)


def after(value: NormValue | None, unit: Unit) -> str:
    """Return the unit that follows a number: 个工作日; "" after words."""
    return _AFTER.get(unit, "") if isinstance(value, int) and not isinstance(value, bool) else ""


def typed(value: Value | None) -> str:
    """Return a value as it is typed into the form."""
    if value is None or value.value is None:
        return ""
    if isinstance(value.value, bool):
        return "true" if value.value else "false"
    return ",".join(value.value) if isinstance(value.value, tuple) else str(value.value)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an article; `marked` where it is the quotation (引文)."""

    text: str
    marked: bool


def article(law: LawBook, value: Value) -> list[list[Piece]]:
    """Return the paragraphs of the cited article with the quotation marked; the quotation alone without a text."""
    text = law.text(value.basis)
    if not text:
        return [[Piece(value.quote, marked=True)]] if value.quote else []
    return [list(_pieces(line, value.quote)) for line in text.split("\n") if line.strip()]


def _pieces(line: str, quote: str) -> Iterator[Piece]:
    before, found, rest = line.partition(quote) if quote else (line, "", "")
    yield from (Piece(text, marked) for text, marked in ((before, False), (found, True), (rest, False)) if text)
