"""A re-engineered item version that is still to come, and what the read log has to tell."""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from yichuang.acts.catalogue.publish_item import Publication, publish_item
from yichuang.acts.context import Context
from yichuang.records.applicants.access import Reading, applicant_of, reveal
from yichuang.records.cases.models import Case
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.records.org.models import User

_ZONE = ZoneInfo("Asia/Shanghai")
_HOME, _ITEM, _DROPPED = "990100", "民办非企业单位审批", "核准"
_AHEAD = timedelta(days=14)
_READ = (  # who, which number, how many days ago, what for
    ("clerk", "phone", 2, "电话告知补正事项"),
    ("reviewer", "identity", 1, "核对营业执照与申请人是否一致"),
)


def build_reform(now: datetime) -> None:
    """Publish a version with one stage and one paper less and five days off; read two numbers in full."""
    _renew(now)
    _read(now)


def _renew(now: datetime) -> None:
    item = Item.objects.filter(region_code=_HOME, name=_ITEM).first()
    latest = item.versions.order_by("-number").first() if item else None
    if item is None or latest is None:
        return
    place, today = directory(), now.astimezone(_ZONE).date()
    manager = User.objects.get(username="manager").id
    ctx = Context(place.officer(manager, today), now, place, new_id().hex)
    publish_item(Publication(item.id, _shorter(latest) | {"effective_on": today + _AHEAD}), ctx)


def _shorter(latest: ItemVersion) -> dict[str, Any]:
    fields = {f.name: deepcopy(getattr(latest, f.name)) for f in latest._meta.concrete_fields}
    fields = {name: value for name, value in fields.items() if name not in ("id", "item")}
    stages = [row for row in fields["stages"] if row["name"] != _DROPPED]
    guide = {name: value for name, value in fields["guide"].items() if name != "complex"}
    last = fields["materials"][-1]
    last |= {"share_exempt": True, "share_source": last.get("share_source") or "部门间核验"}
    return fields | {"number": latest.number + 1, "stages": stages, "guide": guide, "promised_number": 12}


def _read(now: datetime) -> None:
    company = User.objects.filter(username="company").first()
    cases = Case.objects.filter(region_code=_HOME, owner=company, item__name="取水许可审批").order_by("no")
    case, place = cases.first(), directory()
    for who, what, ago, purpose in _READ if case else ():
        at = (now - timedelta(days=ago)).astimezone(_ZONE).replace(hour=10, minute=15)
        officer = place.officer(User.objects.get(username=who).id, at.astimezone(_ZONE).date())
        applicant = applicant_of(_HOME, case.applicant_id)
        reveal(applicant, Reading(what, purpose, case.id), officer, at)
