"""A project and a run of a bundle at each place of the matrix's world; planted, for no lawful act leads there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from yichuang.records.cases.models import Case
from yichuang.records.ids import new_id
from yichuang.records.org.models import User
from yichuang.records.projects.models import Bundle, BundlePart, BundleRun, Project, ProjectAgent, ProjectStage


def plant(owners: Mapping[str, User], cases: Mapping[str, Case], agents: Iterable[User], at: datetime) -> None:
    """Plant them; the code of a project is its place, the number of a run the place in capitals."""
    centre = cases["own"].department.centre
    bundle = Bundle.objects.create(
        centre=centre, slug="water", name="用水", summary="一起办", items=[{"code": "TESTpromised"}]
    )
    for user in agents:
        ProjectAgent.objects.create(centre=centre, user=user, starts_on=date(2020, 1, 1))
    for place, case in cases.items():
        common = {
            "region_code": case.region_code,
            "owner": owners[place],
            "applicant_name": "项目单位",
            "ledger_hash": "0",
        }
        project = Project.objects.create(
            code=place, name="项目", nature="water", profile="cn", registered_at=at, **common
        )
        ProjectStage.objects.create(
            region_code=case.region_code, project_id=project.id, key="initiation", position=1, lead="water",
            basis="S4-二(四).4", department=case.department,
        )  # fmt: skip
        run = BundleRun.objects.create(no=place.upper(), bundle=bundle, name="用水", submitted_at=at, **common)
        BundlePart.objects.create(id=new_id(), region_code=case.region_code, run_id=run.id, case_id=case.id, position=1)
