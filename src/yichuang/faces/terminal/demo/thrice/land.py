"""The land department's finance office, and two more of its items, each with a fee that stands before the decision."""

from __future__ import annotations

from datetime import datetime, timedelta

from yichuang.faces.terminal.demo.data import read
from yichuang.faces.terminal.demo.items import Publish, item_code
from yichuang.faces.terminal.demo.organisation import department_uscc, service_since
from yichuang.faces.terminal.demo.regimes import fields_of, guide_of
from yichuang.records.catalogue.models import Item
from yichuang.records.catalogue.search_text import search_text
from yichuang.records.org.models import Department, Posting, Role, User

_SINCE = timedelta(days=400)


def build_land(now: datetime, publish: Publish) -> None:
    """Give the land department a finance office, and the items that somebody pays for."""
    model = Item.objects.get(department__slug="gt-land")
    _finance_office(now, model)
    regime = next(row for row in read("regimes")["regimes"] if row["department"]["slug"] == "gt-land")
    for told in read("thrice/land")["items"]:
        guide = guide_of({**regime, "change": {**regime["change"], **told["change"]}})
        item = Item(
            centre=model.centre, department=model.department, name=guide["name"], short_name=guide["short_name"],
            power_kind=model.power_kind, level=model.level, status=model.status, themes=model.themes,
            code=item_code(model.department, model.level, model.power_kind, regime["serial"], told["serial"]),
            for_organisation=True, for_person=False, search_text=search_text(guide["name"], guide["search_words"]),
        )  # fmt: skip
        item.save()
        fields = fields_of({**regime, "certificate": told["certificate"]}, guide, model.department)
        fields["guide"]["fee"] |= {"payment": told["payment"]}
        publish(item, {"number": 1, "effective_on": service_since(now), **fields})


def _finance_office(now: datetime, model: Item) -> None:
    centre = model.centre
    office = Department(
        centre=centre, slug="gt-finance", name="示例省国土资源厅财务处", short_name="财务处",
        document_word="示国土资财", profile=model.department.profile, court="示例人民法院",
        uscc=department_uscc("11", centre.region.code, 211), review_authority="示例省人民政府",
        phone="0000-2110001", supervision_phone="0000-2110002",
    )  # fmt: skip
    office.save()
    user = User(username="gt-finance", display_name="卞清")
    user.set_unusable_password()
    user.save()
    post = {"centre": centre, "department": office, "starts_on": now.date() - _SINCE}
    Posting(user=user, role=Role.REVIEWER, **post).save()
