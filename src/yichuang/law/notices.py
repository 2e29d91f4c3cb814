"""Read a holiday notice, shipped or imported, with a clear complaint for each mistake (放假通知)."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from yichuang.law.reading import Table, day, only, read_given
from yichuang.law.shapes import LawError
from yichuang.rules.working_days import YearNotice

_COLUMNS = ("year", "title", "number", "issued", "checked", "note", "holidays")
_HOLIDAY = ("name", "rest", "work", "note")
_KINDS = {"放假": "off", "休息": "off", "off": "off", "上班": "on", "调休上班": "on", "on": "on"}
_LONGEST = 40
_FIRST, _LAST = 1949, 2099
_NUMBER_MAX, _NAME_MAX = 60, 40


def parse_notice(text: str, *, form: str, year: int | None = None) -> YearNotice:
    """Return the notice in a YAML or CSV text (`form`), of `year` if given. Raises LawError in Chinese."""
    readers = {"yaml": _from_yaml, "csv": _from_csv}
    if form not in readers:
        raise LawError(f"不认识的格式“{form}”，只能导入 yaml 或 csv")
    notice = readers[form](text)
    if year is not None and notice.year != year:
        raise LawError(f"通知写的是{notice.year}年，要导入的是{year}年")
    return notice


def first_day(year: int) -> date:
    """Return the first day of which the notice of a year may speak (元旦假期从上年末起)."""
    return date(year - 1, 12, 25)


def number_in(text: str, *, form: str) -> str:
    """Return the number that the notice's own text carries (文号), "" where it has none: a CSV has no place for it."""
    return str(read_given(text, "通知").get("number") or "").strip() if form == "yaml" else ""


def checked_number(number: str) -> str:
    """Return the number of a notice as it will be printed. Raises LawError."""
    if len(number) > _NUMBER_MAX or not number.isprintable():
        raise LawError(f"文号应为一行、不超过 {_NUMBER_MAX} 个字")
    return number


def _from_yaml(text: str) -> YearNotice:
    return notice_of(read_given(text, "通知"), "通知")


def notice_of(table: Table, where: str) -> YearNotice:
    """Build a notice from its table: `rest` is a list of [first, last] or single days. Raises LawError."""
    only(table, _COLUMNS, where)
    if not isinstance(table.get("year"), int) or not isinstance(table.get("holidays"), list):
        raise LawError(f"{where}：缺年份 year 或节日表 holidays")
    off: list[tuple[date, str]] = []
    on: list[tuple[date, str]] = []
    for holiday in table["holidays"]:
        if not isinstance(holiday, dict):
            raise LawError(f"{where}：节日表 holidays 的每一项应写 name 和 rest")
        only(holiday, _HOLIDAY, where)
        name = _name(holiday.get("name"), where)
        off += [(when, name) for raw in _listed(holiday, "rest", where) for when in _stretch(raw, where)]
        on += [(day(raw, where), name) for raw in _listed(holiday, "work", where)]
    return _notice(int(table["year"]), off, on, where)


def _name(raw: object, where: str) -> str:
    if not isinstance(raw, str) or not 0 < len(raw.strip()) <= _NAME_MAX or not raw.isprintable():
        raise LawError(f"{where}：节日名称应为一行、不超过 {_NAME_MAX} 个字")
    return raw.strip()


def _listed(holiday: Table, column: str, where: str) -> list[object]:
    found = holiday.get(column) or []
    if not isinstance(found, list):
        raise LawError(f"{where}：{column} 应写作 [日期, …]，现为 {found}")
    return found


def _stretch(raw: object, where: str) -> list[date]:
    if not isinstance(raw, list):
        return [day(raw, where)]
    if len(raw) != 2:
        raise LawError(f"{where}：放假起止应写作 [首日, 末日]，现为 {raw}")
    first, last = day(raw[0], where), day(raw[1], where)
    count = (last - first).days + 1
    if not 1 <= count <= _LONGEST:
        raise LawError(f"{where}：{first} 至 {last} 不是一段假期")
    return [first + timedelta(n) for n in range(count)]


def _from_csv(text: str) -> YearNotice:
    """Read rows 日期,类型,节日 where 类型 is 放假 or 上班."""
    try:
        rows = [row for row in csv.reader(text.removeprefix("\ufeff").splitlines()) if any(row)]
    except csv.Error as fault:
        raise LawError("通知不是合法的 CSV：一行三栏“日期,类型,节日”") from fault
    off: list[tuple[date, str]] = []
    on: list[tuple[date, str]] = []
    for number, row in enumerate(rows, start=1):
        if number == 1 and row[0].strip() == "日期":
            continue
        kind, pair = _row([cell.strip() for cell in row], f"第{number}行")
        (off if kind == "off" else on).append(pair)
    if not off:
        raise LawError("通知里没有放假的日子")
    years = [when.year for when, _ in off + on]
    return _notice(max(set(years), key=years.count), off, on, "通知")


def _row(cells: list[str], where: str) -> tuple[str, tuple[date, str]]:
    if len(cells) != 3 or not cells[2]:
        raise LawError(f"{where}：应有三栏“日期,类型,节日”")
    if cells[1] not in _KINDS:
        raise LawError(f"{where}：类型“{cells[1]}”应为“放假”或“上班”")
    return _KINDS[cells[1]], (day(cells[0], where), _name(cells[2], where))


def _notice(year: int, off: Iterable[tuple[date, str]], on: Iterable[tuple[date, str]], where: str) -> YearNotice:
    off, on = list(off), list(on)
    if not _FIRST <= year <= _LAST:
        raise LawError(f"{where}：年份不对，应为四位数字的公历年份")
    every = Counter(when for when, _ in off + on)
    for when, times in every.items():
        _in_year(when, year, where)
        if times > 1:
            raise LawError(f"{where}：{when} 写了两次")
    for when, _ in on:
        if when.weekday() < 5:
            raise LawError(f"{where}：调休上班日 {when} 不是周六、周日")
    if not off:
        raise LawError(f"{where}：通知里没有放假的日子")
    return YearNotice(year, dict(off), dict(on), f"NOTICE-{year}")


def _in_year(when: date, year: int, where: str) -> None:
    """A notice speaks of its own year; a New Year holiday may begin in the last days of the year before."""
    before = first_day(year) <= when < date(year, 1, 1)
    if when.year != year and not before:
        raise LawError(f"{where}：{when} 不在{year}年内")
