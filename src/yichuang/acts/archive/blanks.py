"""What personal columns become when they are erased (清除后的样子): empty, or one word that says so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from yichuang.acts.filing.shapes import Change
from yichuang.records.applicants.models import Account, Applicant
from yichuang.records.cases.models import Case, CasePart
from yichuang.records.cases.reading import ERASED, CaseFile

_KEPT = frozenset({"certificates"})  # the public register has a term of its own
_NAMED = frozenset({"name", "applicant_name", "receiver"})


@cache
def books() -> tuple[type[CasePart], ...]:
    """Return the tables of a case that hold personal columns."""
    found = [model for model in apps.get_models() if issubclass(model, CasePart) and getattr(model, "PRIVATE", None)]
    return tuple(model for model in found if model._meta.app_label not in _KEPT)


def blank(model: type[models.Model]) -> dict[str, Any]:
    """Return the erased form of every personal column of a table."""
    private: frozenset[str] = getattr(model, "PRIVATE", frozenset())
    return {f.attname: _empty(f) for f in model._meta.concrete_fields if f.attname in private}


def _empty(field: Any) -> Any:
    if isinstance(field, models.JSONField):
        return field.get_default() if field.has_default() else {}
    if field.null:
        return None
    return ERASED if field.attname in _NAMED else ""


def changes_of(case: CaseFile) -> Iterator[Change]:
    """Yield the changes that empty every row of a case, and its applicant if nothing else needs him."""
    for model in books():
        rows = model._base_manager.filter(region_code=case.region_code, case_id=case.id).order_by("id")
        yield from (Change(model, row_id, blank(model)) for row_id in rows.values_list("pk", flat=True))
    if _last_of(case):
        gone = {**blank(Applicant), "name": ERASED, "identity_hash": f"erased:{case.applicant_id.hex}"}
        yield Change(Applicant, case.applicant_id, gone)


def _last_of(case: CaseFile) -> bool:
    """Return whether nothing but this case needs its applicant: no other case, no log-in."""
    of: dict[str, Any] = {"region_code": case.region_code, "applicant_id": case.applicant_id}
    others = Case.objects.filter(**of).exclude(id=case.id).exclude(applicant_name=ERASED)
    return not others.exists() and not Account.objects.filter(**of).exists()


def files_of(region_code: str, case_id: UUID) -> list[str]:
    """Return the digests that the rows of a case name: papers, materials, proofs, its package."""
    found: set[str] = set()
    for model in apps.get_models():
        if issubclass(model, CasePart) and model._meta.app_label not in _KEPT:
            for row in model._base_manager.filter(region_code=region_code, case_id=case_id):
                found |= _digests(row)
    return sorted(found)


def _digests(row: models.Model) -> set[str]:
    found = {getattr(row, "digest", "")}
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(field, models.JSONField) and isinstance(value, list):
            found |= {str(one.get("digest", "")) for one in value if isinstance(one, dict)}
    return {digest for digest in found if len(digest) == 64}
