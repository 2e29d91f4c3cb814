"""Certificates and what becomes of them, for tests that need them."""

from datetime import date
from uuid import UUID

from tests.acts.city import City, on
from tests.acts.hearing.lives import waiting_for_decision
from yichuang.acts.certificate.propose import Proposing, propose
from yichuang.acts.certificate_act import Of
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.records.certificates.models import Certificate

DAY = date(2026, 3, 6)


def certificate() -> Certificate:
    """Return the oldest certificate of the centre."""
    found = Certificate.objects.filter(region_code="990100").order_by("id").first()
    assert found is not None
    return found


def of() -> Of:
    """Name it."""
    return Of("990100", certificate().id)


def issued(city: City) -> UUID:
    """Return the id of a certificate just issued and handed over."""
    no = waiting_for_decision(city)
    decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency", DAY))
    issue(Issue(on(no)), city.ctx("clerk", DAY))
    deliver(HandOver(on(no), "孙玉兰"), city.ctx("clerk", DAY))
    return certificate().id


def proposed(city: City, act: str, ground: str, day: date = DAY, *, heard: str = "放弃陈述申辩") -> None:
    """Propose something for the certificate."""
    propose(Proposing(of(), act, ground, "经查属实", heard), city.ctx("reviewer", day))
