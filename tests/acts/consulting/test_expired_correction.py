"""After a correction term ran out the window asks whom the norms name (S0b-9): it does not refuse by itself."""

from datetime import date

import pytest

from tests.acts.city import on
from tests.acts.consulting.city import AskingCity
from tests.acts.lives import submitted
from tests.acts.test_refusals import refused
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.acts.intake.propose_refusal import RefusalProposal, propose_refusal
from yichuang.acts.intake.refuse_acceptance import AcceptanceRefusal, refuse_acceptance

pytestmark = pytest.mark.django_db


def test_the_clerk_asks_and_the_deputy_refuses(land: AskingCity) -> None:
    no, day = submitted(land), date(2026, 3, 23)
    notify_correction(CorrectionNotice(on(no), {"map": "缺图"}, date(2026, 3, 20)), land.ctx("clerk"))
    wish = AcceptanceRefusal(on(no), "逾期未补正", "《行政许可法》第三十二条")
    refused("signer_too_low", lambda: refuse_acceptance(wish, land.ctx("clerk", day)))
    propose_refusal(RefusalProposal(on(no), "逾期未补正"), land.ctx("clerk", day))
    assert refuse_acceptance(wish, land.ctx("deputy", day)).no == no
