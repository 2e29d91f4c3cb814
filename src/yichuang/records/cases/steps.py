"""Reading special steps that wait for approval or were approved (特殊环节审定), always within a region."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from yichuang.records.cases.access import cases_for
from yichuang.records.cases.models import Stage, StageKind
from yichuang.records.cases.reading import Beside, CaseFile
from yichuang.rules.moves.shapes import RUNNING
from yichuang.rules.officers import Officer

STEPS: Beside = (("t.id, t.particulars", "cases_stage"),)


def told_beside(case: CaseFile, stage_id: UUID) -> Mapping[str, Any]:
    """Return what a stage keeps besides its columns, from a case that was read with STEPS beside it."""
    for rows in case.beside:
        for found, told in rows:
            if UUID(str(found)) == stage_id:
                kept: Mapping[str, Any] = json.loads(told) if isinstance(told, str) else told
                return kept
    return {}


def waiting_steps(officer: Officer, region_code: str) -> QuerySet[Stage]:
    """Return the steps of running cases of a region that wait for the centre, with their cases, oldest first."""
    seen = cases_for(officer, region_code).filter(state__in=RUNNING).order_by().values("id")
    rows = Stage.objects.filter(
        region_code=region_code, kind=StageKind.SPECIAL_STEP, done_at__isnull=True, case_id__in=seen
    )
    return rows.select_related("case", "case__item", "department").order_by("opened_at", "id")
