"""Who may see which project, and which run of a bundle. Denied looks like not found."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from yichuang.records.cases.access import NotFound
from yichuang.records.projects.models import BundleRun, Cooperation, Project, ProjectAgent, ProjectCase, ProjectStage
from yichuang.rules.officers import Officer
from yichuang.rules.permissions import OFFICE, WATCHERS, WINDOW, CasePlace
from yichuang.rules.projects.stages import StageStanding


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """A project with all that belongs to it, as read (项目全貌)."""

    row: Project
    stages: tuple[ProjectStage, ...]
    links: tuple[ProjectCase, ...]
    cooperation: tuple[Cooperation, ...]

    def stage(self, key: str) -> ProjectStage | None:
        """Return one stage, or None."""
        return next((stage for stage in self.stages if stage.key == key), None)

    def links_of(self, key: str) -> list[ProjectCase]:
        """Return the cases of a stage."""
        return [link for link in self.links if link.stage == key]

    @property
    def standing(self) -> tuple[StageStanding, ...]:
        """Return where the stages stand, as the rules look at them."""
        return tuple(
            StageStanding(s.key, s.position, s.finished_on is not None, s.parallel, s.basis) for s in self.stages
        )

    @property
    def departments(self) -> frozenset[UUID]:
        """Return the departments that take part: leads, and whoever was asked for something."""
        asked = {row.department_id for row in self.cooperation if row.department_id}
        return frozenset({stage.department_id for stage in self.stages} | asked)

    def place(self, department_id: UUID | None = None, *, of_agent: bool = False) -> CasePlace:
        """Return where the project stands for a permission: whose department, and who counts as its person."""
        person = self.row.agent_id if of_agent else self.row.owner_id
        return CasePlace(self.row.region_code, department_id or self.stages[0].department_id, person, self.departments)


def read_project(code: str, officer: Officer, regions: list[str]) -> ProjectFile:
    """Return the project for this officer. Raises NotFound.  Four queries."""
    row = Project.objects.filter(region_code__in=regions, code=code).select_related("owner", "agent").first()
    found = _whole(row) if row else None
    if found is None or not may_see(found, officer):
        raise NotFound(code)
    return found


def project_of_case(region_code: str, case_id: UUID) -> Project | None:
    """Return the project a case belongs to, if any; whoever sees the case may know of it."""
    link = ProjectCase.objects.filter(region_code=region_code, case_id=case_id).first()
    if link is None:
        return None
    return Project.objects.filter(region_code=region_code, pk=link.project_id).first()


def may_see(found: ProjectFile, officer: Officer) -> bool:
    """Say whether the officer may know of the project: its people, its departments, windows and watchers."""
    row = found.row
    if officer.system or (officer.user_id is not None and officer.user_id in (row.owner_id, row.agent_id)):
        return True
    if officer.grant(WINDOW | WATCHERS, region_code=row.region_code):
        return True
    return officer.grant_in(OFFICE, found.departments) is not None


def projects_for(officer: Officer, region_code: str) -> QuerySet[Project]:
    """Return the projects of a region that the officer may see."""
    rows = Project.objects.filter(region_code=region_code)
    if officer.grant(WINDOW | WATCHERS, region_code=region_code):
        return rows
    held = [grant.department_id for grant in officer.grants if grant.department_id and grant.role in OFFICE]
    inside = {"region_code": OuterRef("region_code"), "project_id": OuterRef("id"), "department__in": held}
    allowed = Q(Exists(ProjectStage.objects.filter(**inside))) | Q(Exists(Cooperation.objects.filter(**inside)))
    if officer.user_id:
        allowed |= Q(owner=officer.user_id) | Q(agent=officer.user_id)
    return rows.filter(allowed)


def own_projects(user_id: UUID | None, regions: Collection[str]) -> QuerySet[Project]:
    """Return the projects that a user registered in some regions, the latest first."""
    rows = Project.objects.filter(region_code__in=list(regions), owner=user_id)
    return rows.select_related("owner", "agent").order_by("-id")


def projects_of_agent(user_id: UUID | None, region_code: str) -> list[ProjectFile]:
    """Return the projects of an agent that are not finished, the oldest first. Four queries."""
    rows = Project.objects.filter(region_code=region_code, agent=user_id, finished_on=None).order_by("id")
    return whole(list(rows.select_related("owner", "agent")))


def is_agent(user_id: UUID | None, centre_id: UUID, today: date) -> bool:
    """Say whether a user stands in the roster of agents of a centre on that day (代办员名册)."""
    return agents(centre_id, today).filter(user=user_id).exists()


def agent_regions(user_id: UUID | None, today: date) -> set[str]:
    """Return the regions in whose rosters a user stands on that day."""
    rows = ProjectAgent.objects.filter(user=user_id, starts_on__lte=today).filter(
        Q(ends_on=None) | Q(ends_on__gte=today)
    )
    return set(rows.values_list("centre__region__code", flat=True))


def agents(centre_id: UUID, today: date) -> QuerySet[ProjectAgent]:
    """Return the roster of agents of a centre on that day."""
    rows = ProjectAgent.objects.filter(centre=centre_id, starts_on__lte=today).select_related("user")
    return rows.filter(Q(ends_on=None) | Q(ends_on__gte=today)).order_by("user__display_name")


def whole(rows: list[Project]) -> list[ProjectFile]:
    """Return projects of one region with all that belongs to them. Three queries, however many."""
    if not rows:
        return []
    of = {"region_code": rows[0].region_code, "project_id__in": [row.id for row in rows]}
    stages = list(ProjectStage.objects.filter(**of).select_related("department").order_by("position"))
    links = list(ProjectCase.objects.filter(**of).order_by("id"))
    shared = list(
        Cooperation.objects.filter(**of)
        .select_related("department", "asked_by", "answered_by")
        .order_by("asked_at", "id")
    )
    return [
        ProjectFile(
            row,
            tuple(stage for stage in stages if stage.project_id == row.id),
            tuple(link for link in links if link.project_id == row.id),
            tuple(part for part in shared if part.project_id == row.id),
        )
        for row in rows
    ]


def _whole(row: Project) -> ProjectFile:
    return whole([row])[0]


def read_run(no: str, officer: Officer, regions: list[str]) -> BundleRun:
    """Return the run of a bundle for its owner, its agent, the windows and the watchers. Raises NotFound."""
    run = BundleRun.objects.filter(region_code__in=regions, no=no.upper()).select_related("bundle", "agent").first()
    if run is None:
        raise NotFound(no)
    own = officer.user_id is not None and officer.user_id in (run.owner_id, run.agent_id)
    if not own and not officer.grant(WINDOW | WATCHERS, region_code=run.region_code):
        raise NotFound(no)
    return run


def own_runs(user_id: UUID | None, region_code: str) -> QuerySet[BundleRun]:
    """Return the runs of bundles that a user submitted, the latest first."""
    return BundleRun.objects.filter(region_code=region_code, owner=user_id).order_by("-id")


def runs_of_agent(user_id: UUID | None, region_code: str) -> list[BundleRun]:
    """Return the runs of bundles that an agent follows, the latest first."""
    return list(BundleRun.objects.filter(region_code=region_code, agent=user_id).order_by("-id")[:50])
