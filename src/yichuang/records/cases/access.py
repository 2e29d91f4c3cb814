"""Who may see which case. Denied looks like not found; everything that shows a case starts here."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from yichuang.records.applicants.models import Applicant
from yichuang.records.cases.models import Case, CaseState, Stage
from yichuang.records.cases.reading import Beside, CaseFile, load
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.org.directory import Directory
from yichuang.rules.officers import Officer
from yichuang.rules.permissions import GOVERNMENT, OFFICE, WATCHERS, WINDOW, CasePlace, may_see


class NotFound(LookupError):
    """There is no such case, or this officer may not know of it."""


def place_of(case: CaseFile) -> CasePlace:
    """Return where the case stands, as permissions look at it."""
    if "place" not in case.memory:
        person, acting = case.owner_id or case.applicant_user_id, case.agent.get("user_id") if case.agent else None
        others = {case.applicant_user_id, UUID(acting) if acting else None} - {None, person}
        parts = frozenset(stage.department_id for stage in case.stages)
        case.memory["place"] = CasePlace(
            case.region_code, case.department_id, person, parts, case.item_id,
            joint=case.kind == CaseKind.JOINT, handler_id=case.handler_id or case.clerk_id,
            principals=frozenset(others), applicant_id=case.applicant_id,
            uscc=case.agent.get("uscc", "") if case.agent else "", closed=case.state == CaseState.CLOSED,
        )  # fmt: skip
    return case.memory["place"]


def read_case(  # noqa: PLR0913 - one read for all callers
    no: str,
    officer: Officer,
    directory: Directory,
    *,
    key: str | None = None,
    materials: bool = False,
    beside: Beside = (),
) -> CaseFile:
    """Return the case for this officer, in one query. Raises NotFound."""
    region = directory.region_of(no)
    case = load(region, no=no.upper(), key=key, materials=materials, beside=beside) if region else None
    if case is None or not may_see(officer, place_of(case)):
        raise NotFound(no)
    return case


def cases_for(officer: Officer, region_code: str) -> QuerySet[Case]:
    """Return the cases of a region that the officer may see."""
    rows = Case.objects.filter(region_code=region_code)
    if officer.grant(WINDOW | WATCHERS, region_code=region_code):
        return rows
    held = [g for g in officer.grants if g.department_id and g.role in OFFICE]
    departments = [g.department_id for g in held if not g.items]
    taking_part = Stage.objects.filter(
        region_code=OuterRef("region_code"), case_id=OuterRef("id"), department__in=departments
    )
    allowed = Q(department__in=departments) | Q(Exists(taking_part))
    for grant in held:
        if grant.items:  # delegated for some items only
            allowed |= Q(department=grant.department_id, item__in=grant.items)
    if officer.grant(GOVERNMENT, region_code=region_code):
        allowed |= Q(kind=CaseKind.JOINT)
    if officer.user_id:
        allowed |= _own(officer, region_code)
    return rows.filter(allowed)


def own_cases(officer: Officer, region_code: str) -> QuerySet[Case]:
    """Return the cases in which the officer is the applicant, or hands in for him; as an organisation, all of its."""
    return Case.objects.filter(_own(officer, region_code), region_code=region_code)


def _own(officer: Officer, region_code: str) -> Q:
    if officer.capacity is not None:
        return Q(applicant_id__in=officer.capacity.applicants)
    mine = Applicant.objects.filter(region_code=region_code, user=officer.user_id).values("id")
    proxy = Q(agent__has_key="user_id", agent__user_id=str(officer.user_id))  # named on a running case
    own = Q(owner=officer.user_id) | Q(applicant_id__in=mine) | proxy
    if not officer.former:
        return own
    left = Case.objects.filter(region_code=region_code, owner=officer.user_id, agent__uscc__in=officer.former)
    return own & ~Q(id__in=left.values("id"))
