"""Assessment sheets (考核): points from evidence, grade, appeal, review by another, a community's consent, roll-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeVar
from uuid import UUID

from yichuang.rules.norms import Norms
from yichuang.rules.periods import end_of
from yichuang.rules.verdict import ALLOWED, Verdict, refuse
from yichuang.rules.working_days import Calendar

FULL = 100
MANUAL = "manual"
SOURCES = ("late", "early", "absent", "patrol", "urging", "card", "bad_rating", MANUAL)
GRADES = ("excellent", "competent", "basic", "failing")
PASSING = frozenset({"excellent", "competent"})
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_BASIS = "S1-四2"
Key = TypeVar("Key", UUID, UUID | None)


@dataclass(frozen=True, slots=True)
class ItemOf:
    """One item of a sheet (考核项目): full marks, where its evidence comes from, what one occurrence costs."""

    key: str
    name: str
    full: int
    source: str
    per: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """What somebody got for one item, and on which evidence (逐项得分); `told` are (what, reference) pairs."""

    key: str
    name: str
    full: int
    score: int
    told: tuple[tuple[str, str], ...] = field(default=())


def may_publish(items: Sequence[ItemOf]) -> Verdict:
    """Say whether a form may be used: items, full marks that make 100, known sources (考核表样).

    Returns: ALLOWED, `form_items`, `form_marks` or `form_source`.  Basis: S1-四2
    """
    if not items or len({item.key for item in items}) != len(items):
        return refuse("form_items", _BASIS)
    if sum(item.full for item in items) != FULL or any(item.full <= 0 for item in items):
        return refuse("form_marks", _BASIS)
    odd = any(item.source not in SOURCES or (item.source != MANUAL and item.per <= 0) for item in items)
    odd = odd or any(not item.name.strip() for item in items)
    return refuse("form_source", _BASIS) if odd else ALLOWED


def reckon(
    items: Sequence[ItemOf], evidence: Mapping[str, Sequence[tuple[str, str]]], manual: Mapping[str, int]
) -> tuple[Line, ...]:
    """Return the lines of a sheet: full marks less what each piece of evidence costs, never below nothing.

    A manual item has the points it was given, within its full marks; where none were given, its full marks.
    Basis: S1-四2
    """
    lines = []
    for item in items:
        told = tuple(evidence.get(item.source, ())) if item.source != MANUAL else ()
        given = manual.get(item.key, item.full) if item.source == MANUAL else item.full - item.per * len(told)
        lines.append(Line(item.key, item.name, item.full, max(0, min(item.full, given)), told))
    return tuple(lines)


def grade_of(total: int, norms: Norms) -> str:
    """Return the grade of a total (考核等次).  Basis: S1-四2"""
    least = (norms.number(name) for name in ("grade_excellent_from", "grade_competent_from", "grade_basic_from"))
    return next((word for word, points in zip(GRADES, least, strict=False) if total >= points), GRADES[-1])


def may_lower(grade: str, total: int, norms: Norms) -> Verdict:
    """Say whether a sheet may bear this grade: the one of its points, or a lower one; never a better one (降等).

    Basis: S1-四2
    """
    if grade in GRADES and GRADES.index(grade) >= GRADES.index(grade_of(total, norms)):
        return ALLOWED
    return refuse("grade_too_good", _BASIS)


def span_of(period: str, on: date) -> tuple[date, date]:
    """Return the first and last day of the month, quarter or year that a day lies in (考核周期).  Basis: S1-四2"""
    months = _MONTHS[period]
    first = date(on.year, (on.month - 1) // months * months + 1, 1)
    after = first.month - 1 + months
    return first, date(first.year + after // 12, after % 12 + 1, 1) - timedelta(days=1)


def may_sign(ends_on: date, today: date, period: str, norms: Norms) -> Verdict:
    """Say whether a sheet of a period may be signed: the place assesses by it, and it is over (考核签发).

    Returns: ALLOWED, `period_not_used` or `period_runs`.  Basis: S1-四2
    """
    if period not in norms.choices("assessment_periods"):
        return refuse("period_not_used", norms.basis("assessment_periods"))
    return ALLOWED if ends_on < today else refuse("period_runs", _BASIS, until=ends_on)


def may_grade(grade: str, period: str, consent: bool | None, norms: Norms) -> Verdict:
    """Say whether somebody at a community's point may get a yearly grade: 合格 and better only as the community agrees.

    `consent` is None where the community has not answered.
    Returns: ALLOWED, `community_silent` or `community_against`.  Basis: S4-二(八)
    """
    norm = norms.get("community_consent")
    if norm is None or not norm.value or period != "year" or grade not in PASSING or consent:
        return ALLOWED
    return refuse("community_silent" if consent is None else "community_against", norm.basis)


def appeal_by(shown_on: date, norms: Norms, calendar: Calendar) -> date:
    """Return the last day to appeal against a sheet (申诉期限).  Basis: YC-考核"""
    return end_of(shown_on, norms.term("assessment_appeal_limit"), calendar)


def may_appeal(state: str, last: date, today: date, words: str) -> Verdict:
    """Say whether a sheet may be appealed against: once, in time, with reasons (考核申诉).

    Returns: ALLOWED, `appealed_already`, `sheet_appeal_late` or `appeal_empty`.  Basis: YC-考核
    """
    if state != "signed":
        return refuse("appealed_already", "YC-考核")
    if today > last:
        return refuse("sheet_appeal_late", "YC-考核", until=last)
    return ALLOWED if words.strip() else refuse("appeal_empty", "YC-考核")


def may_review(state: str, signed_by: UUID, reviewer: UUID | None, words: str) -> Verdict:
    """Say whether an appeal may be decided: it waits, another person than the signer decides, with an opinion (复核).

    Returns: ALLOWED, `no_appeal`, `reviewed_by_signer` or `review_empty`.  Basis: YC-考核
    """
    if state != "appealed":
        return refuse("no_appeal", "YC-考核")
    if reviewer == signed_by:
        return refuse("reviewed_by_signer", "YC-考核")
    return ALLOWED if words.strip() else refuse("review_empty", "YC-考核")


def final(state: str, last: date, today: date) -> bool:
    """Say whether a sheet stands: reviewed, or nobody appealed in time (考核生效).  Basis: YC-考核"""
    return state == "reviewed" or (state == "signed" and today > last)


def roll_up(totals: Iterable[tuple[Key, int]]) -> dict[Key, Fraction]:
    """Return the mean of the totals for each department, exactly (部门汇总).  Basis: S1-四2"""
    found: dict[Key, list[int]] = {}
    for department, total in totals:
        found.setdefault(department, []).append(total)
    return {department: Fraction(sum(all_), len(all_)) for department, all_ in found.items()}
