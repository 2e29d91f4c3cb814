"""Who stands for whom in the demonstration: log-ins linked to applicants, and whom the company named."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from yichuang.acts.context import Context
from yichuang.acts.intake.submit import Person
from yichuang.acts.passing.link_account import AccountLink, link_account
from yichuang.acts.passing.name_person import PersonNaming, name_person
from yichuang.faces.terminal.demo.people import citizen, company
from yichuang.faces.terminal.demo.works.catalogue import REGION
from yichuang.faces.terminal.demo.works.rosters import open_rosters
from yichuang.records.applicants.accounts import linked
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.records.org.models import User
from yichuang.rules.officers import Officer
from yichuang.rules.proxy.mandate import RECEIVE, SUBMIT, SUPPLEMENT, Mandate

_ZONE = ZoneInfo("Asia/Shanghai")


def build_accounts(now: datetime) -> None:
    """Link the resident and the company, let the company name somebody for a year, and open each centre's roster."""
    _link("resident", citizen(0), now - timedelta(days=3))
    _link("company", company(0), now - timedelta(days=3))
    user, then = User.objects.get(username="company"), now - timedelta(days=2)
    today = then.astimezone(_ZONE).date()
    unit = linked(user.id, [REGION])[0]
    mandate = Mandate(frozenset({SUBMIT, SUPPLEMENT, RECEIVE}), today, today + timedelta(days=365))
    name_person(PersonNaming(REGION, unit.id, "何静", "agent", mandate), _ctx(user, then))
    open_rosters(now)  # after the last posting that no act made


def _link(login: str, person: Person, at: datetime) -> None:
    user = User.objects.get(username=login)
    wish = AccountLink(REGION, user.id, person.identity_kind, person.identity_no, person.phone)
    link_account(wish, _ctx(user, at))


def _ctx(user: User, at: datetime) -> Context:
    return Context(Officer(user.id, user.display_name), at, directory(), new_id().hex)
