"""The flow chart of an item (办理流程图), laid out by the server from the item's own stages.

Any stage object will do that has `name`, `who`, `days` (words, e.g. "5 日") and `specials`, a list of special
procedures (特殊环节) with `name` and `days`. Numbers are pixels of the drawing, not of law.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_WIDE_BOX = (150, 74)
_GAP = 34
_SPECIAL = 44
_MARGIN = 2
_NAME, _WHO = 9, 11  # characters that a line has room for


@dataclass(frozen=True, slots=True)
class Special:
    """What hangs on a stage, in words: a special procedure (特殊环节), or a co-department (协办部门), `counted`."""

    name: str
    days: str = ""
    counted: bool = False

    @property
    def words(self) -> str:
        """Return the second line of its box."""
        return " · ".join(w for w in (("协办", self.days) if self.counted else (self.days, "不计入时限")) if w)


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage in words (环节): 审查 · 市水务局审批科 · 5 日."""

    name: str
    who: str = ""
    days: str = ""
    specials: tuple[Special, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in a box."""

    words: str
    css: str
    y: int


@dataclass(frozen=True, slots=True)
class Box:
    """A box with its lines, and the way that leads to it from the box before."""

    x: int
    y: int
    width: int
    height: int
    css: str
    lines: tuple[Line, ...]
    way: str = ""
    tip: str = ""

    @property
    def middle(self) -> int:
        """Return where text is centred."""
        return self.x + self.width // 2


@dataclass(frozen=True, slots=True)
class Flow:
    """A drawing: its css class, its size and its boxes."""

    css: str
    width: int
    height: int
    boxes: tuple[Box, ...]


def flow_wide(stages: Sequence[Any]) -> Flow:
    """Lay the stages out from left to right, special procedures below their stage."""
    width, height = _WIDE_BOX
    boxes: list[Box] = []
    for number, stage in enumerate(stages):
        x = _MARGIN + number * (width + _GAP)
        middle = _MARGIN + height // 2
        way = f"M{x - _GAP} {middle}H{x - 7}" if number else ""
        tip = f"M{x - 8} {middle - 5}L{x} {middle}L{x - 8} {middle + 5}Z" if number else ""
        boxes.append(_stage_box(stage, (x, _MARGIN), _css(number, stages), way, tip))
        for place, special in enumerate(stage.specials):
            y = _MARGIN + height + 22 + place * (_SPECIAL + 10)
            boxes.append(_special_box(special, (x, y), width, f"M{x + width // 2} {y - (22 if not place else 10)}V{y}"))
    return _flow("across", boxes)


def flow_down(stages: Sequence[Any]) -> Flow:
    """Lay the stages out from top to bottom, special procedures to the right of their stage."""
    width, height = _WIDE_BOX
    boxes: list[Box] = []
    y, left = _MARGIN, 0
    for number, stage in enumerate(stages):
        middle = _MARGIN + width // 2
        way = f"M{middle} {left}V{y - 7}" if number else ""
        tip = f"M{middle - 5} {y - 8}L{middle} {y}L{middle + 5} {y - 8}Z" if number else ""
        boxes.append(_stage_box(stage, (_MARGIN, y), _css(number, stages), way, tip))
        for place, special in enumerate(stage.specials):
            top = y + place * (_SPECIAL + 10)
            bend = f"M{_MARGIN + width} {y + height // 2}h14V{top + _SPECIAL // 2}h14"
            boxes.append(_special_box(special, (_MARGIN + width + 28, top), 158, bend))
        left = y + height
        y += max(height, len(stage.specials) * (_SPECIAL + 10) - 10) + 26
    return _flow("down", boxes)


def in_words(stages: Sequence[Any]) -> str:
    """Return the chart in one sentence, for those who do not see it."""
    steps = [" ".join(word for word in (stage.name, stage.who, stage.days) if word) for stage in stages]
    beside = [s for stage in stages for s in stage.specials]
    together = [f"{s.name} {s.days}".strip() for s in beside if s.counted]
    aside = [f"{s.name}{s.days}（不计入时限）" for s in beside if not s.counted]
    co = [f"同时送协办部门：{'、'.join(together)}"] if together else []
    return "，".join([" → ".join(steps), *co, *aside])


def _css(number: int, stages: Sequence[Any]) -> str:
    return "end" if number in (0, len(stages) - 1) else ""


def _stage_box(stage: Any, at: tuple[int, int], css: str, way: str, tip: str) -> Box:
    (x, y), (width, height) = at, _WIDE_BOX
    words = [(fitting(stage.name, _NAME), "nm"), (fitting(stage.who, _WHO), ""), (stage.days, "dy")]
    shown = [(text, name) for text, name in words if text]
    top = y + (height - 20 * len(shown)) // 2 + 15
    lines = tuple(Line(text, name, top + 20 * place) for place, (text, name) in enumerate(shown))
    return Box(x, y, width, height, css, lines, way, tip)


def fitting(words: str, most: int) -> str:
    """Return the words as far as a box has room; the table beside the chart has them in full."""
    return words if len(words) <= most else f"{words[: most - 1]}…"


def _special_box(special: Special, at: tuple[int, int], width: int, way: str) -> Box:
    x, y = at
    lines = (Line(fitting(special.name, _NAME), "nm", y + 18), Line(special.words, "dy", y + 36))
    return Box(x, y, width, _SPECIAL, "co" if special.counted else "sp", lines, way)


def _flow(css: str, boxes: Sequence[Box]) -> Flow:
    width = max((box.x + box.width for box in boxes), default=0) + _MARGIN
    height = max((box.y + box.height for box in boxes), default=0) + _MARGIN
    return Flow(css, width, height, tuple(boxes))
