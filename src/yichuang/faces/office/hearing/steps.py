"""The steps of parties and hearings as forms (听证各步的表单): what each reads, what its result line says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import QueryDict

from yichuang.acts.act import On
from yichuang.acts.hearing.call_hearing import HearingCall, call_hearing
from yichuang.acts.hearing.challenge_chair import Challenge, challenge_chair
from yichuang.acts.hearing.hear_statement import Statement, hear_statement
from yichuang.acts.hearing.hold_hearing import HearingRecord, hold_hearing
from yichuang.acts.hearing.request_hearing import HearingRequest, request_hearing
from yichuang.acts.hearing.tell_interested import InterestedNotice, tell_interested
from yichuang.acts.hearing.waive_hearing import HearingWaiver, waive_hearing
from yichuang.faces.office.cases.opinion import Error

_SHORT, _LONG, _RECORD = 200, 2000, 20000
_NOBODY = UUID(int=0)
_SIGNERS = 8


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its act, how its wish is read, what is said when it is done, and which fields must be filled."""

    act: Any
    read: Callable[[QueryDict, On], Any]
    words: str
    needed: Mapping[str, str]
    more: Callable[[QueryDict], tuple[Error, ...]] = lambda post: ()


def errors_of(step: Step, post: QueryDict) -> tuple[Error, ...]:
    """Return what is missing in the form."""
    empty = [Error(name, words) for name, words in step.needed.items() if not post.get(name, "").strip()]
    if "day" in step.needed and post.get("day", "").strip() and _day(post) is None:
        empty.append(Error("day", "日期写成 2026-03-20 这样"))
    return (*empty, *step.more(post))


def text(post: QueryDict, name: str, most: int = _SHORT) -> str:
    """Return a field without blanks around it, cut to its length."""
    return post.get(name, "").strip()[:most]


def chosen(post: QueryDict, name: str) -> UUID | None:
    """Return the id that was picked, or None for nothing and for what is no id."""
    try:
        return UUID(post.get(name, ""))
    except ValueError:
        return None


def _day(post: QueryDict) -> date | None:
    try:
        return date.fromisoformat(post.get("day", "").strip())
    except ValueError:
        return None


def _notice(post: QueryDict, on: On) -> InterestedNotice:
    nobody = post.get("nobody") == "yes"
    name = "" if nobody else text(post, "name", 100)
    return InterestedNotice(on, name, text(post, "interest", 500), text(post, "phone", 20), text(post, "address"))


def _whom(post: QueryDict) -> tuple[Error, ...]:
    """Nobody is told by leaving the name out: that there is nobody to tell is ticked."""
    named, nobody = bool(text(post, "name")), post.get("nobody") == "yes"
    if named and nobody:
        return (Error("name", "写了姓名，又勾了“没有利害关系人”，请只选一种"),)
    return () if named or nobody else (Error("name", "填姓名或名称；没有利害关系人的，勾选“没有利害关系人”"),)


def _by_whom_else(post: QueryDict) -> tuple[Error, ...]:
    upheld = post.get("upheld") == "yes"
    if upheld and chosen(post, "chair") is None:
        return (Error("c-chair", "同意回避的，选新的主持人"),)
    return () if upheld or text(post, "ruling") else (Error("ruling", "不同意回避的，写明理由"),)


def _call(post: QueryDict, on: On) -> HearingCall:
    day = _day(post) or date.min
    return HearingCall(
        on, day, text(post, "time", 20), text(post, "place"), text(post, "topic", 500), chosen(post, "chair"),
        public=post.get("public", "yes") == "yes", closed_reason=text(post, "closed_reason"),
    )  # fmt: skip


def _record(post: QueryDict, on: On) -> HearingRecord:
    rows = []
    for number in range(1, _SIGNERS + 1):
        name = text(post, f"who-{number}", 60)
        if name:
            signed = post.get(f"signed-{number}") == "yes"
            rows.append({"name": name, "part": text(post, f"part-{number}", 40), "signed": signed})
    return HearingRecord(on, text(post, "record", _RECORD), rows)


def _challenge(post: QueryDict, on: On) -> Challenge:
    chair = chosen(post, "chair") if post.get("upheld") == "yes" else None
    ruling = text(post, "ruling", _LONG)
    return Challenge(on, text(post, "challenger", 100), text(post, "reason", _LONG), chair, ruling)


STEPS: Mapping[str, Step] = {
    "tell": Step(
        tell_interested,
        _notice,
        "已告知利害关系人",
        {"interest": "写明利害关系，或者没有利害关系人的理由"},
        _whom,
    ),
    "statement": Step(
        hear_statement,
        lambda post, on: Statement(on, chosen(post, "party") or _NOBODY, text(post, "words", _LONG)),
        "已记录陈述申辩",
        {"words": "照实记录陈述申辩的内容"},
    ),
    "waive": Step(
        waive_hearing,
        lambda post, on: HearingWaiver(on, chosen(post, "party"), text(post, "paper", 201)),
        "已登记书面放弃听证",
        {"paper": "写明书面材料的名称和日期"},
    ),
    "request": Step(
        request_hearing,
        lambda post, on: HearingRequest(on, text(post, "requester", 100), text(post, "reason", _LONG)),
        "已登记听证申请",
        {},
    ),
    "call": Step(
        call_hearing, _call, "已通知听证",
        {"day": "填听证日期", "time": "填听证时间", "place": "填听证地点", "topic": "填听证事由", "chair": "选主持人"},
    ),
    "challenge": Step(
        challenge_chair,
        _challenge,
        "已决定回避申请，回避决定书在文书里",
        {"challenger": "填申请回避的人", "reason": "写明理由"},
        _by_whom_else,
    ),
    "record": Step(hold_hearing, _record, "已记录听证", {"record": "填听证笔录", "who-1": "填参加人和签字情况"}),
}  # fmt: skip
