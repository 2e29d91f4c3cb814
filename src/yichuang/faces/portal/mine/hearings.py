"""听证 as the applicant is told of it: his right and its last day, and the hearings that there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.hearing.request_hearing import HearingRequest, request_hearing, told_days
from yichuang.acts.hearing.waive_hearing import HearingWaiver, waive_hearing
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.hearings.models import Hearing
from yichuang.records.hearings.queries import hearings_of
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class OwnHearing:
    """The applicant's right to a hearing: until when he may ask, why not, and the hearings that there are."""

    until: date
    why_not: Refusal | None
    rows: tuple[Hearing, ...]
    may_waive: bool = False


def own_hearing(case: CaseFile, request: HttpRequest) -> OwnHearing | None:
    """Return what the applicant is told of hearings, None where none was spoken of. One query at most."""
    days = told_days(case, own=True)
    called = any(stage.kind == StageKind.HEARING for stage in case.stages)
    if not days and not called:
        return None
    rows = tuple(hearings_of(case.region_code, case.id)) if called else ()
    waivable = waiver_barred(case, request) is None
    return OwnHearing(days[0] if days else case.received_on, why_not(case, request), rows, waivable)


def why_not(case: CaseFile, request: HttpRequest) -> Refusal | None:
    """Return why a hearing can't be asked for now, None where it can."""
    return _judged(request_hearing, HearingRequest(On(case.no)), case, request)


def waiver_barred(case: CaseFile, request: HttpRequest) -> Refusal | None:
    """Return why the right to a hearing can't be given up now, None where it can."""
    return _judged(waive_hearing, HearingWaiver(On(case.no)), case, request)


def _judged(act: Any, wish: Any, case: CaseFile, request: HttpRequest) -> Refusal | None:
    try:
        act.judged(case, wish, Context(request.officer, request.at, request.directory))
    except Refused as refused:
        return refusal(refused, request.today)
    return None
