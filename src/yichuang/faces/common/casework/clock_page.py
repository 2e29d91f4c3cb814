"""这个日期怎么算的: one page that shows every day of a deadline. Staff, applicants and /track/ see the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from yichuang.acts.papers.terms import extended_by
from yichuang.faces.common.casework.clock_rows import DayRow, Month, Reading, cited, day_rows, months, span_words
from yichuang.faces.common.casework.timing import CaseTime, case_time, waiting_since
from yichuang.faces.common.dates import bare_day, short_day
from yichuang.faces.common.labels import term_words
from yichuang.records.cases.history import Event
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Role
from yichuang.rules.clockwork.pauses import Pause, name_of
from yichuang.rules.clockwork.terms import ClockStart, ClockTerms
from yichuang.rules.explain import first_counted
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.norms import Term

_NOBODY: Mapping[date, str] = MappingProxyType({})
_PROMISED = "承诺"
_ROLES = dict(Role.choices)


@dataclass(frozen=True, slots=True)
class Names:
    """What the days of a part are called (协办): from what it counts, whose limit it is, what is due."""

    start: str
    limit: str
    result: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A part of a case as the page counts it: its own facts and limits under the case's norms."""

    profile: str
    item_version_id: UUID
    facts: tuple[ClockFact, ...]
    terms: ClockTerms


@dataclass(frozen=True, slots=True)
class OtherLimit:
    """The limit that is not shown: the legal one beside a promise, or the promise beside the legal one."""

    title: str
    on: date | None
    words: str
    provisional: bool
    query: str


@dataclass(frozen=True, slots=True)
class ClockPage:
    """What `common/clock.html` draws. `sums` are pairs (what, how much); `stops` and `longer` are sentences."""

    heading: str
    sums: tuple[tuple[str, str], ...]
    result: tuple[str, str]
    rows: tuple[DayRow, ...]
    start: DayRow | None
    months: tuple[Month, ...]
    stops: tuple[str, ...]
    longer: tuple[str, ...]
    other: OtherLimit | None
    provisional: bool
    late: int
    time: CaseTime


def clock_page(  # noqa: PLR0913 - one page for a case and for a part of it
    case: CaseFile | Counted,
    directory: Directory,
    today: date,
    *,
    statutory: bool = False,
    approved: Mapping[date, str] = _NOBODY,
    names: Names | None = None,
) -> ClockPage:
    """Return the page of one case. `approved` names who approved the pause that began on a day; `names`: of a part."""
    calendar = directory.calendar(case.profile)
    time = case_time(case.facts, case.terms, calendar, today, statutory=statutory)
    start = time.clock.started_on or waiting_since(case.facts)
    reading = Reading(time.clock, today, time.due, _promise(case, time, statutory), _notes(time.clock.pauses, approved))
    rows = tuple(day_rows(time.days, reading))
    return ClockPage(
        heading=_heading(time, today),
        sums=tuple(_sums(case, time, rows, today, _called(time, statutory, names))),
        result=(
            names.result if names else "最晚答复" if time.answering else "最晚决定",
            short_day(time.due, today) if time.due else "等恢复计时",
        ),
        rows=rows,
        start=_start(names.start if names else _start_words(case, time), start, today),
        months=months(rows, start, today, calendar) if start else (),
        stops=tuple(_stop(pause, approved, today) for pause in time.clock.pauses),
        longer=tuple(_longer(case, today)),
        other=_other(time, statutory),
        provisional=time.due is not None and calendar.provisional(time.due),
        late=-time.left if time.left is not None and time.left < 0 else 0,
        time=time,
    )


def approvers(events: Iterable[Event], names: Mapping[UUID, str]) -> dict[date, str]:
    """Return who approved each pause, by its first day, from the ledger."""
    found: dict[date, str] = {}
    for event in events:
        if event.verb == "case.paused" and event.actor_id is not None:
            for row in event.rows("cases_clockevent").values():
                found[date.fromisoformat(row["on"])] = names.get(event.actor_id, "")
    return found


def _heading(time: CaseTime, today: date) -> str:
    clock = time.clock
    if time.due is not None:
        return f"{short_day(time.due, today)}，是这样算出来的"
    if clock.paused:
        return f"正在因{name_of(clock.pause_kind)}中止计时，恢复以后才有到期日"
    return "正在等申请人补正，补齐以后重新计算" if clock.correcting else "期限没有在计算"


def _sums(
    case: CaseFile | Counted, time: CaseTime, rows: tuple[DayRow, ...], today: date, called: Names
) -> Iterator[tuple[str, str]]:
    clock, terms = time.clock, case.terms
    first = first_counted(time.days)
    yield called.start or _start_words(case, time), f"{bare_day(first, today)} 起算" if first else "还没有起算"
    if time.answering:
        yield "答复是否受理", _term(terms.answer)
    else:
        yield called.limit, _term(terms.promised or terms.decision if called.limit == _PROMISED else terms.decision)
    if clock.extension_days:
        yield "延期", f"加 {extended_by(clock.extension_days, terms)}"
    for kind in dict.fromkeys(pause.kind for pause in clock.pauses):
        stopped = sum(row.counted == "暂停" for row in rows)
        yield name_of(kind), f"不计 {stopped} 个工作日"
    yield "休息日", f"不计 {sum(row.counted == '不计' for row in rows)} 日"


def _called(time: CaseTime, statutory: bool, names: Names | None) -> Names:
    return names or Names("", "法定" if statutory or time.clock.promised is None else _PROMISED, "")


def _term(term: Term) -> str:
    return term_words(term.number, term.unit)


def _start_words(case: CaseFile | Counted, time: CaseTime) -> str:
    clock = time.clock
    if time.answering:
        return "收件" if clock.received_on == waiting_since(case.facts) else "补正材料收齐"
    if case.terms.start is ClockStart.RECEIVED:
        return "窗口收到材料"
    return "视为受理" if clock.deemed else "受理"


def _start(begun: str, start: date | None, today: date) -> DayRow | None:
    """Return the row of the day on which it begins: it does not count."""
    if start is None:
        return None
    words = f"{begun}当日不计入"
    return DayRow(start, "s", "", "不计", words, cited("MFD-201.1"), start == today)


def _promise(case: CaseFile | Counted, time: CaseTime, statutory: bool) -> str:
    """Return what the last day of a promised limit goes by: the guide, in its version of that day."""
    if statutory or time.answering or time.clock.promised is None:
        return ""
    return f"承诺 {_term(time.clock.promised.limit)}：办事指南第 {version_of(case.item_version_id).number} 版"


def _notes(pauses: Iterable[Pause], approved: Mapping[date, str]) -> dict[date, str]:
    """Return what is said on single days: where a pause begins and ends."""
    found = {}
    for pause in pauses:
        by = f"{approved[pause.first]}批准，" if approved.get(pause.first) else ""
        found[pause.first] = f"{by}中止开始"
        if pause.last is not None and pause.last != pause.first:
            found[pause.last] = "结束，次日恢复计时"
    return found


def _stop(pause: Pause, approved: Mapping[date, str], today: date) -> str:
    by = f"，{approved[pause.first]}批准" if approved.get(pause.first) else ""
    return f"{span_words(pause.first, pause.last, today)}，{name_of(pause.kind)}{by}，不计入期限"


def _longer(case: CaseFile | Counted, today: date) -> Iterator[str]:
    for fact in case.facts:
        if fact.kind is FactKind.EXTENDED:
            by = _ROLES.get(fact.by, "")
            yield f"{short_day(fact.on, today)}，{by}批准延长 {extended_by(fact.days, case.terms)}"


def _other(time: CaseTime, statutory: bool) -> OtherLimit | None:
    clock = time.clock
    if clock.promised is None or clock.due is None:
        return None
    due, title, query = (
        (clock.promised, "承诺最晚日期", "") if statutory else (clock.due, "法定最晚日期", "?limit=statutory")
    )
    source = "办事指南" if statutory else cited(due.basis)
    words = f"{'承诺' if statutory else '法定'} {_term(due.limit)}（{source}）"
    return OtherLimit(title, due.on, words, due.provisional, query)
