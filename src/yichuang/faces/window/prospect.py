"""A case that could be (拟收的办件): what acts would say if this were received now. Nothing is on record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from yichuang.acts.context import Context
from yichuang.acts.intake.applying import terms_of
from yichuang.faces.window.sheet import Line
from yichuang.records.cases.models import Case, CaseState, Channel
from yichuang.records.cases.reading import CaseFile, MaterialView
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.ids import new_id
from yichuang.rules.facts import ClockFact, FactKind


def prospect(version: ItemVersion, applicant_name: str, lines: Iterable[Line], ctx: Context) -> CaseFile:
    """Return the case as it would stand right after its receipt at the window today."""
    item = version.item
    profile = ctx.directory.profile(item.department_id)
    empty: Mapping[str, Any] = dict.fromkeys(field.attname for field in Case._meta.concrete_fields)
    values = {
        **empty,
        "id": new_id(),
        "region_code": item.region_code,
        "no": "",
        "state": CaseState.RECEIVED.value,
        "outcome": "",
        "kind": version.kind,
        "channel": Channel.WINDOW.value,
        "item_id": item.id,
        "item_version_id": version.id,
        "department_id": item.department_id,
        "applicant_id": new_id(),
        "applicant_name": applicant_name,
        "profile": profile,
        "received_on": ctx.today,
        "paused": False,
        "version": 1,
        "ledger_seq": 1,
    }
    facts = (ClockFact(FactKind.RECEIVED, ctx.today),)
    views = tuple(
        MaterialView(new_id(), line.key, line.name, line.required, line.verdict, line.defect) for line in lines
    )
    case = CaseFile({}, facts, (), views, None, None, memory={"terms": terms_of(version, profile, ctx)})
    case.__dict__.update(values, form={}, agent={})
    return case
