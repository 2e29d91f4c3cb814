"""The steps of a case as a row of boxes (办理步骤): what is done, where it stands, who is next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yichuang.faces.common.dates import bare_day
from yichuang.faces.office.cases.sheet import Sheet
from yichuang.records.cases.models import CaseOutcome, Stage
from yichuang.records.org.directory import Directory

_AT = {
    "received": "acceptance",
    "correcting": "acceptance",
    "accepted": "review",
    "reviewing": "review",
    "verifying": "verification",
    "deciding": "decision",
    "decided": "issue",
    "issued": "issue",
}
_NAMES = {
    "acceptance": "受理", "lower": "逐级初审", "review": "审查", "verification": "核准", "decision": "决定",
    "issue": "出件",
}  # fmt: skip
_BELOW = ("lower_review", "forwarding", "forward_receipt")
_RESULTS = {"granted": "准予", "denied": "不予许可", "upward": "已上报，等批复"}


@dataclass(frozen=True, slots=True)
class Step:
    """One box: css ok (done), now, or "" (still to come)."""

    name: str
    note: str
    css: str


def steps_of(sheet: Sheet, directory: Directory, today: date) -> list[Step]:
    """Return the steps of a case by the stages of its item."""
    return list(_steps(sheet, directory, today))


def _kinds(sheet: Sheet) -> list[str]:
    told = {stage.get("kind") for stage in sheet.version.stages} | {stage.kind for stage in sheet.stages}
    skipped = {"review"} if sheet.case.kind == "instant" and "review" not in told else set()
    if "verification" not in told:
        skipped.add("verification")
    if sheet.case.kind != "upward":
        skipped.add("lower")
    return [kind for kind in _NAMES if kind not in skipped]


def _steps(sheet: Sheet, directory: Directory, today: date) -> Iterator[Step]:
    case, kinds = sheet.case, _kinds(sheet)
    at = _AT.get(case.state, "")
    if case.state == "accepted" and case.kind == "instant":
        at = "decision"
    if case.outcome == "upward":
        at = "decision"  # by a higher body, whose reply is waited for
    if at == "review" and "lower" in kinds and _last("forward_receipt", sheet) is None:
        at = "lower"
    here = kinds.index(at) if at in kinds else len(kinds)
    for number, kind in enumerate(kinds):
        if case.state == "closed":
            css = "ok" if _happened(kind, sheet) else ""
        else:
            css = "ok" if number < here else "now" if number == here else ""
        yield Step(_name(kind, sheet), _note(kind, sheet, directory, today), css)


def _happened(kind: str, sheet: Sheet) -> bool:
    case = sheet.case
    if kind == "acceptance":
        return case.accepted_on is not None
    if kind == "decision":
        return case.decided_on is not None
    if kind == "issue":
        return case.decided_on is not None
    if kind == "lower":
        return _last("forward_receipt", sheet) is not None
    return _last(kind, sheet) is not None


def _name(kind: str, sheet: Sheet) -> str:
    return next((s["name"] for s in sheet.version.stages if s.get("kind") == kind and s.get("name")), _NAMES[kind])


def _note(kind: str, sheet: Sheet, directory: Directory, today: date) -> str:
    case = sheet.case
    if kind == "acceptance":
        if case.accepted_on is None:
            return "等补正" if case.state == "correcting" else f"{bare_day(case.received_on, today)} 收件"
        who = "视为受理" if case.deemed else directory.names.get(case.clerk_id, "")
        return " · ".join(word for word in (bare_day(case.accepted_on, today), who) if word)
    if kind == "issue":
        return _hand_over(sheet, today)
    if kind == "lower":
        return _below(sheet, directory, today)
    stage = _last(kind, sheet) or _open(kind, sheet)
    who = directory.names.get(stage.assignee_id, "未认领") if stage else ""
    if kind == "decision" and case.decided_on:
        result = _RESULTS.get(case.outcome, "")
        return " · ".join(word for word in (bare_day(case.decided_on, today), who, result) if word)
    if stage is None or (kind == "decision" and stage.done_at):  # sent back: nothing was decided yet
        return "等转办" if case.state == "accepted" and kind == "review" else ""
    return f"{bare_day(stage.done_at, today)} · {who}" if stage.done_at and not _open(kind, sheet) else who


def _below(sheet: Sheet, directory: Directory, today: date) -> str:
    received = _last("forward_receipt", sheet)
    if received is not None:
        return f"{bare_day(received.done_at, today)} 报到上级"
    at = next((stage for kind in _BELOW if (stage := _open(kind, sheet))), None)
    if at is None:
        return "等转办" if sheet.case.state == "accepted" else ""
    name = directory.departments[at.department_id].short_name
    return f"等{name}接收" if at.kind == "forward_receipt" else f"在{name}"


def _hand_over(sheet: Sheet, today: date) -> str:
    case = sheet.case
    if case.closed_on and case.outcome == CaseOutcome.REVOKED:
        return f"{bare_day(case.closed_on, today)} 撤销准予决定"
    if case.closed_on and case.decided_on:
        return f"{bare_day(case.closed_on, today)} 送达"
    if case.certificate_by and case.decided_on:
        return f"{bare_day(case.certificate_by, today)} 前送达"
    return "出件窗口"


def _last(kind: str, sheet: Sheet) -> Stage | None:
    return next((stage for stage in reversed(sheet.stages) if stage.kind == kind and stage.done_at), None)


def _open(kind: str, sheet: Sheet) -> Stage | None:
    return next((stage for stage in sheet.stages if stage.kind == kind and not stage.done_at), None)
