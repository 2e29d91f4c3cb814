"""并联审批示例: joint items of the city, of 重庆 and of 平凉, with their co-departments and people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from yichuang.faces.terminal.demo.data import guides, read
from yichuang.faces.terminal.demo.forms import form_of
from yichuang.faces.terminal.demo.items import SERVICE, Publish, item_code
from yichuang.faces.terminal.demo.organisation import department_uscc, service_since
from yichuang.faces.terminal.demo.regimes import granted
from yichuang.faces.terminal.demo.stages import joint_stages
from yichuang.records.catalogue.importing.version import version_fields
from yichuang.records.catalogue.importing.words import POWER_KINDS
from yichuang.records.catalogue.models import Item, ItemStatus
from yichuang.records.catalogue.search_text import search_text
from yichuang.records.org.models import Centre, Department, Posting, User, Window

Row = Mapping[str, Any]
_SINCE = timedelta(days=400)
_HOME = "嘉宁市"
_GRANTING = "620800"  # where departments grant their windows powers


def build_joint(at: datetime, publish: Publish) -> None:
    """Make departments and people, and put the joint items in force."""
    told = read("joint")
    centres = {centre.region.code: centre for centre in Centre.objects.select_related("region")}
    here = {name: [row for row in told[name] if row["code"] in centres] for name in told}
    for row in here["departments"]:
        _department(row, centres[row["code"]])
    for row in here["people"]:
        _person(row, centres[row["code"]], at)
    for row in here["items"]:
        if row["code"] == _GRANTING:
            centre = centres[row["code"]]
            granted(Department.objects.get(centre=centre, slug=row["lead"]), centre.profile, at)
        if "serial" in row:  # the city lists its own already
            _put_in_force(row, centres[row["code"]], at, publish)


def _put_in_force(row: Row, centre: Centre, at: datetime, publish: Publish) -> None:
    lead = Department.objects.get(centre=centre, slug=row["lead"])
    guide = _guide(row)
    item = _item(row, guide, lead)
    fields = version_fields(guide, {**_extra(row), "department": lead.short_name, "form": form_of(guide)})
    fields["guide"] |= {"service": SERVICE, "sample": True}
    fields["stages"] = joint_stages(fields["stages"], guide["joint"], row["co"], centre)
    publish(item, {"number": 1, "effective_on": service_since(at), **fields})


def _guide(row: Row) -> Row:
    """Return the guide, in the words of the place where it is borrowed, with the days that it gives itself."""
    guide: Row = guides()[row["guide"]]
    told: dict[str, Any] = json.loads(json.dumps(guide, ensure_ascii=False).replace(_HOME, row.get("place", _HOME)))
    if "co_days" in row:
        told["joint"]["co_days"]["number"] = row["co_days"]
        told["promised_limit"]["number"] = row["promised"]
    return told


def _extra(row: Row) -> Row:
    extra: Row = read("extras")[row["guide"]]
    return {**extra, "certificate": row.get("certificate", extra["certificate"])}


def _item(row: Row, guide: Row, lead: Department) -> Item:
    """Return the item, saved."""
    power = POWER_KINDS[guide["kind_of_power"]]
    item = Item(
        centre=lead.centre, department=lead, name=guide["name"], power_kind=power, level=row["level"],
        code=item_code(lead, row["level"], power, row["serial"], 1), for_person=False,
        status=ItemStatus.OPEN,
        search_text=search_text(guide["name"], guide["search_words"]),
    )  # fmt: skip
    item.save()
    return item


def _department(row: Row, centre: Centre) -> None:
    place = centre.region.name
    department = Department(
        centre=centre, slug=row["slug"], name=row["name"], short_name=row["short_name"],
        document_word=row["document_word"], uscc=department_uscc("11", row["code"], row["serial"]),
        review_authority=f"{place}人民政府", court=f"{place}示例人民法院", phone=f"0000-{row['serial']}0001",
        supervision_phone=f"0000-{row['serial']}0002",
    )  # fmt: skip
    department.save()
    for window in Window.objects.filter(centre=centre):
        window.departments.add(department)


def _person(row: Row, centre: Centre, at: datetime) -> None:
    user = User(username=row["login"], display_name=row["name"])
    user.set_unusable_password()
    user.save()
    department = Department.objects.filter(centre=centre, slug=row.get("department")).first()
    for role in row["roles"]:
        post = Posting(user=user, role=role, centre=centre, department=department, starts_on=at.date() - _SINCE)
        post.save()
