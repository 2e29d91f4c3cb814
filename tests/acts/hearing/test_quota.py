"""有数量限制的许可: places go by the moment of acceptance; who leaves gives his to the next."""

from datetime import date, datetime

import pytest

from tests.acts.city import START, ZONE, City, on
from tests.acts.hearing.lives import under_rules, waiting_for_decision
from tests.acts.joint.told import refused
from tests.acts.lives import submitted
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.law.book import book
from yichuang.records.cases.models import Case
from yichuang.rules.hearing.quota import Accepted, Quota, earlier_than, may_grant

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 3, 6)
GRANT, DENIAL = (True, "", "《水法》"), (False, "不符合条件", "《水法》")


def at(hour: int) -> datetime:
    return datetime(2026, 3, 2, hour, tzinfo=ZONE)


def taken_in(city: City, no: str, hour: int) -> str:
    """Bring a case from its receipt to the desk that decides; it is accepted at that hour."""
    accept(Acceptance(on(no)), city.ctx("clerk", START, hour=hour))
    route(Routing(on(no)), city.ctx("clerk", START, hour=hour))
    return waiting_for_decision(city, no)


def decided(city: City, no: str, wish: tuple[bool, str, str] = GRANT, day: date = FRIDAY) -> None:
    decide(Decision(on(no), *wish), city.ctx("agency", day))


def test_by_day_then_moment_then_number() -> None:
    own = Accepted("JN-2026-000005", START, at(10))
    others = [
        Accepted("JN-2026-000009", START, at(9)),  # handed in later, accepted earlier
        Accepted("JN-2026-000004", START, at(10)),  # in the same minute: the number was drawn earlier
        Accepted("JN-2026-000006", START, at(10)),
        Accepted("JN-2026-000001", START, at(11)),
        Accepted("JN-2026-000008", date(2026, 2, 27)),
    ]
    assert earlier_than(own, others) == ("JN-2026-000008", "JN-2026-000009", "JN-2026-000004")


@pytest.mark.parametrize(
    ("number", "granted", "earlier", "code"),
    [(1, 0, (), ""), (1, 1, (), "quota_used"), (1, 0, ("a",), "quota_earlier"), (3, 1, ("a",), ""),
     (3, 1, ("a", "b"), "quota_earlier"), (1, 2, (), "quota_used")],
)  # fmt: skip
def test_the_earlier_keep_their_places(number: int, granted: int, earlier: tuple[str, ...], code: str) -> None:
    verdict = may_grant(Quota(number, granted, earlier), book().norms("cn", START))
    assert (verdict.code if not verdict.allowed else "") == code


def test_the_acceptance_counts_and_not_the_receipt(city: City) -> None:
    under_rules(city, quota=1)
    first, second = submitted(city), submitted(city)
    taken_in(city, second, 9)
    taken_in(city, first, 11)
    refused("quota_earlier", lambda: decided(city, first))
    decided(city, second)
    refused("quota_used", lambda: decided(city, first))


def test_what_silence_accepted_comes_by_its_receipt(city: City) -> None:
    under_rules(city, quota=1)
    silent, prompt = submitted(city), taken_in(city, submitted(city), 10)
    accept(Acceptance(on(silent)), city.ctx("clerk", date(2026, 3, 11)))
    assert Case.objects.get(region_code="990100", no=silent).deemed
    refused("quota_earlier", lambda: decided(city, prompt, day=date(2026, 3, 11)))


@pytest.mark.parametrize("leaves", ["withdrawn", "denied"])
def test_who_leaves_gives_his_place_to_the_next(city: City, leaves: str) -> None:
    under_rules(city, quota=1)
    first, second, third = (waiting_for_decision(city) for _ in range(3))
    refused("quota_earlier", lambda: decided(city, second))
    if leaves == "denied":
        decided(city, first, DENIAL)
    else:
        withdraw(Withdrawal(on(first)), city.ctx("resident", FRIDAY))
    refused("quota_earlier", lambda: decided(city, third))
    decided(city, second)
    refused("quota_used", lambda: decided(city, third))
