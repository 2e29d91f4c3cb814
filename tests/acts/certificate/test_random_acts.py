"""Random acts on a certificate by random people: its status never leaves the flow, and the ledger explains it all."""

import os
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.acts.certificate.lives import DAY, certificate, issued, of
from tests.acts.city import City, build_city
from tests.acts.passing.walks import empowered
from yichuang.acts.certificate.cancel_as_penalty import PenaltyCancellation, cancel_as_penalty
from yichuang.acts.certificate.change import CertificateChange, change_certificate
from yichuang.acts.certificate.decline import Declining, decline
from yichuang.acts.certificate.deregister import Deregistration, deregister
from yichuang.acts.certificate.propose import Proposing, propose
from yichuang.acts.certificate.revoke import Revocation, revoke
from yichuang.acts.certificate.withdraw import TakingBack, withdraw_certificate
from yichuang.acts.inspection.doctor import examine
from yichuang.law.book import book
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory, forget
from yichuang.rules.after.certificates import MOVES
from yichuang.rules.after.penalty import Offered
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
EXAMPLES = int(os.environ.get("YC_EXAMPLES", "3"))
GROUNDS = ("abuse", "fraud", "law_changed", "transfer", "terminated", "withdrawn", "expired", "holder_asks")
FLOW = {
    "valid": {"valid", "revoked", "withdrawn", "cancelled", "deregistered"},
    "revoked": {"revoked", "deregistered"},
    "withdrawn": {"withdrawn", "deregistered"},
    "cancelled": {"cancelled", "deregistered"},
    "deregistered": {"deregistered"},
}
DECIDE: tuple[Callable[[Any], object], ...] = (
    lambda ctx: revoke(Revocation(of()), ctx),
    lambda ctx: withdraw_certificate(TakingBack(of(), "水源", "已补偿"), ctx),
    lambda ctx: cancel_as_penalty(
        PenaltyCancellation(of(), "《水法》第六十九条", Offered(DAY, "waived", "声明书")), ctx
    ),
    lambda ctx: deregister(Deregistration(of()), ctx),
    lambda ctx: change_certificate(CertificateChange(of(), "住所变更", "无损失"), ctx),
    lambda ctx: decline(Declining(of(), "证据不足"), ctx),
)
STEP = st.tuples(
    st.booleans(), st.sampled_from(sorted(MOVES)), st.sampled_from(GROUNDS), st.integers(0, 5),
    st.sampled_from(("agency", "agency", "deputy", "reviewer", "clerk")), st.sampled_from((0, 1, 30, 800)),
)  # fmt: skip


def walk(city: City, steps: list[tuple[bool, str, str, int, str, int]]) -> None:
    issued(city)
    day, status = DAY, "valid"
    for proposing, act, ground, pick, who, gap in steps:
        day = min(day + timedelta(days=gap), date(2033, 1, 3))
        before = Entry.objects.filter(region_code="990100").count()
        try:
            if proposing:
                propose(Proposing(of(), act, ground, "查实", "听取了意见"), city.ctx("reviewer", day))
            else:
                DECIDE[pick](city.ctx(who, day))
        except (Refused, LookupError):
            assert Entry.objects.filter(region_code="990100").count() == before
        now = certificate().status
        assert now in FLOW[status]
        status = now
    assert list(examine("990100", directory())) == []


@pytest.mark.parametrize("profile", sorted(book().profiles()))
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEP, min_size=4, max_size=16))
def test_random_acts(db: None, profile: str, steps: list[tuple[bool, str, str, int, str, int]]) -> None:
    with transaction.atomic():
        city = build_city(profile)
        empowered(city, city.department.id, date(2026, 3, 2))
        walk(city, steps)
        transaction.set_rollback(True)
    forget()
