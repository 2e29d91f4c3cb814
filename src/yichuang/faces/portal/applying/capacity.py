"""以单位身份申请: what an application begins with depends on as whom the visitor acts."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from yichuang.faces.portal.applying.applicant import COMPANY, SELF, behalves
from yichuang.records.catalogue.models import Item
from yichuang.rules.verdict import Refused


def offered(request: HttpRequest, item: Item, in_person: str = "") -> list[str]:
    """Return on whose behalf the visitor may apply: as an organisation, for it alone.

    Raises: Refused where the item is for persons only.
    """
    capacity = request.officer.capacity
    if capacity is None:
        return behalves(item, in_person)
    if not item.for_organisation:
        raise Refused("capacity_person_only", "XKF-29.2", {"name": capacity.name, "item": item.name})
    return [COMPANY]


def told_first(request: HttpRequest, behalf: str) -> dict[str, Any]:
    """Return what is known of the applicant before anything is asked."""
    capacity = request.officer.capacity
    if capacity is not None and behalf == COMPANY:
        known = {"unit_name": capacity.name, "uscc": capacity.uscc, "legal_person": capacity.legal_person}
        return {"behalf": behalf, "handler_name": request.officer.name} | {k: v for k, v in known.items() if v}
    return {"behalf": behalf} | ({"person_name": request.officer.name} if behalf == SELF else {})
