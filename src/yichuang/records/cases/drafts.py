"""暂存: drafts of applications. No legal state and no ledger: plain saves; what is told is sealed at rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from yichuang.records.applicants.vault import open_values, seal_values
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.models import Draft
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.ids import new_id

KEPT_FOR = timedelta(days=30)  # of ours, no law: how long an untouched draft is kept


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new draft begins with: the item version, the situation, who applies, and from where."""

    version: ItemVersion
    situation: str
    applicant: Mapping[str, Any]
    channel: str


def begin(wish: Beginning, owner_id: UUID, at: datetime) -> Draft:
    """Begin a draft in the region of the item's centre; the owner's outdated drafts of that region go."""
    region = wish.version.item.region_code
    _outdated(region, owner_id, at).delete()
    draft = Draft(
        id=new_id(), region_code=region, owner_id=owner_id, item_version=wish.version, situation=wish.situation,
        channel=wish.channel, created_at=at, changed_at=at,
    )  # fmt: skip
    draft.applicant = seal_values(wish.applicant, draft.id)
    draft.save(force_insert=True)
    return draft


def own_draft(draft_id: UUID, owner_id: UUID | None, regions: Sequence[str], at: datetime) -> Draft:
    """Return the owner's draft if it is still kept; one that became a case stays. Raises NotFound."""
    rows = Draft.objects.filter(region_code__in=regions, pk=draft_id, owner=owner_id)
    draft = rows.select_related("item_version__item__department").first()
    if draft is None or (not draft.case_no and draft.changed_at < at - KEPT_FOR):
        raise NotFound(str(draft_id))
    return draft


def drafts_of(owner_id: UUID, region_code: str, at: datetime) -> list[Draft]:
    """Return what the owner can go on filling in, the latest first. One query."""
    rows = Draft.objects.filter(region_code=region_code, owner=owner_id, case_no="", changed_at__gte=at - KEPT_FOR)
    return list(rows.select_related("item_version__item").order_by("-changed_at"))


def kept_until(draft: Draft) -> datetime:
    """Return until when the draft can be continued if nobody touches it."""
    return draft.changed_at + KEPT_FOR


def applicant_of(draft: Draft) -> dict[str, Any]:
    """Return who applies, as far as told."""
    return open_values(draft.applicant, draft.id)


def form_of(draft: Draft) -> dict[str, Any]:
    """Return the answers of the form, as far as given."""
    return open_values(draft.form, draft.id)


def keep(
    draft: Draft,
    at: datetime,
    *,
    applicant: Mapping[str, Any] | None = None,
    form: Mapping[str, Any] | None = None,
    materials: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
) -> None:
    """Save the parts that are given; the others stay, also what another window of the owner has saved meanwhile."""
    parts: dict[str, Any] = {}
    if applicant is not None:
        parts["applicant"] = seal_values(applicant, draft.id)
    if form is not None:
        parts["form"] = seal_values(form, draft.id)
    if materials is not None:
        parts["materials"] = {key: [dict(file) for file in files] for key, files in materials.items() if files}
    _save(draft, at, **parts)


def move_to(draft: Draft, version: ItemVersion, at: datetime) -> None:
    """Go on under the version that holds now; a situation that it does not know is forgotten."""
    codes = [row["code"] for row in version.situations]
    situation = draft.situation if draft.situation in codes else next(iter(codes), "")
    _save(draft, at, item_version=version, situation=situation)


def became(draft: Draft, case_no: str, at: datetime) -> None:
    """Note the case it became; what was filled in now stands in the case alone."""
    _save(draft, at, case_no=case_no, applicant={}, form={}, materials={})


def discard(draft: Draft) -> None:
    """Throw a draft away that has not become a case."""
    type(draft).objects.filter(region_code=draft.region_code, pk=draft.pk, case_no="").delete()


def _save(draft: Draft, at: datetime, **parts: Any) -> None:
    """Write these parts unless it has become a case meanwhile."""
    parts["changed_at"] = at
    for name, value in parts.items():
        setattr(draft, name, value)
    type(draft).objects.filter(region_code=draft.region_code, pk=draft.pk, case_no="").update(**parts)


def _outdated(region_code: str, owner_id: UUID, at: datetime) -> Any:
    return Draft.objects.filter(region_code=region_code, owner=owner_id, case_no="", changed_at__lt=at - KEPT_FOR)
