"""受理通知书: what it must contain."""

from __future__ import annotations

from typing import Any

from yichuang.acts.context import Context
from yichuang.acts.norms import norms_of
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.acts.papers.terms import due_fields, handed_in, on_the_spot, told
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import CaseKind, ItemVersion
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.clock import fold
from yichuang.rules.facts import ClockFact
from yichuang.rules.levels.route import way_of


def acceptance_notice(case: CaseFile, fact: ClockFact, ctx: Context, *, deemed: bool = False) -> Paper:
    """Return the 受理通知书: limits, dates, materials, fees, who took them in, how to ask for progress.

    Where a norm lists what is told at acceptance, also how the result is handed out, and that nothing is charged.
    Basis: XKF-32.1(4), XKF-32.1(5), XKF-32.2, S0b-6(1), S3-附件二(二)1
    """
    terms, calendar = case.terms, ctx.directory.calendar(case.profile)
    clock = fold((*case.facts, fact), terms, calendar, as_of=ctx.today)
    dates = {
        "due_on": clock.due.on if clock.due else None,
        "promised_due_on": clock.promised.on if clock.promised else None,
    }
    basis = (terms.deemed_basis or "XKF-32.1(4)") if clock.deemed else ""
    return numbered(
        DocumentKind.ACCEPTANCE, about(case, ctx), ctx, basis=basis, accepted_on=clock.accepted_on,
        deemed=clock.deemed or deemed, starts=terms.start.value, limit=told(terms.decision),
        promised=told(terms.promised), materials=handed_in(case), **due_fields(dates, calendar),
        receiver=ctx.officer.name if ctx.officer.grants else "",
        on_the_spot=on_the_spot(case) or None,
        **(_of_item(version_of(case.item_version_id)) | _told_here(case) | _decided_above(case, ctx)),
    )  # fmt: skip


def _told_here(case: CaseFile) -> dict[str, Any]:
    """Return what the norm wants told at acceptance and a plain notice leaves out; nothing elsewhere."""
    norm = norms_of(case).get("slip_contents")
    if norm is None or not isinstance(norm.value, tuple):
        return {}
    guide = version_of(case.item_version_id).guide
    post = str((guide.get("service") or {}).get("post", ""))
    fee = str((guide.get("fee") or {}).get("text", ""))
    told = {"handing_out": post or "到出件窗口领取"} if "delivery" in norm.value else {}
    return told | ({"fee": fee or "本事项不收费"} if "fees" in norm.value else {})


def _decided_above(case: CaseFile, ctx: Context) -> dict[str, Any]:
    """Return who decides an upward case, where that is another department than the one that accepts it.

    Basis: XKF-35
    """
    steps = way_of(version_of(case.item_version_id).stages).steps if case.kind == CaseKind.UPWARD else ()
    upper = ctx.directory.department_at(steps[-1].at) if steps else None
    return {"decides": upper.name} if upper is not None and upper.id != case.department_id else {}


def _of_item(version: ItemVersion) -> dict[str, Any]:
    """Return what the guide tells of special procedures outside the limit, and of fees."""
    return {
        "special": [row["name"] for row in version.special_procedures if not row.get("counted")],
        "fee": version.guide.get("fee", {}).get("text", ""),
    }
