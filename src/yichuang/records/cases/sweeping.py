"""Which cases the law itself moved on: found by indexed dates, region by region."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import Q

from yichuang.records.cases.models import Case, CaseState, Stage, StageKind


def silent_cases(region_code: str, today: date, limit: int) -> list[str]:
    """Return the numbers of cases that count as accepted, their answer being overdue and not given (视为受理).

    Where the law attaches nothing to silence (公共服务事项) a case only stays overdue: the supervisor sees it.
    """
    rows = Case.objects.filter(region_code=region_code, state=CaseState.RECEIVED, answer_by__lt=today, terms__deemed=1)
    return list(rows.order_by("answer_by").values_list("no", flat=True)[:limit])


def provisional_cases(region_code: str) -> Iterator[tuple[str, str, str]]:
    """Yield number, profile and calendar version of running cases with a provisional date."""
    rows = Case.objects.filter(region_code=region_code, provisional=True).exclude(state=CaseState.CLOSED)
    yield from rows.values_list("no", "profile", "calendar_version").iterator(chunk_size=500)


def cases_counting(region_code: str, since: date) -> Iterator[str]:
    """Yield the numbers of running cases that count days from `since` on: their told day is that or later."""
    rows = Case.objects.filter(region_code=region_code).exclude(state=CaseState.CLOSED)
    later = Q(answer_by__gte=since) | Q(due_on__gte=since) | Q(promised_due_on__gte=since)
    yield from rows.filter(later, decided_on=None).values_list("no", flat=True).iterator(chunk_size=500)


def silent_parts(region_code: str, today: date) -> Iterator[tuple[str, str, date, UUID]]:
    """Yield number, profile, acceptance and part of joint cases whose co-department is past its last day."""
    rows = Stage.objects.filter(
        region_code=region_code, kind=StageKind.CO_REVIEW, done_at=None, due_on__lt=today,
        case__region_code=region_code, case__state=CaseState.REVIEWING,
    )  # fmt: skip
    found = rows.order_by("due_on", "id").values_list("case__no", "case__profile", "case__accepted_on", "id")
    yield from found.iterator(chunk_size=500)


def notice_reaches(region_code: str, since: date) -> Iterator[Case]:
    """Yield undecided cases whose day is provisional or lies after `since`: a holiday notice may move those."""
    rows = Case.objects.filter(region_code=region_code).exclude(state=CaseState.CLOSED)
    later = Q(answer_by__gte=since) | Q(due_on__gte=since) | Q(promised_due_on__gte=since)
    columns = "id no item_id profile terms answer_by due_on promised_due_on provisional region_code".split()
    yield from rows.filter(Q(provisional=True) | later, decided_on=None).only(*columns).iterator(chunk_size=500)
