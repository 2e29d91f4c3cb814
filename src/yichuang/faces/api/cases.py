"""查询进度: a case as its applicant may see it, and its clock day by day."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query, Router

from yichuang.faces.api.clocks import SHOWN, clock_out
from yichuang.faces.api.finding import Found, find
from yichuang.faces.api.schema import problems
from yichuang.faces.api.shapes import CaseOut, ClockOut
from yichuang.faces.api.tokens import BearerToken, VerificationCode
from yichuang.faces.common.casework.history import Teller, timeline
from yichuang.faces.common.clock import ZONE
from yichuang.faces.common.labels import KINDS
from yichuang.records.cases.history import events_of
from yichuang.records.cases.models import CaseOutcome, CaseState
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.access import documents_for
from yichuang.rules.masking import mask_name

router = Router(tags=["办件"], auth=[BearerToken("cases:read"), VerificationCode()])
_PROBLEMS = problems("bad_header", "unauthorized", "scope_missing", "case_unknown", "invalid", "too_many_attempts")
_TURNS = {"applicant": "申请人", "window": "综合窗口", "department": "承办部门", "nobody": "已办结"}
_AT_WINDOW = frozenset({CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.DECIDED})

Number = Annotated[str, Path(description="办件编号", max_length=40)]
Limit = StrEnum("Limit", {name.upper(): name for name in SHOWN})


@router.get("/cases/{no}", response={200: CaseOut, **_PROBLEMS}, url_name="case")
def one_case(request: HttpRequest, no: Number) -> dict[str, Any]:
    """查询一件办件的进度。

    用令牌查的，限令牌所属用户自己的办件，内容完整；用核验码（申请人证件号码后六位）查的，姓名脱敏，不含文书和理由。
    """
    found = find(request, no)
    case = found.case
    return {
        "no": case.no,
        "item": _item(case),
        "department": request.directory.departments[case.department_id].short_name,
        "kind": {"code": case.kind, "words": KINDS[case.kind][1]},
        "state": {"code": case.state, "words": CaseState(case.state).label},
        "outcome": {"code": case.outcome, "words": CaseOutcome(case.outcome).label} if case.outcome else None,
        "turn": _turn(case),
        "applicant": mask_name(case.applicant_name) if found.masked else case.applicant_name,
        "masked": found.masked,
        "received_on": case.received_on,
        "closed_on": case.closed_on,
        "correction_due_on": case.correction_due_on,
        "clock": clock_out(case, request),
        "timeline": _timeline(found, request),
        "documents": [] if found.masked else _documents(case, request),
    }


@router.get("/cases/{no}/clock", response={200: ClockOut, **_PROBLEMS}, url_name="clock")
def clock(
    request: HttpRequest,
    no: Number,
    limit: Annotated[Limit | None, Query(description="说明哪个期限；默认为页面上显示的那个")] = None,
) -> dict[str, Any]:
    """说明到期日怎么算的。

    从起算的次日到到期日，每一天计不计、为什么、依据哪一条；最后一个计入的日子就是到期日。
    """
    return clock_out(find(request, no).case, request, str(limit) if limit else "")


def _item(case: CaseFile) -> dict[str, str]:
    item = version_of(case.item_version_id).item
    return {"code": item.code, "name": item.name}


def _turn(case: CaseFile) -> dict[str, str]:
    """Return whose turn it is."""
    code = "department"
    if case.state == CaseState.CLOSED:
        code = "nobody"
    elif case.state in (CaseState.CORRECTING, CaseState.ISSUED):
        code = "applicant"
    elif case.state in _AT_WINDOW:
        code = "window"
    return {"code": code, "words": _TURNS[code]}


def _timeline(found: Found, request: HttpRequest) -> list[dict[str, str]]:
    case = found.case
    teller = Teller(case, request.directory, lambda ref: "", public=True)
    return [
        {
            "at": entry.at.astimezone(ZONE).isoformat(timespec="seconds"),
            "who": "申请人" if entry.who == "您" else entry.who,
            "what": entry.what,
            "text": "" if found.masked else entry.text,
        }
        for entry in timeline(events_of(case.region_code, case.id), teller)
    ]


def _documents(case: CaseFile, request: HttpRequest) -> list[dict[str, Any]]:
    rows = documents_for(case.no, request.officer, request.directory).filter(public=True)
    return [{"kind": {"code": row.kind, "words": row.get_kind_display()}, "no": row.no, "on": row.on} for row in rows]
