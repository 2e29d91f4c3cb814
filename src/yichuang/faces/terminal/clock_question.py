"""What is asked of `./yc clock`: options or a JSON object become one checked, frozen question (计时问题)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from yichuang.rules.clockwork.pauses import SPECIAL_PROCEDURES, Pause, kind_of
from yichuang.rules.facts import ClockFact, FactKind

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_PAUSE = re.compile(r"([^.:：]*)\.\.([^.:：]*)[:：](.+)", re.DOTALL)
_MOST_DAYS = 3650
_STOPS = "（《行政许可法》第四十五条）"
_DAYS = {"item_limit": "--item-limit", "promised_limit": "--promised-limit", "extend": "--extend"}
_DATES = {
    "received": "--received",
    "accepted": "--accepted",
    "corrected_notice": "--corrected-notice",
    "supplemented": "--supplemented",
    "today": "--today",
}
KEYS = (*_DAYS, *_DATES, "profile", "pause", "joint")


class Wrong(Exception):
    """The question can't be answered. Its text is one clear sentence in Chinese."""


@dataclass(frozen=True, slots=True)
class Question:
    """One history to compute. `pauses` have `last` None while open."""

    profile: str
    today: date
    item_limit: int | None = None
    promised_limit: int | None = None
    extend: int | None = None
    received: date | None = None
    accepted: date | None = None
    corrected_notice: date | None = None
    supplemented: date | None = None
    pauses: tuple[Pause, ...] = ()
    joint: bool = False

    def facts(self) -> tuple[ClockFact, ...]:
        """Return the facts of the reception, in the order in which they happened."""
        rows = (
            (FactKind.RECEIVED, self.received),
            (FactKind.CORRECTION_NOTIFIED, self.corrected_notice),
            (FactKind.SUPPLEMENTED, self.supplemented),
            (FactKind.ACCEPTED, self.accepted),
        )
        return tuple(ClockFact(kind, on) for kind, on in rows if on is not None)

    def movements(self) -> tuple[ClockFact, ...]:
        """Return the facts that move a running clock."""
        facts: list[ClockFact] = []
        for pause in self.pauses:
            facts.append(ClockFact(FactKind.PAUSED, pause.first, pause=pause.kind))
            if pause.last is not None:
                facts.append(ClockFact(FactKind.RESUMED, pause.last, pause=pause.kind))
        if self.extend is not None and (on := self.accepted or self.received) is not None:
            facts.append(ClockFact(FactKind.EXTENDED, on, days=self.extend))
        return tuple(facts)


def read_question(options: Mapping[str, object], today: date) -> Question:
    """Read options (or one JSON object) into a question. Raises Wrong."""
    unknown = [key for key in options if key not in KEYS]
    if unknown:
        raise Wrong(f"没有“{unknown[0]}”这个选项。")
    days = {key: _days(options[key], name) for key, name in _DAYS.items() if options.get(key) is not None}
    dates = {key: _date(options[key], name) for key, name in _DATES.items() if options.get(key) is not None}
    question = Question(
        profile=_word(options.get("profile"), "--profile") or "cn",
        pauses=_pauses(options.get("pause")),
        joint=_flag(options.get("joint")),
        **days,
        **({"today": today} | dates),
    )
    _check_order(question)
    return question


def _check_order(question: Question) -> None:
    """Refuse an impossible order of dates. Raises Wrong."""
    steps = (
        ("收件", question.received),
        ("补正告知", question.corrected_notice),
        ("补正", question.supplemented),
        ("受理", question.accepted),
    )
    if question.received is None and question.accepted is None:
        raise Wrong("请给出收件日期 --received 或者受理日期 --accepted。")
    if question.received is None and question.corrected_notice is not None:
        raise Wrong("有补正告知，就要给出收件日期 --received。")
    if question.supplemented is not None and question.corrected_notice is None:
        raise Wrong("有补正日期，就要给出补正告知日期 --corrected-notice。")
    known = [(name, on) for name, on in steps if on is not None]
    for (earlier, first), (later, then) in pairwise(known):
        if then < first:
            raise Wrong(f"{later}日期 {then} 早于{earlier}日期 {first}，先后次序不对（《行政许可法》第三十二条）。")


def _pauses(given: object) -> tuple[Pause, ...]:
    if given is None:
        return ()
    words = [given] if isinstance(given, str) else given
    if not isinstance(words, list | tuple):
        raise Wrong('pause 应当是一个列表，例如 ["2026-03-11..2026-03-17:检测"]。')
    pauses = sorted((_pause(word) for word in words), key=lambda pause: pause.first)
    for earlier, later in pairwise(pauses):
        if earlier.last is None or later.first <= earlier.last:
            raise Wrong(f"{earlier.first} 起和 {later.first} 起的两次中止重叠，同一天只能扣除一次{_STOPS}。")
    return tuple(pauses)


def _pause(given: object) -> Pause:
    found = _PAUSE.fullmatch(given.strip()) if isinstance(given, str) else None
    if found is None:
        raise Wrong(
            f"“{_shown(given)}”不是中止期间，应写作 2026-03-11..2026-03-17:检测，尚未结束的写作 2026-03-11..:检测。"
        )
    first = _date(found[1], "--pause")
    last = _date(found[2], "--pause") if found[2] else None
    kind = kind_of(found[3].strip())
    if kind is None:
        raise Wrong(f"“{_shown(found[3])}”不是特殊环节，可以是：{'、'.join(SPECIAL_PROCEDURES.values())}。")
    if last is not None and last < first:
        raise Wrong(f"中止的最后一日 {last} 早于第一日 {first}{_STOPS}。")
    return Pause(first, last, kind)


def _date(given: object, name: str) -> date:
    try:
        if isinstance(given, str) and _DATE.fullmatch(given):
            return date.fromisoformat(given)
    except ValueError:
        pass
    raise Wrong(f"{name} 的“{_shown(given)}”不是日期，应写作 2026-03-02。")


def _days(given: object, name: str) -> int:
    number = int(given) if isinstance(given, str) and re.fullmatch(r"\d{1,6}", given, re.ASCII) else given
    if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= _MOST_DAYS:
        return number
    raise Wrong(f"{name} 的“{_shown(given)}”不是天数，应是 1 到 {_MOST_DAYS} 的整数。")


def _word(given: object, name: str) -> str:
    if given is None or isinstance(given, str):
        return given or ""
    raise Wrong(f"{name} 的“{_shown(given)}”应是文字。")


def _flag(given: object) -> bool:
    if given is None or isinstance(given, bool):
        return bool(given)
    raise Wrong("joint 应是 true 或者 false。")


def _shown(given: object) -> str:
    words = str(given).replace("\n", " ").strip()
    return words if len(words) <= 40 else words[:40] + "……"
