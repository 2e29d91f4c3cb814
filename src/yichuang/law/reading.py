"""Read YAML strictly: safe C loader, no double keys, and every complaint names its file (读取数据文件)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from yichuang.law.shapes import LawError, NormValue
from yichuang.rules.norms import Unit

Table = dict[str, Any]
try:
    _Base: Any = yaml.CSafeLoader
except AttributeError:  # a PyYAML without libyaml
    _Base = yaml.SafeLoader

_DEEPEST = 20


class _Strict(_Base):  # type: ignore[misc]
    """A safe loader that refuses the same key twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
        """Build a mapping. Raises LawError on a double key."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise LawError(f"{node.start_mark.name}：{node.start_mark.line + 1}：同一名称写了两次：{twice}")
        return dict(super().construct_mapping(node, deep=deep))


def read_text(text: str, name: str) -> Table:
    """Return the mapping a YAML text holds. Raises LawError with the line."""
    try:
        found = yaml.load(text, Loader=_Strict)  # noqa: S506 (a subclass of the safe loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"第{mark.line + 1}行" if mark else ""
        raise LawError(f"{name}{line}不是合法的 YAML：{getattr(error, 'problem', error)}") from error
    if not isinstance(found, dict):
        raise LawError(f"{name}：应当是“名称: 内容”的表")
    return found


def read_given(text: str, name: str) -> Table:
    """Return the mapping in a text that somebody handed in. Raises LawError.

    A list in a list in a list would use up the stack of the reader and end the process; a reference could stand for
    a text of any size.
    """
    deep = 0
    try:
        for event in yaml.parse(text, Loader=_Base):
            deep += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if deep > _DEEPEST or isinstance(event, yaml.AliasEvent):
                line = f"第{event.start_mark.line + 1}行" if event.start_mark else ""
                raise LawError(f"{name}{line}：套了太多层，或者用了 YAML 的引用")
    except yaml.YAMLError:
        pass  # told with its line when it is read
    return read_text(text, name)


def read(path: Path) -> Table:
    """Return the mapping in a YAML file. Raises LawError."""
    return read_text(path.read_text(encoding="utf-8"), path.name)


def only(table: Table, allowed: Iterable[str], where: str) -> None:
    """Raise LawError when the table has a key nobody knows."""
    strange = sorted(str(key) for key in set(table) - set(allowed))
    if strange:
        raise LawError(f"{where}：不认识的栏目 {'、'.join(strange)}")


def day(raw: object, where: str) -> date:
    """Return a date. Raises LawError when it is none."""
    if isinstance(raw, date):
        return raw
    try:
        return date.fromisoformat(str(raw).strip())
    except ValueError as error:
        raise LawError(f"{where}：“{raw}”不是日期（应写作 2026-03-02）") from error


def _choice(raw: object) -> NormValue:
    return str(raw)


def _words(raw: object) -> NormValue:
    if not isinstance(raw, list) or len(set(raw)) != len(raw):
        raise ValueError("not a list of different words")
    return tuple(str(word) for word in raw)


def _flag(raw: object) -> NormValue:
    if not isinstance(raw, bool):
        raise ValueError("not yes or no")
    return raw


def _ratio(raw: object) -> NormValue:
    share = Fraction(str(raw))
    if not 0 <= share <= 1:
        raise ValueError("not between 0 and 1")
    return share


def _whole(raw: object) -> NormValue:
    if isinstance(raw, bool) or not isinstance(raw, int) or raw < 0:
        raise ValueError("not a whole number")
    return raw


_READERS = {Unit.CHOICE: _choice, Unit.CHOICES: _words, Unit.FLAG: _flag, Unit.RATIO: _ratio}


def value(raw: object, unit: Unit, where: str) -> NormValue | None:
    """Return a value in its unit's type; null means abolished. Raises LawError."""
    if raw is None:
        return None
    try:
        return _READERS.get(unit, _whole)(raw)
    except (ValueError, ZeroDivisionError, TypeError) as error:
        raise LawError(f"{where}：“{raw}”不是单位 {unit.value} 的值") from error
