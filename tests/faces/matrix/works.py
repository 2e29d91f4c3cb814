"""A project and a run of a bundle at each place of the matrix's world, put on record by the pen.

The norms of this world know no stages of projects, so that no act would register one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file
from yichuang.acts.filing.shapes import Filing, Place, Row
from yichuang.records.cases.models import Case
from yichuang.records.ids import new_id
from yichuang.records.org.models import User
from yichuang.records.projects.models import Bundle, BundlePart, BundleRun, Project, ProjectAgent, ProjectStage


def plant(cases: Mapping[str, Case], agent: User) -> Bundle:
    """Put a bundle and an agent into the first centre."""
    centre = cases["own"].department.centre
    ProjectAgent.objects.create(centre=centre, user=agent, starts_on=date(2020, 1, 1))
    return Bundle.objects.create(
        centre=centre, slug="water", name="用水", summary="一起办", items=[{"code": "TESTpromised"}]
    )


def put_on_record(place: str, case: Case, owner: User, bundle: Bundle, ctx: Context) -> None:
    """File a project whose code is its place, and a run whose number is the place in capitals."""
    region, common = case.region_code, {"owner_id": owner.id, "applicant_name": "项目单位"}
    project_id, run_id = new_id(), new_id()
    project = {
        "code": place, "name": "项目", "nature": "water", "place": "", "content": "", "investment": 0, "profile": "cn",
        "registered_at": ctx.at, "finished_on": None, "agent_id": None, "agent_named_on": None, "uscc": "",
    }  # fmt: skip
    stage = {
        "id": new_id(), "region_code": region, "project_id": project_id, "key": "initiation", "position": 1,
        "lead": "water", "basis": "S4-二(四).4", "department_id": case.department.id, "parallel": False,
        "prereview": False, "finished_on": None, "finished_by_id": None,
    }  # fmt: skip
    part = {"id": new_id(), "region_code": region, "run_id": run_id, "case_id": case.id, "position": 1}
    run = {"no": place.upper(), "bundle_id": bundle.id, "name": "用水", "submitted_at": ctx.at}
    filings = (
        Filing(
            place=Place(Project, "project", region, project_id), verb="project.registered", set=project | common,
            add=(Row(ProjectStage, stage),), answer={"code": place}, create=True,
        ),
        Filing(
            place=Place(BundleRun, "bundle", region, run_id), verb="bundle.submitted", set=run | common,
            add=(Row(BundlePart, part),), answer={"no": place.upper()}, create=True,
        ),
    )  # fmt: skip
    for filing in filings:
        file(filing, ctx_without_key(ctx))


def ctx_without_key(ctx: Context) -> Context:
    """Return the circumstances without a key: two filings share none."""
    return Context(ctx.officer, ctx.at, ctx.directory)
