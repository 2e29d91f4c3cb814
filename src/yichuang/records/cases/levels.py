"""Reads across levels (上下级): what waits for a department below, at and above it. Every query names its regions."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from yichuang.records.cases.models import CaseState, Stage, StageKind
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Region

RECEIVE, REVIEW, FORWARD, ANSWER, ABOVE, REPLY = "receive", "review", "forward", "answer", "above", "reply"
TABS = (RECEIVE, REVIEW, FORWARD, ANSWER, ABOVE, REPLY)
_OWN_STEPS = (StageKind.REVIEW, StageKind.VERIFICATION, StageKind.DECISION)
_UNDECIDED = (CaseState.REVIEWING, CaseState.VERIFYING, CaseState.DECIDING)
_KINDS = {
    RECEIVE: StageKind.FORWARD_RECEIPT, FORWARD: StageKind.FORWARDING, ANSWER: StageKind.LOWER_ANSWER,
    REPLY: StageKind.REPORT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reach:
    """Whose work it is: the departments of an officer, in which regions cases for them may lie."""

    regions: tuple[str, ...]
    departments: tuple[UUID, ...]


def reach_of(directory: Directory, regions: Iterable[str], departments: Collection[UUID]) -> Reach:
    """Return the officer's own regions, all below (from there cases come up) and above (who may take in for below)."""
    own = frozenset(regions)
    if len(directory.centres) <= 1:
        return Reach(tuple(own), tuple(departments))
    above = _parents(directory)
    over = {code for region in own for code in _line(region, above)}
    along = [code for code in directory.centres if code in over or own & set(_line(code, above))]
    return Reach(tuple(dict.fromkeys((*own, *along))), tuple(departments))


def waiting(reach: Reach, tab: str) -> QuerySet[Stage]:
    """Return the open stages of a tab with their cases, those due first come first."""
    rows = _open(reach).filter(_tab(reach, tab)).annotate(applicant_kind=F("case__applicant__kind"))
    return rows.select_related("case__item").order_by(F("due_on").asc(nulls_last=True), "opened_at", "id")


def tallies(reach: Reach) -> dict[str, int]:
    """Return how many stages wait in each tab. One query."""
    return _open(reach).aggregate(**{tab: Count("pk", filter=_tab(reach, tab)) for tab in TABS})


def _open(reach: Reach) -> QuerySet[Stage]:
    rows = Stage.objects.filter(
        region_code__in=reach.regions, case__region_code__in=reach.regions, done_at=None,
        case__applicant__region_code__in=reach.regions,
    )  # fmt: skip
    return rows.exclude(case__state=CaseState.CLOSED)


def _tab(reach: Reach, tab: str) -> Q:
    """Return what a tab shows; a lower review of another level is shown to who may sign for it (代签)."""
    mine = Q(department__in=reach.departments)
    if tab == REVIEW:
        return Q(kind=StageKind.LOWER_REVIEW) & (mine | Q(case__department__in=reach.departments))
    if tab == ABOVE:
        from_below = Q(case__kind=CaseKind.UPWARD) & ~Q(case__item__department__in=reach.departments)
        return mine & Q(kind__in=_OWN_STEPS) & from_below
    if tab == ANSWER:  # after the decision nobody waits for it any more
        mine &= Q(case__state__in=_UNDECIDED)
    return mine & Q(kind=_KINDS[tab])


def _parents(directory: Directory) -> dict[str, str]:
    """Return region → region above, read once for each picture of the organisation."""
    if "parents" not in directory.memory:
        directory.memory["parents"] = dict(Region.objects.values_list("code", "parent__code"))
    found: dict[str, str] = directory.memory["parents"]
    return found


def _line(code: str, above: dict[str, str]) -> list[str]:
    """Return the regions above a region, itself first."""
    line: list[str] = []
    while code and code not in line:
        line.append(code)
        code = above.get(code) or ""
    return line
