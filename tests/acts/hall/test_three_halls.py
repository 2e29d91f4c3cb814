"""三厅合一 (R108) and branch halls (R183): one workflow and one supervision, wherever somebody comes."""

from __future__ import annotations

from datetime import date

import pytest

from tests.acts.city import START, City, on
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.submit import submit
from yichuang.acts.supervision.watching import watch
from yichuang.records.cases.models import Case
from yichuang.records.hall.models import Hall, HallWindow
from yichuang.records.ledger.models import Entry
from yichuang.records.org.models import Window
from yichuang.records.supervision.models import Alert


@pytest.mark.parametrize("channel", ["window", "online", "kiosk"])
def test_the_same_workflow_from_every_hall(city: City, channel: str) -> None:
    resident = city.people["resident"].id if channel != "window" else None
    who = "resident" if resident else "clerk"
    no = submit(city.submission(city.promised, channel=channel, user_id=resident), city.ctx(who)).no
    accept(Acceptance(on(no)), city.ctx("clerk"))
    row = Case.objects.get(region_code="990100", no=no)
    verbs = list(Entry.objects.filter(region_code="990100", subject_id=row.id).values_list("verb", flat=True))
    assert (row.channel, row.state, str(row.due_on)) == (channel, "accepted", "2026-03-30")
    assert verbs == ["case.submitted", "case.accepted"]


def test_a_case_of_a_branch_hall_is_seen_by_the_centre(city: City) -> None:
    branch = Hall.objects.create(centre=city.centre, region_code="990100", slug="branch", name="社保分厅", kind="sub")
    window = Window.objects.create(centre=city.centre, no="S01", name="社保综合")
    HallWindow.objects.create(hall=branch, window=window)
    city.people["clerk"].postings.update(window=window)
    no = submit(city.submission(city.promised), city.ctx("clerk", START)).no
    assert watch("990100", city.ctx("system", date(2026, 3, 20))) > 0  # nobody answered in time
    assert no in Alert.objects.filter(region_code="990100").values_list("case__no", flat=True)
