"""发布事项: a new version takes effect on a day; errors of the check-up block it. Running cases keep theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Filed, Filing, Place, Row
from yichuang.law.book import book
from yichuang.records.catalogue.lint import Level, lint
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.ids import new_id
from yichuang.records.ledger.canonical import GENESIS
from yichuang.records.org.models import raise_facts_version
from yichuang.rules import permissions
from yichuang.rules.catalogue_life.effect import may_take_effect
from yichuang.rules.permissions import CasePlace
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Publication:
    """Which item, and the fields of its new version (number and effective date among them)."""

    item_id: UUID
    fields: Mapping[str, Any]


def publish_item(wish: Publication, ctx: Context) -> Filed:
    """Put a new version of an item on record: from its day on it holds for who submits; running cases keep theirs.

    Raises: Refused (errors of the check-up, a day gone by, not allowed), Conflict, KeyReused.
    Basis: XKF-30.1, XKF-8.1, S3-一事项一标准, S0c
    """
    item = Item.objects.select_related("centre", "department").get(pk=wish.item_id)
    first = repeated(item.region_code, ctx)
    if first is not None:
        return first
    place = CasePlace(item.region_code, item.department.id)
    permissions.may("item.published", ctx.officer, place).raise_if_refused()
    version = ItemVersion(id=new_id(), item=item, **wish.fields)
    _in_order(version, ctx)
    norms = book().norms(ctx.directory.profile(item.department.id), max(ctx.today, version.effective_on))
    errors = [finding.words for finding in lint(version, norms) if finding.level is Level.ERROR]
    if errors:
        raise Refused("item_faulty", "XKF-30.1", {"item": item.name, "errors": "；".join(errors)})
    row = {field.attname: getattr(version, field.attname) for field in version._meta.concrete_fields}
    filing = Filing(
        place=Place(
            Item, "item", item.region_code, item.id, item.version, item.ledger_seq, item.ledger_hash or GENESIS,
            version.id,
        ),
        verb="item.published",
        set={},
        add=(Row(ItemVersion, row),),
        facts={"number": version.number, "effective_on": version.effective_on},
        answer={"version": str(version.id)},
    )  # fmt: skip
    filed = file(filing, ctx)
    raise_facts_version()
    return filed


def _in_order(version: ItemVersion, ctx: Context) -> None:
    """Refuse a version that would change what held already, or take the place of a later one.

    Raises: Refused.  Basis: XKF-8.1
    """
    latest = version.item.versions.order_by("-number").first()
    if latest is None:
        return
    if version.number != latest.number + 1:
        raise Refused("version_number", "XKF-8", {"next": latest.number + 1})
    may_take_effect(version.effective_on, today=ctx.today, latest_on=latest.effective_on).raise_if_refused()
