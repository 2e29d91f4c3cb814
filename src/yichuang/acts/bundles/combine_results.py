"""综合结果单: when the last case of a bundle is closed, one numbered sheet tells what became of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from yichuang.acts.act import On, Work, case_act
from yichuang.acts.context import ZONE, Context
from yichuang.acts.filing.shapes import Conflict
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import numbered
from yichuang.records.cases.models import CaseOutcome, CaseState
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.documents.queries import results_among
from yichuang.records.projects.queries import parts_of
from yichuang.records.projects.runs import finished_runs, last_closed, run_of_case
from yichuang.rules.projects.bundles import may_combine
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Combination:
    """The case of the bundle that was closed last: the sheet is kept with it."""

    on: On


@case_act(verb="case.results_combined")
def combine_results(case: CaseFile, wish: Combination, ctx: Context) -> Work:
    """Number the sheet in the name of the department whose item leads the bundle.

    It stands on the chain of the case closed last, so that two who ask at once get one sheet.
    Basis: XKF-26.2
    """
    run = run_of_case(case.region_code, case.id)
    cases: list[Any] = [found for _, found in parts_of(run)] if run else []
    papers = results_among(case.region_code, [one.id for one in cases])
    made = any(paper.kind == DocumentKind.COMBINED_RESULT for paper in papers)
    may_combine([_ended(one) for one in cases], made=made).raise_if_refused()
    if run is None or last_closed(cases).id != case.id:
        raise Refused("bundle_other_case", "XKF-26.2")
    lead = ctx.directory.departments[cases[0].department_id]
    sheet = numbered(
        DocumentKind.COMBINED_RESULT, replace(about(case, ctx), department=lead), ctx, basis="XKF-26.2",
        run_no=run.no, run_name=run.name, submitted_on=run.submitted_at.astimezone(ZONE).date(),
        rows=_rows(cases, papers, ctx), granted=all(one.outcome in _GIVEN for one in cases),
    )  # fmt: skip
    return Work(papers=(sheet,), facts={"run": run.no})


_GIVEN = (CaseOutcome.GRANTED, CaseOutcome.FILED)


def _ended(case: Any) -> str:
    return str(case.outcome) if case.state == CaseState.CLOSED else ""


def _rows(cases: Iterable[Any], papers: Iterable[Document], ctx: Context) -> list[Mapping[str, Any]]:
    """Return what the sheet tells of each case: item, department, result, its papers, the day it was closed."""
    held: dict[UUID, list[Document]] = {}
    for paper in papers:
        held.setdefault(paper.case_id, []).append(paper)
    return [
        {
            "item": case.item.name, "department": ctx.directory.departments[case.department_id].short_name,
            "no": case.no, "outcome": str(CaseOutcome(case.outcome).label), "on": case.closed_on,
            "papers": [{"title": paper.title, "no": paper.no} for paper in held.get(case.id, ())],
        }
        for case in cases
    ]  # fmt: skip


def combine_missing(region_code: str, ctx: Context, limit: int, left: list[str]) -> int:
    """Issue up to `limit` sheets of a region that nobody has asked for yet; return how many.

    Basis: XKF-26.2
    """
    done = 0
    for run in finished_runs(region_code, limit):
        no = last_closed([case for _, case in parts_of(run)]).no
        try:
            combine_results(Combination(On(no)), replace(ctx, key=f"sweep:combined:{run.no}"))
            done += 1
        except (Refused, Conflict) as fault:
            left.append(f"{no} {fault}")
    return done
