"""A small centre with money: a mining case that was told to pay, and what the desk does with it."""

from __future__ import annotations

from datetime import date

from tests.acts.city import City, on
from tests.acts.special.world import MINING, city_of, deciding
from yichuang.acts.fees.assess import Assessment, assess_fee
from yichuang.acts.fees.collect import Takings, collect_fee
from yichuang.acts.fees.notify import FeeNotice, notify_fee
from yichuang.records.fees.models import Collection, Refund
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Posting, User

REGION, DAY, SUM = "990100", date(2026, 3, 16), 1200050
CASH = 1210000


def mining_city() -> City:
    """Return a city whose promised item costs a fee before the decision."""
    return city_of("cn.990000.land", fee={"payment": {**MINING, "before": "decision"}})


def with_second_manager(city: City) -> City:
    """Give the centre a second manager: what one proposes another approves."""
    person = User.objects.create(username="second", display_name="second")
    Posting.objects.create(
        user=person, role="centre_manager", centre=city.centre, department=city.department, starts_on=date(2020, 1, 1)
    )
    city.people["second"] = person
    forget()
    return city


def told(city: City, day: date = DAY) -> str:
    """Return the number of a case that was told to pay."""
    no = deciding(city, day)
    assess_fee(Assessment(on(no), {"采矿权使用费": SUM}), city.ctx("reviewer", day))
    notify_fee(FeeNotice(on(no)), city.ctx("clerk", day))
    return no


def paid(city: City, day: date = DAY, method: str = "cash", who: str = "clerk") -> str:
    """Return the number of a case that paid at the desk."""
    no = told(city, day)
    collect_fee(Takings(on(no), method, reference="20260316000123", tendered=CASH), city.ctx(who, day))
    return no


def collection() -> Collection:
    """Return the latest sum that came in."""
    return Collection.objects.filter(region_code=REGION).latest("id")


def refund() -> Refund:
    """Return the latest sum that goes back."""
    return Refund.objects.filter(region_code=REGION).latest("id")
