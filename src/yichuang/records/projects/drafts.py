"""一件事草稿: like drafts of single applications, with the merged guide of the day beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from yichuang.records.applicants.vault import seal_values
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.drafts import KEPT_FOR
from yichuang.records.ids import new_id
from yichuang.records.projects.merging import Merged, merged
from yichuang.records.projects.models import Bundle, BundleDraft
from yichuang.rules.verdict import Refused


def begin_bundle(bundle: Bundle, told: Mapping[str, Any], channel: str, owner_id: UUID, at: datetime) -> BundleDraft:
    """Begin a draft in the region of the bundle's centre; the owner's outdated drafts there go."""
    region = bundle.centre.region.code
    rows = BundleDraft.objects.filter(region_code=region, owner=owner_id, case_no="")
    rows.filter(changed_at__lt=at - KEPT_FOR).delete()
    draft = BundleDraft(
        id=new_id(), region_code=region, owner_id=owner_id, bundle=bundle, channel=channel, created_at=at, changed_at=at
    )
    draft.applicant = seal_values(told, draft.id)
    draft.save(force_insert=True)
    return draft


def own_bundle_draft(draft_id: UUID, owner_id: UUID | None, regions: Sequence[str], at: datetime) -> BundleDraft:
    """Return the owner's draft with its merged guide of the day, if it is still kept. Raises NotFound."""
    rows = BundleDraft.objects.filter(region_code__in=regions, pk=draft_id, owner=owner_id)
    draft = rows.select_related("bundle__centre__region").first()
    if draft is None or (not draft.case_no and draft.changed_at < at - KEPT_FOR):
        raise NotFound(str(draft_id))
    return draft


def bundle_drafts_of(owner_id: UUID | None, region_code: str, at: datetime) -> list[BundleDraft]:
    """Return what the owner can go on filling in, the latest first. One query."""
    rows = BundleDraft.objects.filter(
        region_code=region_code, owner=owner_id, case_no="", changed_at__gte=at - KEPT_FOR
    )
    return list(rows.select_related("bundle").order_by("-changed_at"))


def merged_or_refused(bundle: Bundle, today: date) -> Merged:
    """Return the merged guide of the day. Raises: Refused where the bundle or one of its items is not open."""
    if not bundle.active:
        raise Refused("bundle_closed", "XKF-26.2", {"name": bundle.name})
    found = merged(bundle, today)
    if found is None:
        raise Refused("bundle_item_missing", "XKF-26.2", {"name": bundle.name})
    return found
