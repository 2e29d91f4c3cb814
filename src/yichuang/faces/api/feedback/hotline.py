"""12345 热线: sheets come in once each, and what became of them is pulled in order (热线工单的接收和回传)."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema, Status

from yichuang.acts.concerns.file import file_concern
from yichuang.acts.concerns.wish import NewConcern
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Filed
from yichuang.faces.api.problems import ApiProblem
from yichuang.faces.api.schema import problems
from yichuang.faces.api.shapes import Coded
from yichuang.faces.api.tokens import BearerToken
from yichuang.faces.api.wishes import Line, LongLine, ShortLine, Strict
from yichuang.faces.common.doing import perform
from yichuang.records.cases.access import NotFound, read_case
from yichuang.records.catalogue.queries import guide_of
from yichuang.records.feedback.concerns import by_hotline_no, reports_after
from yichuang.records.feedback.models import ConcernSource
from yichuang.records.org.tokens import HOTLINE
from yichuang.rules.officers import SYSTEM

router = Router(tags=["热线"], auth=BearerToken(HOTLINE))
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
SheetKind = StrEnum("SheetKind", {"INQUIRY": "inquiry", "COMPLAINT": "complaint"})


class SheetIn(Strict):
    """One sheet of the hotline (热线工单)."""

    no: ShortLine = Field(min_length=1, description="热线工单号；同一个号只收一次，再次发送得到第一次的回答")
    region: ShortLine = Field(description="中心所在的区划代码")
    kind: SheetKind = Field(description="inquiry 咨询，complaint 投诉")
    title: Line = Field(description="标题")
    words: str = Field(min_length=1, max_length=2000, description="内容")
    name: ShortLine = Field("", description="来电人")
    phone: ShortLine = Field("", description="来电人电话；姓名和电话都不给的，按匿名登记")
    item: LongLine = Field("", description="事项实施编码")
    case_no: ShortLine = Field("", description="办件编号")


class SheetOut(Schema):
    """What a sheet became (登记结果)."""

    no: str = Field(description="诉求编号")
    hotline_no: str
    due_on: date | None = Field(description="办理期限")


class WantedReports(Strict):
    """From where on (回传的位置)."""

    after: UUID | None = Field(None, description="上一次给的 next；不填从头开始")
    limit: int = Field(100, ge=1, le=200, description="最多多少条")


class ReportOut(Schema):
    """How a sheet stands (办理情况)."""

    hotline_no: str
    no: str = Field(description="诉求编号")
    state: Coded
    words: str = Field(description="答复、退回的理由等")
    at: datetime


class ReportsOut(Schema):
    """What is new since then, in order (回传清单)."""

    reports: list[ReportOut]
    next: UUID | None = Field(description="下一次从这里以后取；没有新的时为上一次的位置")


@router.post(
    "/hotline/sheets",
    response={201: SheetOut, **problems("bad_json", "unauthorized", "scope_missing", "too_large", "invalid")},
    url_name="hotline_sheet",
)
def take_sheet(request: HttpRequest, response: HttpResponse, sheet: SheetIn) -> Status:
    """接收一张热线工单。

    工单号就是幂等键：网络出错时原样再发，只会有一件，回答相同。期限从收到起算；不属于中心职责的，会在规定的小时数
    以内退回，从 GET /hotline/reports 取回。
    """
    if sheet.region not in request.directory.centres:
        raise ApiProblem("region_unknown")
    mark = hashlib.sha256(f"hotline:{sheet.region}:{sheet.no}".encode()).hexdigest()[:43]
    filed = perform(request, _as_hotline, _wish(sheet, request), key=mark, digest=mark)
    if filed.repeated:
        response["Idempotent-Replayed"] = "true"
    row = by_hotline_no(sheet.region, sheet.no)
    return Status(201, {"no": filed.answer["concern"], "hotline_no": sheet.no, "due_on": row.due_on if row else None})


def _as_hotline(wish: NewConcern, ctx: Context) -> Filed:
    """File under the token's user: the scope of the token is his right."""
    return file_concern(wish, replace(ctx, officer=replace(ctx.officer, system=True)))


def _wish(sheet: SheetIn, request: HttpRequest) -> NewConcern:
    guide = guide_of(sheet.item, request.today) if sheet.item else None
    if sheet.item and guide is None:
        raise ApiProblem("item_not_found")
    if sheet.case_no:
        _known(sheet.case_no, request)
    return NewConcern(
        sheet.region, sheet.kind.value, sheet.title, sheet.words, "".join(secrets.choice(_LETTERS) for _ in range(8)),
        source=ConcernSource.HOTLINE.value, name=sheet.name, phone=sheet.phone,
        anonymous=not (sheet.name or sheet.phone), hotline_no=sheet.no, case_no=sheet.case_no,
        item_id=guide.item.id if guide else None, department_id=guide.item.department_id if guide else None,
    )  # fmt: skip


def _known(case_no: str, request: HttpRequest) -> None:
    """Raise a problem where there is no such case: a sheet is tied to what is there."""
    try:
        read_case(case_no, SYSTEM, request.directory)
    except NotFound:
        raise ApiProblem("case_unknown") from None


@router.get(
    "/hotline/reports",
    response={200: ReportsOut, **problems("unauthorized", "scope_missing", "invalid")},
    url_name="hotline_reports",
)
def pull_reports(request: HttpRequest, wanted: Query[WantedReports]) -> dict[str, Any]:
    """取回工单的办理情况。

    按发生的先后给出，每次给 next，下一次从那里以后取；取多少次都一样，不会漏也不会重。
    """
    rows = reports_after(list(request.directory.centres), wanted.after, wanted.limit)
    return {
        "reports": [
            {
                "hotline_no": row.hotline_no, "no": row.concern.no, "words": row.words, "at": row.at,
                "state": {"code": row.state, "words": row.get_state_display()},
            }
            for row in rows
        ],
        "next": rows[-1].id if rows else wanted.after,
    }  # fmt: skip
