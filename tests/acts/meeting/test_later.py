"""What a department wants later is asked for at acceptance by itself."""

from datetime import date

import pytest

from tests.acts.city import on
from tests.acts.consulting.city import AskingCity
from tests.acts.lives import submitted
from tests.acts.meeting.steps import called
from tests.acts.test_refusals import refused
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.meeting.sign_seat import Signature, sign_seat
from yichuang.records.cases.models import Material

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 5)


def test_it_is_required_at_acceptance(asking: AskingCity) -> None:
    no, meeting = called(asking, "land", no=submitted(asking), day=DAY, who="reviewer")
    denied = Signature(on(no), meeting, "disagree", "权属不清。", "权属证明")
    refused("later_materials_only_agreed", lambda: sign_seat(denied, asking.ctx("land", DAY)))
    many = Signature(on(no), meeting, "agree", "", "\n".join("甲" * 21))
    refused("later_materials_long", lambda: sign_seat(many, asking.ctx("land", DAY)))
    sign_seat(Signature(on(no), meeting, "agree", "", "权属证明\n\n勘测定界图；"), asking.ctx("land", DAY))
    rows = Material.objects.filter(region_code="990100", key__startswith="later-").order_by("position")
    assert [(row.name[:5], row.required, row.verdict) for row in rows] == [
        ("权属证明（", True, "unseen"), ("勘测定界图", True, "unseen")
    ]  # fmt: skip
    keys = [row.key for row in rows]
    unseen = Acceptance(on(no), dict.fromkeys(keys, "unseen"))
    refused("materials_open", lambda: accept(unseen, asking.ctx("clerk", DAY)))
    assert accept(Acceptance(on(no)), asking.ctx("clerk", DAY))
