"""How a norm reads on the command line, in Chinese or as JSON facts (规定的文字)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from yichuang.law.book import LawBook
from yichuang.law.shapes import Direction, NormValue, Parameter, Unknown, Value
from yichuang.rules.norms import Unit

UNIT_WORDS = {
    Unit.WORKING_DAY: "个工作日",
    Unit.CALENDAR_DAY: "日（日历日）",
    Unit.HOUR: "小时",
    Unit.MONTH: "个月",
    Unit.YEAR: "年",
    Unit.YUAN: "元",
}
DIRECTION_WORDS = {
    Direction.UPPER: "下级规定只能更短、更少",
    Direction.LOWER: "下级规定只能更长、更多",
}
KIND_WORDS = {"parameter": "参数", "profile": "适用范围", "source": "来源", "place": "条文位置"}


def unknown(error: Unknown, law: LawBook) -> str:
    """Say what is unknown and which names come close."""
    kind = KIND_WORDS[error.kind]
    near = "、".join(_named(name, law) for name in error.near)
    ways = {"parameter": "yc law list 可列出全部参数", "profile": f"可用的有 {'、'.join(law.profiles())}"}
    guess = f"是否要找 {near}？" if near else ""
    return f"没有{kind}“{error.name}”。{guess}{ways.get(error.kind, '请核对写法')}。"


def _named(name: str, law: LawBook) -> str:
    known = {
        **{n: p.term for n, p in law.parameters().items()},
        **{n: p.name for n, p in law.profiles().items()},
    }
    return f"{name}（{known[name]}）" if name in known else name


def value_words(parameter: Parameter, value: NormValue | None, unit: Unit) -> str:
    """Return a value as officials write it: 20个工作日, 50%, 是."""
    if value is None:
        return "废止"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Fraction):
        return f"{float(value * 100):g}%"
    return parameter.say(value) + UNIT_WORDS.get(unit, "")


def line(law: LawBook, parameter: Parameter, profile: str, on: date) -> str:
    """Return one line of the list."""
    value = law.value(parameter.name, profile, on)
    assert value is not None
    said = value_words(parameter, value.value, value.unit)
    return f"  {parameter.name}  {parameter.term}：{said}  {law.cite(value.basis)}"


def facts(law: LawBook, parameter: Parameter, profile: str, on: date) -> dict[str, object]:
    """Return everything about one norm as JSON facts; `value` is null when nothing is in force."""
    value = law.value(parameter.name, profile, on)
    head: dict[str, object] = {
        "parameter": parameter.name,
        "term": parameter.term,
        "meaning": parameter.meaning,
        "profile": profile,
        "at": on.isoformat(),
        "in_force": value is not None,
        "direction": parameter.direction.value if parameter.direction else None,
    }
    history = [_facts_of(law, parameter, past) for past in law.history(parameter.name, profile)]
    empty: dict[str, object] = {"value": None, "unit": parameter.unit.value}
    return head | (_facts_of(law, parameter, value) if value else empty) | {"history": history}


def _facts_of(law: LawBook, parameter: Parameter, value: Value) -> dict[str, object]:
    plain = list(value.value) if isinstance(value.value, tuple) else value.value
    return {
        "value": str(plain) if isinstance(plain, Fraction) else plain,
        "unit": value.unit.value,
        "text": value_words(parameter, value.value, value.unit),
        "whose": value.profile,
        "since": value.since.isoformat(),
        "basis": value.basis,
        "citation": law.cite(value.basis),
        "quote": value.quote or None,
        "article": law.text(value.basis),
        "departs_from": value.departs_from or None,
        "reason": value.reason or None,
        "note": value.note or None,
        "checked_on": value.checked_on.isoformat(),
        "checked": value.checked,
    }


def page(law: LawBook, parameter: Parameter, profile: str, on: date) -> Iterator[str]:
    """Yield the lines of one norm's page."""
    value = law.value(parameter.name, profile, on)
    yield f"{parameter.term}（{parameter.name}）"
    yield f"  {parameter.meaning}"
    yield f"适用范围  {law.profiles()[profile].name}（{profile}），{on}"
    yield from _page_of(law, parameter, value) if value else ["现行值    这一天没有有效的规定"]
    yield from _history(law, parameter, profile)


def _page_of(law: LawBook, parameter: Parameter, value: Value) -> Iterator[str]:
    yield f"现行值    {value_words(parameter, value.value, value.unit)}"
    yield f"谁的规定  {law.profiles()[value.profile].name}（{value.profile}），{value.since} 起施行"
    yield f"依据      {law.cite(value.basis)}"
    if value.quote:
        yield f"引文      “{value.quote}”"
    if parameter.direction:
        yield f"方向      {DIRECTION_WORDS[parameter.direction]}"
    if value.departs_from:
        yield f"变通      与{law.cite(value.departs_from)}不同：{value.reason}"
    if value.note:
        yield f"说明      {value.note}"
    checked = "" if value.checked else "（原文未见，待核）"
    yield f"核对日期  {value.checked_on}{checked}"
    article = law.text(value.basis)
    if article:
        yield "条文"
        yield from (f"  {row}" for row in article.split("\n"))


def _history(law: LawBook, parameter: Parameter, profile: str) -> Iterator[str]:
    past = law.history(parameter.name, profile)
    yield "沿革" if past else "沿革      全国和本地都没有规定过"
    others = dict.fromkeys(value.profile for value in parameter.values) if not past else {}
    yield from [f"别处有规定：{'、'.join(_named(name, law) for name in others)}"] if others else []
    for value in past:
        whose = law.profiles()[value.profile].name
        said = value_words(parameter, value.value, value.unit)
        yield f"  {value.since} 起  {said}  {whose}  {law.cite(value.basis)}"
