"""办件统计公示: the published figures of a period, each with its definition. Open to everybody."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from yichuang.faces.api.problems import ApiProblem
from yichuang.faces.api.schema import problems
from yichuang.records.statistics.board import board
from yichuang.rules.statistics.computing import rounded, value
from yichuang.rules.statistics.periods import period_of
from yichuang.rules.statistics.shapes import Figure

router = Router(tags=["统计"])


class WantedFigures(Schema):
    """Which figures (统计输入)."""

    region: str = Field(max_length=12, description="区划代码")
    kind: Literal["day", "week", "month", "quarter", "year"] = Field("month", description="期间：日、周、月、季、年")
    on: date = Field(description="期间里的任意一天")


class FigureOut(Schema):
    """One figure with its definition (指标)."""

    name: str = Field(description="指标代码")
    title: str = Field(description="指标名称")
    value: Decimal | None = Field(description="数值，没有时为空")
    words: str = Field(description="中文里的写法")
    unit: str = Field(description="单位")
    definition: str = Field(description="口径")
    basis: str = Field(description="依据")
    over: int = Field(description="分子")
    under: int | None = Field(description="分母，没有时为空")


class FiguresOut(Schema):
    """The figures of a period (办件统计)."""

    region: str = Field(description="区划代码")
    first: date = Field(description="期间第一日")
    last: date = Field(description="期间最后一日")
    figures: list[FigureOut] = Field(description="指标")


@router.get("/statistics", response={200: FiguresOut, **problems("region_unknown", "invalid")}, url_name="statistics")
def read_figures(request: HttpRequest, wanted: Query[WantedFigures]) -> dict[str, Any]:
    """读取公示的办件统计。

    与“办件统计公示”页面的数字相同。不含人员、窗口和正在办理的办件。
    """
    if wanted.region not in request.directory.centres:
        raise ApiProblem("region_unknown")
    if not 2000 <= wanted.on.year <= 2100:
        raise ApiProblem("invalid")
    period = period_of(wanted.kind, wanted.on)
    told = board([wanted.region], period, public=True)
    figures = [_told(one.figure, told.sums, one.shown) for group in told.groups for one in group.numbers]
    return {"region": wanted.region, "first": period.first, "last": period.last, "figures": figures}


def _told(figure: Figure, sums: dict[str, int], words: str) -> dict[str, Any]:
    found = rounded(figure, value(figure, sums))
    return {
        "name": figure.name, "title": figure.title, "value": None if isinstance(found, bool) else found,
        "words": words, "unit": figure.unit, "definition": figure.words, "basis": figure.basis,
        "over": sum(sums.get(name, 0) for name in figure.over),
        "under": sum(sums.get(name, 0) for name in figure.under) if figure.under else None,
    }  # fmt: skip
