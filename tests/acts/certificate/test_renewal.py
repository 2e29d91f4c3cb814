"""Renewal: asked for by its holder, granted, denied, or renewed by silence."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from tests.acts.certificate.lives import certificate, issued, proposed
from tests.acts.city import PERSON, City, on
from tests.acts.hearing.lives import under_rules, waiting_for_decision
from tests.acts.lives import submitted
from tests.acts.test_refusals import refused
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.submit import submit
from yichuang.acts.sweep import sweep
from yichuang.records.cases.reading import CaseFile, load
from yichuang.records.certificates.models import Certificate, Renewal
from yichuang.records.certificates.quota import quota_of
from yichuang.records.org.directory import directory
from yichuang.rules.hearing.quota import Quota

pytestmark = pytest.mark.django_db
ENDS, NEXT, ASKED = date(2031, 3, 5), date(2031, 3, 6), date(2031, 1, 30)


def asked(city: City, renews: UUID, day: date = ASKED) -> str:
    resident = city.people["resident"].id
    wish = replace(city.submission(city.promised, channel="online", user_id=resident), renews=renews)
    return submit(wish, city.ctx("resident", day)).no


def to_decide(city: City, no: str, day: date = ASKED) -> None:
    accept(Acceptance(on(no)), city.ctx("clerk", day))
    route(Routing(on(no)), city.ctx("clerk", day))
    review(Review(on(no), True, "符合"), city.ctx("reviewer", day))
    verify(Verification(on(no), True, "同意"), city.ctx("verifier", day))


def test_granted_in_time_it_goes_on_from_the_old_end(city: City) -> None:
    old = issued(city)
    no = asked(city, old)
    to_decide(city, no)
    decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency", ASKED))
    issue(Issue(on(no)), city.ctx("clerk", ASKED))
    new = Certificate.objects.get(region_code="990100", renews_id=old)
    assert (certificate().valid_to, new.valid_to) == (ENDS, date(2036, 3, 5))
    refused("renewed_already", lambda: proposed(city, "deregistered", "expired", NEXT))
    assert list(examine("990100", directory())) == []


def test_a_renewal_keeps_the_place_of_its_holder(city: City) -> None:
    under_rules(city, quota=2)
    old, second = issued(city), waiting_for_decision(city)
    decide(Decision(on(second), True, "", "《水法》"), city.ctx("agency", ASKED))
    no, third = asked(city, old), submitted(city, ASKED)
    to_decide(city, no)
    to_decide(city, third)
    decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency", ASKED))
    assert quota_of(file(no), 3).granted == 1  # the other one: its own place is not counted against it
    assert quota_of(file(third), 3) == Quota(3, 2)
    issue(Issue(on(no)), city.ctx("clerk", ASKED))
    assert quota_of(file(third), 3) == Quota(3, 2)
    Certificate.objects.filter(region_code="990100", renews_id=old).update(status="revoked")
    assert quota_of(file(third), 3) == Quota(3, 1)


def file(no: str) -> CaseFile:
    found = load("990100", no=no)
    assert found is not None
    return found


def test_silence_renews(city: City) -> None:
    no = asked(city, issued(city))
    to_decide(city, no)
    assert sweep(city.ctx("system", ENDS).at).renewed == 0
    done = sweep(city.ctx("system", date(2031, 3, 10)).at)
    assert (done.renewed, done.left) == (1, [])
    assert (certificate().deemed_on, certificate().valid_to) == (NEXT, date(2036, 3, 5))
    assert sweep(city.ctx("system", date(2031, 3, 11)).at).renewed == 0
    assert list(examine("990100", directory())) == []


def test_what_silence_renewed_is_not_denied(city: City) -> None:
    no = asked(city, issued(city))
    to_decide(city, no)
    refused("deemed_renewed", lambda: decide(Decision(on(no), False, "不符合", "《水法》"), city.ctx("agency", NEXT)))
    decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency", NEXT))


def test_a_denial_in_time(city: City) -> None:
    no = asked(city, issued(city))
    to_decide(city, no)
    decide(Decision(on(no), False, "不符合", "《水法》"), city.ctx("agency", ENDS))
    assert sweep(city.ctx("system", NEXT).at).renewed == 0


def test_late_is_taken_but_silence_does_not_renew(city: City) -> None:
    late = date(2031, 2, 10)
    no = asked(city, issued(city), late)
    to_decide(city, no, late)
    assert Renewal.objects.get(region_code="990100").apply_by == date(2031, 2, 3)
    assert sweep(city.ctx("system", NEXT).at).renewed == 0
    decide(Decision(on(no), False, "不符合", "《水法》"), city.ctx("agency", NEXT))
    assert [stage.effect for stage in file(no).stages if stage.kind == "renewal"] == [""]


def test_refusals(city: City) -> None:
    old = issued(city)
    refused("renewal_over", lambda: asked(city, old, NEXT))
    refused("renewal_foreign", lambda: asked(city, city.people["resident"].id))
    other = replace(PERSON, name="李四", identity_no="350300199001011239")
    wish = replace(city.submission(city.promised), person=other, renews=old)
    refused("renewal_foreign", lambda: submit(wish, city.ctx("clerk", ASKED)))
    asked(city, old)
    refused("renewal_open", lambda: asked(city, old))
    Certificate.objects.filter(region_code="990100").update(status="revoked")
    refused("renewal_not_valid", lambda: asked(city, old))
    Certificate.objects.filter(region_code="990100").update(status="valid", valid_to=None)
    refused("renewal_endless", lambda: asked(city, old))
