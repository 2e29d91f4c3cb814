"""单位办事人员: whom an organisation named to act for it. Plain rows; who named whom stands in the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from yichuang.records.org.models import AuthorisedPerson, User
from yichuang.rules.proxy.mandate import SCOPES, Mandate


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisation as its own rows name it."""

    uscc: str
    name: str
    legal_person: str = ""


def persons_of(uscc: str) -> list[AuthorisedPerson]:
    """Return whom an organisation named, those that ended too, by name. One query."""
    rows = AuthorisedPerson.objects.filter(uscc=uscc).select_related("user")
    return list(rows.order_by("user__display_name", "id"))


def seats_of(user_id: UUID, today: date) -> list[AuthorisedPerson]:
    """Return the organisations that named this person and whose authority holds today. One query."""
    rows = AuthorisedPerson.objects.filter(user=user_id, starts_on__lte=today)
    return list(rows.filter(Q(ends_on=None) | Q(ends_on__gte=today)).order_by("organisation", "id"))


def known_login(username: str, name: str) -> User | None:
    """Return the log-in of that name if it is this person's. Both have to fit."""
    user = User.objects.filter(username=username.strip(), is_active=True).first()
    fits = user is not None and _bare(user.display_name) == _bare(name)
    return user if fits else None


def name_of_login(user_id: UUID) -> str:
    """Return the name under which somebody logs in, "" for nobody."""
    return User.objects.filter(pk=user_id).values_list("display_name", flat=True).first() or ""


def authorise(unit: Unit, user_id: UUID, mandate: Mandate) -> None:
    """Name somebody, or give him another extent; the facts version moves on."""
    _put(unit, user_id, sorted(mandate.scope, key=SCOPES.index), mandate.starts_on, mandate.ends_on)


def keep_own_seat(unit: Unit, user_id: UUID, today: date) -> None:
    """Keep the legal representative among those who may apply, once the organisation names its people."""
    if not AuthorisedPerson.objects.filter(uscc=unit.uscc, user=user_id).exists():
        _put(unit, user_id, list(SCOPES), today, None)


def end_authority(uscc: str, user_id: UUID, today: date) -> None:
    """End somebody's authority from today on; the row stays, so that it is known who acted once."""
    row, yesterday = AuthorisedPerson.objects.get(uscc=uscc, user=user_id), today - timedelta(days=1)
    row.ends_on = min(row.ends_on or yesterday, yesterday)
    row.save()


def _put(unit: Unit, user_id: UUID, scope: list[str], starts_on: date | None, ends_on: date | None) -> None:
    row = AuthorisedPerson.objects.filter(uscc=unit.uscc, user=user_id).first()
    row = row or AuthorisedPerson(uscc=unit.uscc, user_id=user_id)
    row.organisation, row.legal_person, row.scope = unit.name, unit.legal_person, scope
    row.starts_on, row.ends_on = starts_on, ends_on
    row.save()


def _bare(name: str) -> str:
    return "".join(name.split())
