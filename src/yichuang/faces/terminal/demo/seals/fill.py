"""Seals of the demonstration (印章), marked 示例: the centre's for receipts, the departments' for what they decide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.seals.destroy import destroy
from yichuang.acts.seals.frame import OnSeal
from yichuang.acts.seals.register import NewSeal, register_seal
from yichuang.acts.seals.suspend import suspend
from yichuang.faces.terminal.demo.data import read
from yichuang.records.catalogue.models import Item
from yichuang.records.ids import new_id
from yichuang.records.org.directory import Directory, directory
from yichuang.records.org.models import Centre, Posting, Role
from yichuang.records.seals.models import Seal, SealKind

_SINCE = timedelta(days=200)
_OLD = timedelta(days=150)
_FEW = 3
_WITH_OWN = "990100"  # whose centre has a seal of its own, for bulletins and the like
_OWN_ACCEPTANCE = ("water", "emergency", "health")


def build_seals(now: datetime) -> int:
    """Put the seals on record that are not there yet, kept by the windows; one of them was lost and is destroyed."""
    place, count = directory(), 0
    for region, centre in place.centres.items():
        manager, keepers = _staff(centre)
        if manager is None or not keepers:
            continue
        first, there = None, set(Seal.objects.filter(region_code=region).values_list("body", "kind"))
        for number, (body, kind) in enumerate(_wanted(centre, place)):
            if (body, str(kind)) in there:
                continue
            wish = NewSeal(region, body, kind, keepers[number % len(keepers)], (now - _SINCE).date())
            filed = register_seal(wish, _ctx(manager, now - _SINCE, place))
            if first is None and count < _FEW and kind == SealKind.APPROVAL:
                first = (wish, str(filed.answer["no"]))
            count += 1
        if first is not None and not there:
            _replaced(*first, manager, now)
    return count


def _ctx(user: UUID, at: datetime, place: Directory) -> Context:
    return Context(place.officer(user, at.date()), at, place, new_id().hex)


def _staff(centre: Centre) -> tuple[UUID | None, list[UUID]]:
    posts = Posting.objects.filter(centre=centre).order_by("id").values_list("role", "user")
    managers = [user for role, user in posts if role == Role.CENTRE_MANAGER]
    return (managers[0] if managers else None), [user for role, user in posts if role == Role.WINDOW_CLERK]


def _wanted(centre: Centre, place: Directory) -> Iterator[tuple[str, str]]:
    """Yield body and kind: one for the centre's receipts, one for a department with items or conclusions."""
    yield centre.name, SealKind.RECEIPT
    if centre.region.code == _WITH_OWN:
        yield centre.name, SealKind.DEPARTMENT
    busy = set(Item.objects.filter(centre=centre).values_list("department", flat=True))
    joined = {slug for row in (*read("joint")["items"], *read("extras").values()) for slug in row.get("co", ())}
    joined |= {row["slug"] for row in read("regional/regional")["departments"]}  # the upper organs have no item
    for department in sorted(place.departments.values(), key=lambda one: str(one.id)):
        if department.centre.id == centre.id and (department.id in busy or department.slug in joined):
            yield department.name, SealKind.APPROVAL
            if department.slug in _OWN_ACCEPTANCE:
                yield department.name, SealKind.ACCEPTANCE


def _replaced(wish: NewSeal, no: str, manager: UUID, now: datetime) -> None:
    """The first seal of approval was suspended and destroyed, another one stands in its place."""
    place = directory()
    on = OnSeal(wish.region_code, no, reason="密码设备更换，原印章封存后销毁")
    suspend(on, _ctx(manager, now - _OLD, place))
    destroy(on, _ctx(manager, now - _OLD + timedelta(hours=3), place))
    again = NewSeal(wish.region_code, wish.body, wish.kind, wish.keeper_id, (now - _OLD).date())
    register_seal(again, _ctx(manager, now - _OLD + timedelta(hours=4), place))
