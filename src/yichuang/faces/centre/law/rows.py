"""试算的名单: each case and each record that would stand otherwise, as a row and as a table to save."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpResponse

from yichuang.acts.inspection.dry_run import Moved
from yichuang.acts.inspection.trials.trial import Tried
from yichuang.faces.centre.items.sheet import saved
from yichuang.faces.centre.law.trying import Trial
from yichuang.law.shapes import Parameter
from yichuang.records.cases.models import CaseOutcome, Effect
from yichuang.records.catalogue.queries import names_of_items
from yichuang.records.org.models import Role
from yichuang.rules.dry_run.gauging import Way

_HEAD = ("办件编号", "在办", "收件日期", "原到期", "新到期", "会变成超时", "不再超时")
_HEAD_RECORDS = ("办件编号", "在办", "部门", "记录", "原期限", "新期限", "后果")
_WORDS = {**dict(Role.choices), **dict(CaseOutcome.choices), **dict(Effect.choices)}
# What a breach is called: would become one, would be one no more, stays one, is none.
_LATE = ("会成超期", "不再算超期", "仍超期", "仍在期限内")
_EARLY = ("会成通知过晚", "不再算过晚", "仍过晚", "仍够提前")
_ALLOWED = ("按新值不合规定", "按新值合规定", "仍不合规定", "仍合规定")
_PLAIN = ("", "", "", "只是届满日不同")
_VERDICTS: Mapping[Way, Sequence[str]] = {
    Way.DUTY: _LATE, Way.RIGHT: ("会过期不收", "会可以收", "仍过期", "仍在期限内"), Way.LEAD: _EARLY,
    Way.TERM: _PLAIN, Way.KEPT: _PLAIN, Way.BAN: _PLAIN,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One record: its case, what stands in it, both last days, what follows and how it is coloured."""

    no: str
    item: str
    running: bool
    department: str
    done: str
    was: date | None
    would: date | None
    verdict: str
    tone: str
    href: str = ""  # a project has no evidence of its own


def lines(trial: Trial, departments: Mapping[UUID, str], most: int | None = None) -> list[Line]:
    """Return what would stand otherwise, running cases first; item names in one query."""
    if trial.records is None:
        return []
    moved = trial.records.moved[:most]
    names = names_of_items({one.piece.item_id for one in moved if one.piece.item_id})
    return list(_lines(trial, moved, departments, names))


def _lines(
    trial: Trial, moved: Sequence[Tried], departments: Mapping[UUID, str], items: Mapping[UUID, str]
) -> Iterator[Line]:
    way = trial.records.way if trial.records else Way.DUTY
    for one in moved:
        piece, gauged = one.piece, one.gauged
        index = (2 if gauged.broke else 0) if gauged.would_break else (1 if gauged.broke else 3)
        verdict = f"{trial.was} → {trial.said}" if way is Way.EFFECT else _VERDICTS.get(way, _ALLOWED)[index]
        yield Line(
            piece.no,
            items.get(piece.item_id, "") if piece.item_id else "投资项目",
            one.running,
            departments.get(piece.department_id, ""),
            _done(trial.supposed.parameter, one),
            gauged.was,
            gauged.would,
            verdict,
            ("bad", "ok", "", "")[index],
            f"/centre/cases/{piece.no}/evidence/" if piece.item_id else "",
        )


def _done(parameter: Parameter, one: Tried) -> str:
    """Return what stands on record in words: a number, a post, a ground, the day it was done."""
    row = one.row
    if row.number is not None:
        return str(row.number)
    if row.word:
        return str(_WORDS.get(row.word, "")) or parameter.say(row.word)
    return row.done.isoformat() if row.done else ""


def listed(trial: Trial, departments: Mapping[UUID, str], form: str) -> HttpResponse:
    """Return every case, or with `records` every record, that would stand otherwise, as a table to save."""
    if form == "records":
        rows = lines(trial, departments)
        told = ((r.no, _yes(r.running), r.department, r.done, r.was or "", r.would or "", r.verdict) for r in rows)
        return saved("dry-run-records", _HEAD_RECORDS, told)
    return saved("dry-run", _HEAD, (_cells(one) for one in trial.answer.moved))


def _cells(one: Moved) -> tuple[object, ...]:
    d = one.difference
    dates = one.received_on, d.was_due or "", d.would_due or ""
    return one.no, _yes(not d.ended), *dates, _yes(bool(d.missed)), _yes(bool(d.kept))


def _yes(told: bool) -> str:
    return "是" if told else "否"
