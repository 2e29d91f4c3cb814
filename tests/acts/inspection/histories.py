"""For every table that doctor compares: the shortest history that leaves a row in it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db import models
from django.test import override_settings

from tests.acts.archive.walks import archived
from tests.acts.certificate.lives import issued, proposed
from tests.acts.city import City, on
from tests.acts.consulting.city import add_others
from tests.acts.delivery.walks import left_life
from tests.acts.feedback.walks import rating_life
from tests.acts.fees.walks import money_life
from tests.acts.hearing.lives import under_rules
from tests.acts.hearing.walk import heard_life
from tests.acts.lives import promised_life
from tests.acts.meeting.steps import HELD, called, closed, signed
from tests.acts.seals.offices import seals_of
from tests.acts.special.lives import under
from tests.acts.special.world import MINING, deciding, equip
from tests.acts.supervision.walks import supervised_life
from yichuang.acts.certificate.revoke import Revocation, revoke
from yichuang.acts.certificate_act import Of
from yichuang.acts.fees.assess import Assessment, assess_fee
from yichuang.acts.fees.notify import FeeNotice, notify_fee
from yichuang.acts.fees.pay import Payment, pay_fee
from yichuang.acts.intake.submit import submit
from yichuang.acts.papers.make import make_documents
from yichuang.records.applicants.models import Ban
from yichuang.records.archive.models import ArchiveItem
from yichuang.records.certificates.models import Proposal, Renewal
from yichuang.records.delivery.models import Dispatch
from yichuang.records.feedback.models import Invitation, RatingStep
from yichuang.records.fees.models import Checkout, Collection, Fee, Refund
from yichuang.records.hearings.models import Hearing, Inspection, InterestedParty
from yichuang.records.meetings.models import Meeting, Seat
from yichuang.records.seals.models import SealUse
from yichuang.records.supervision.models import Measure

DAY = date(2026, 3, 6)


def meeting_life(city: City) -> None:
    """A meeting called, signed and closed."""
    others = add_others(city)
    no, meeting = called(others, "land", day=HELD, who="reviewer")
    signed(others, no, meeting)
    closed(others, no, meeting, applicant_words="希望尽快。")


def fee_life(city: City) -> None:
    """A fee assessed, notified and paid."""
    equip(city, fee={"payment": {**MINING, "before": "decision"}})
    no = deciding(city)
    assess_fee(Assessment(on(no), {"采矿权使用费": 1200050}), city.ctx("reviewer"))
    notify_fee(FeeNotice(on(no)), city.ctx("clerk"))
    pay_fee(Payment(on(no), "001"), city.ctx("clerk"))


def proposal_life(city: City) -> None:
    """A certificate that somebody proposes to revoke."""
    issued(city)
    proposed(city, "revoked", "fraud")


def ban_life(city: City) -> None:
    """A certificate got by fraud and revoked, which bars its holder."""
    under_rules(city, safety=True)
    certificate = issued(city)
    proposed(city, "revoked", "fraud")
    revoke(Revocation(Of("990100", certificate)), city.ctx("agency", DAY))


def renewal_life(city: City) -> None:
    """A certificate that its holder asks to renew."""
    wish = city.submission(city.promised, channel="online", user_id=city.people["resident"].id)
    submit(replace(wish, renews=issued(city)), city.ctx("resident", date(2031, 1, 30)))


def sealed_life(city: City) -> None:
    """A case whose papers bear seals."""
    with TemporaryDirectory() as folder:
        keys = {**settings.YICHUANG_SEALS, "folder": f"{folder}/seals", "stamps_url": ""}
        with override_settings(YICHUANG_FILES=Path(folder) / "files", YICHUANG_SEALS=keys):
            seals_of(city)
            make_documents("990100", promised_life(city), city.ctx("system", date(2026, 4, 1)))


_HISTORIES: dict[type[models.Model], Callable[[City], object]] = {
    Meeting: meeting_life,
    Seat: meeting_life,
    Fee: under("cn.990000.land", fee_life),
    InterestedParty: heard_life,
    Hearing: heard_life,
    Inspection: heard_life,
    Proposal: proposal_life,
    Renewal: renewal_life,
    Ban: ban_life,
    Dispatch: left_life,
    ArchiveItem: archived,
    SealUse: sealed_life,
    Measure: supervised_life,
    **dict.fromkeys((Invitation, RatingStep), rating_life),
    **dict.fromkeys((Collection, Checkout, Refund), under("cn.990000.land", money_life)),
}


def history_of(model: type[models.Model]) -> Callable[[City], object]:
    """Return a history with a row of the model; an ordinary case has one of every other table."""
    return _HISTORIES.get(model, promised_life)
