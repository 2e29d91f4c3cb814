"""提交一件事: one application becomes several cases, each by its own submission, all or none of them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Number, Place, Row
from yichuang.acts.intake.submit import Submission, submit
from yichuang.acts.projects.frame import within
from yichuang.records.ids import new_id
from yichuang.records.projects.models import Bundle, BundlePart, BundleRun
from yichuang.records.projects.models.bundles import SUBJECT
from yichuang.rules import permissions
from yichuang.rules.permissions import CasePlace
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class BundleSubmission:
    """Which bundle, and one submission for each of its items; all are for the same applicant."""

    bundle: Bundle
    parts: tuple[Submission, ...]
    user_id: UUID | None = None


def submit_bundle(wish: BundleSubmission, ctx: Context) -> Filed:
    """Put a run and its cases on record in one transaction; a repetition with the same key gets the first answer.

    Raises: Refused (closed, an item not open, not allowed), Conflict, KeyReused.  Basis: XKF-26.2, XKF-29.1
    """
    region, prefix, year = wish.bundle.centre.region.code, wish.bundle.centre.prefix, ctx.today.year
    first = repeated(region, ctx)
    if first is not None:
        return first
    judge(wish, region, ctx)
    run_id = new_id()
    number = Number(f"bundle:{prefix}:{year:04d}", lambda serial: f"{prefix}-{year:04d}-Y{serial:05d}")
    with transaction.atomic():
        filed = [submit(part, within(ctx, f"part {place}")) for place, part in enumerate(wish.parts, 1)]
        rows = [
            {"id": new_id(), "region_code": region, "run_id": run_id, "case_id": case.subject_id, "position": place}
            for place, case in enumerate(filed, 1)
        ]
        filing = Filing(
            place=Place(BundleRun, SUBJECT, region, run_id),
            verb="bundle.submitted",
            set={
                "no": number, "bundle_id": wish.bundle.id, "name": wish.bundle.name, "owner_id": wish.user_id,
                "applicant_name": wish.parts[0].person.name, "submitted_at": ctx.at,
            },
            add=tuple(Row(BundlePart, row) for row in rows),
            facts={"cases": [case.no for case in filed]},
            answer={"no": number, "cases": [case.no for case in filed]},
            create=True,
        )  # fmt: skip
        return file(filing, ctx)


def judge(wish: BundleSubmission, region: str, ctx: Context) -> None:
    """Say whether this may be submitted: the bundle is open, complete, and for one person. Raises: Refused."""
    items = [row["code"] for row in wish.bundle.items]
    if not wish.bundle.active:
        raise Refused("bundle_closed", "XKF-26.2", {"name": wish.bundle.name})
    if [part.version.item.code for part in wish.parts] != items or len({part.person for part in wish.parts}) != 1:
        raise Refused("bundle_item_missing", "XKF-26.2", {"name": wish.bundle.name})
    place = CasePlace(region, wish.parts[0].version.item.department.id, wish.user_id)
    permissions.may("bundle.submitted", ctx.officer, place).raise_if_refused()
