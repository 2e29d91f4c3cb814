"""What supervision reads of a case (办理经过), and what it finds (异常)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from ..clockwork.terms import ClockTerms
from ..facts import ClockFact
from ..lights import Light


class RuleKind(StrEnum):
    """The rules of supervision (监察规则)."""

    NEAR_DUE = "near_due"  # 临期
    ANSWER_LATE = "answer_late"  # 逾期未告知是否受理
    PROMISE_LATE = "promise_late"  # 超过承诺期限
    DECISION_LATE = "decision_late"  # 超过法定期限
    STEP_LATE = "step_late"  # 环节超时
    DELIVERY_LATE = "delivery_late"  # 逾期未送达
    OUT_OF_ORDER = "out_of_order"  # 逆程序
    OUTSIDE = "outside"  # 体外循环
    OVER_AUTHORITY = "over_authority"  # 超权限
    ONE_PERSON = "one_person"  # 审、核同一人
    NO_NOTICE = "no_notice"  # 未一次性告知
    SECOND_NOTICE = "second_notice"  # 再次要求补正
    NO_REASONS = "no_reasons"  # 不予办理没有出具载明理由的文书
    PAUSE_UNFOUNDED = "pause_unfounded"  # 中止没有法定事由
    PAUSE_LONG = "pause_long"  # 中止过长
    BAD_RATING = "bad_rating"  # 差评逾期未反馈


class Signed(NamedTuple):
    """One entry of the ledger: what was done, when, by whom, under which post; `papers` are the kinds it made."""

    seq: int
    verb: str
    on: date
    actor: UUID | None = None
    post: UUID | None = None
    papers: tuple[str, ...] = ()
    afternoon: bool = False


class Step(NamedTuple):
    """One piece of work at a department, with its last day and the day on which it was done (环节)."""

    id: UUID
    kind: str
    department_id: UUID
    due_on: date | None
    done_on: date | None
    opened_on: date | None = None


class Held(NamedTuple):
    """A post as it was held: its role and department, from when to when (任岗)."""

    role: str
    department_id: UUID | None
    starts_on: date
    ends_on: date | None = None

    def on(self, day: date) -> bool:
        """Say whether it was held on that day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class History:
    """A case as supervision reads it. `posts` are those under which entries were signed."""

    kind: str
    department_id: UUID
    terms: ClockTerms
    facts: tuple[ClockFact, ...]
    entries: tuple[Signed, ...]
    steps: tuple[Step, ...] = ()
    posts: Mapping[UUID, Held] = field(default_factory=dict)
    outcome: str = ""
    decided_on: date | None = None
    certificate_by: date | None = None
    closed_on: date | None = None

    def first(self, *verbs: str) -> Signed | None:
        """Return the first entry with one of the verbs."""
        return next((entry for entry in self.entries if entry.verb in verbs), None)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: the rule, which time it is (`occasion`), since when, until when it lasted, and the proof.

    `evidence` holds dates, numbers of entries and words of the code; never anything personal.
    """

    rule: RuleKind
    occasion: str
    light: Light
    on: date
    department_id: UUID
    basis: str
    ended_on: date | None = None
    evidence: Mapping[str, Any] = field(default_factory=dict)


#: What a place may name as the focus of its supervision (监督检查重点).
FOCUS: Mapping[str, frozenset[RuleKind]] = {
    "overdue": frozenset({
        RuleKind.ANSWER_LATE, RuleKind.PROMISE_LATE, RuleKind.DECISION_LATE, RuleKind.STEP_LATE, RuleKind.DELIVERY_LATE,
    }),
    "out_of_order": frozenset({RuleKind.OUT_OF_ORDER, RuleKind.OUTSIDE}),
    "ultra_vires": frozenset({RuleKind.OVER_AUTHORITY}),
}  # fmt: skip
#: Under which article each rule stands where the limit itself names none.
BASIS: Mapping[RuleKind, str] = {
    RuleKind.NEAR_DUE: "XKF-42",
    RuleKind.ANSWER_LATE: "XKF-32.1(4), XKF-72",
    RuleKind.PROMISE_LATE: "XKF-42",
    RuleKind.DECISION_LATE: "XKF-42, XKF-74",
    RuleKind.STEP_LATE: "YC",
    RuleKind.DELIVERY_LATE: "XKF-44",
    RuleKind.OUT_OF_ORDER: "XKF-34.1",
    RuleKind.OUTSIDE: "XKF-32.1",
    RuleKind.OVER_AUTHORITY: "XKF-74",
    RuleKind.ONE_PERSON: "YC",
    RuleKind.NO_NOTICE: "XKF-32.1(4), XKF-72",
    RuleKind.SECOND_NOTICE: "XKF-32.1(4), XKF-72",
    RuleKind.NO_REASONS: "XKF-38.2, XKF-72",
    RuleKind.PAUSE_UNFOUNDED: "XKF-45",
    RuleKind.PAUSE_LONG: "XKF-45",
    RuleKind.BAD_RATING: "YC",
}
