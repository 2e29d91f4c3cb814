"""撤销、撤回、吊销、注销、变更: each its own act, on a proposal of somebody else, from the states the law knows."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.acts.certificate.lives import DAY, certificate, issued, of, proposed
from tests.acts.city import City
from tests.acts.test_refusals import refused
from yichuang.acts.certificate.cancel_as_penalty import PenaltyCancellation, cancel_as_penalty
from yichuang.acts.certificate.change import CertificateChange, change_certificate
from yichuang.acts.certificate.decline import Declining, decline
from yichuang.acts.certificate.deregister import Deregistration, deregister
from yichuang.acts.certificate.propose import Proposing, propose
from yichuang.acts.certificate.revoke import Revocation, revoke
from yichuang.acts.certificate.withdraw import TakingBack, withdraw_certificate
from yichuang.acts.certificate_act import Of
from yichuang.acts.filing.shapes import Conflict
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.papers.make import make_missing
from yichuang.records.applicants.models import Ban
from yichuang.records.certificates.access import NoCertificate
from yichuang.records.certificates.models import Certificate
from yichuang.records.documents.models import Document
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.rules.after.penalty import Offered

pytestmark = pytest.mark.django_db
WAIVED = Offered(DAY, "waived", "3 月 6 日放弃听证声明书")
DECISIONS: dict[str, tuple[str, str, Callable[[City, date], Any], str]] = {
    "revoked": ("procedure", "revoked", lambda c, d: revoke(Revocation(of()), c.ctx("agency", d)), "revocation"),
    "withdrawn": (
        "law_changed", "withdrawn",
        lambda c, d: withdraw_certificate(TakingBack(of(), "保护水源", "补偿 2 万"), c.ctx("agency", d)), "taken_back",
    ),
    "cancelled": (
        "transfer", "cancelled",
        lambda c, d: cancel_as_penalty(PenaltyCancellation(of(), "《水法》第六十九条", WAIVED), c.ctx("agency", d)),
        "penalty_cancellation",
    ),
    "deregistered": (
        "terminated", "deregistered",
        lambda c, d: deregister(Deregistration(of()), c.ctx("agency", d)), "deregistration",
    ),
    "changed": (
        "holder_asks", "valid",
        lambda c, d: change_certificate(CertificateChange(of(), "住所变更为滨河路 8 号"), c.ctx("agency", d)), "change",
    ),
}  # fmt: skip


@pytest.mark.parametrize("act", DECISIONS)
def test_it_works(city: City, act: str) -> None:
    issued(city)
    ground, status, decide, paper = DECISIONS[act]
    proposed(city, act, ground)
    decide(city, DAY)
    assert certificate().status == status
    assert make_missing(city.ctx("system", DAY), 50, "990100").faults == ()
    made = Document.objects.get(region_code="990100", kind=paper)
    assert made.digest
    assert made.fields["certificate_no"] == certificate().no
    assert list(examine("990100", directory())) == []


@pytest.mark.parametrize("act", DECISIONS)
def test_nothing_without_a_proposal_of_somebody_else(city: City, act: str) -> None:
    issued(city)
    ground, _, decide, _ = DECISIONS[act]
    refused("not_proposed", lambda: decide(city, DAY))
    propose(Proposing(of(), act, ground, "经查属实", "听取了意见"), city.ctx("agency", DAY))
    refused("same_person", lambda: decide(city, DAY))


@pytest.mark.parametrize("act", ["revoked", "withdrawn", "cancelled"])
def test_after_it_only_deregistration(city: City, act: str) -> None:
    issued(city)
    ground, _, decide, _ = DECISIONS[act]
    proposed(city, act, ground)
    decide(city, DAY)
    for other in ("revoked", "withdrawn", "cancelled", "changed"):
        refused("certificate_state", lambda other=other: proposed(city, other, DECISIONS[other][0]))
    refused("ground_unfit", lambda: proposed(city, "deregistered", "terminated"))
    proposed(city, "deregistered", "withdrawn")
    deregister(Deregistration(of(), True), city.ctx("agency", DAY))
    assert certificate().status == "deregistered"
    refused("certificate_state", lambda: proposed(city, "deregistered", "withdrawn"))


def test_one_that_ran_out_is_only_deregistered(city: City) -> None:
    issued(city)
    later = date(2031, 3, 10)
    refused("certificate_state", lambda: proposed(city, "revoked", "fraud", later))
    refused("ground_unfit", lambda: proposed(city, "deregistered", "terminated", later))
    refused("ground_unfit", lambda: proposed(city, "deregistered", "expired", DAY))
    proposed(city, "deregistered", "expired", later)


def test_refusals_of_a_proposal(city: City) -> None:
    issued(city)
    refused("certificate_act_unknown", lambda: proposed(city, "renamed", "other"))
    refused("ground_unknown", lambda: proposed(city, "revoked", "law_changed"))
    refused("holder_not_heard", lambda: proposed(city, "revoked", "fraud", heard=""))
    silent = Proposing(of(), "revoked", "fraud", " ", "有")
    refused("reason_missing", lambda: propose(silent, city.ctx("reviewer", DAY)))
    refused("not_yours", lambda: propose(Proposing(of(), "revoked", "fraud", "查实", "有"), city.ctx("clerk", DAY)))
    proposed(city, "revoked", "fraud")
    refused("proposed_already", lambda: proposed(city, "revoked", "fraud"))


def test_a_proposal_may_be_declined(city: City) -> None:
    issued(city)
    refused("not_proposed", lambda: decline(Declining(of(), "不必"), city.ctx("agency", DAY)))
    proposed(city, "revoked", "abuse")
    refused("reason_missing", lambda: decline(Declining(of(), " "), city.ctx("agency", DAY)))
    decline(Declining(of(), "证据不足"), city.ctx("agency", DAY))
    assert certificate().status == "valid"
    proposed(city, "revoked", "abuse")


def test_not_where_the_public_would_suffer(city: City) -> None:
    issued(city)
    proposed(city, "revoked", "fraud")
    refused("public_harm", lambda: revoke(Revocation(of(), public_harm=True), city.ctx("agency", DAY)))
    assert not Ban.objects.filter(region_code="990100").exists()


@pytest.mark.parametrize(
    ("act", "wish", "code"),
    [
        ("withdrawn", lambda: (withdraw_certificate, TakingBack(of(), " ", "补偿")), "public_interest_missing"),
        ("withdrawn", lambda: (withdraw_certificate, TakingBack(of(), "水源", " ")), "compensation_missing"),
        ("cancelled", lambda: (cancel_as_penalty, PenaltyCancellation(of(), " ")), "penalty_basis_missing"),
        ("cancelled", lambda: (cancel_as_penalty, PenaltyCancellation(of(), "《水法》")), "penalty_hearing_untold"),
        ("changed", lambda: (change_certificate, CertificateChange(of(), " ")), "changes_missing"),
    ],
)
def test_refusals_of_a_decision(city: City, act: str, wish: Any, code: str) -> None:
    issued(city)
    proposed(city, act, DECISIONS[act][0])
    do, asked = wish()
    refused(code, lambda: do(asked, city.ctx("agency", DAY)))


def test_a_change_that_the_holder_did_not_ask_for_is_made_good(city: City) -> None:
    issued(city)
    proposed(city, "changed", "law_changed")
    wish = CertificateChange(of(), "取水量减为 8 万立方米")
    refused("compensation_missing", lambda: change_certificate(wish, city.ctx("agency", DAY)))


def test_stale_foreign_and_repeated(city: City) -> None:
    issued(city)
    wish = Proposing(of(), "revoked", "fraud", "查实", "有")
    with pytest.raises(Conflict):
        propose(
            Proposing(Of("990100", certificate().id, 7), "revoked", "fraud", "查实", "有"), city.ctx("reviewer", DAY)
        )
    with pytest.raises(NoCertificate):
        propose(wish, city.ctx("stranger", DAY))
    with pytest.raises(NoCertificate):
        propose(Proposing(Of("990100", new_id()), "revoked", "fraud", "查实", "有"), city.ctx("reviewer", DAY))
    first = propose(wish, city.ctx("reviewer", DAY, key="k-12345678"))
    again = propose(wish, city.ctx("reviewer", DAY, key="k-12345678"))
    assert (again.seq, again.repeated) == (first.seq, True)


def test_doctor_sees_a_status_that_nobody_decided(city: City) -> None:
    issued(city)
    Certificate.objects.filter(region_code="990100").update(status="revoked")
    assert [row.code for row in examine("990100", directory())] == ["column_differs"]
