"""What sample centres show of filings, direct licences and cases that go up a level."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from yichuang.faces.terminal.demo.data import read
from yichuang.faces.terminal.demo.items import publish_plainly
from yichuang.faces.terminal.demo.joint import build_joint
from yichuang.faces.terminal.demo.regimes import build_regimes
from yichuang.faces.terminal.demo.regional.build import build_regional
from yichuang.faces.terminal.demo.regional.lives import PLAYS, build_regional_cases
from yichuang.faces.terminal.demo.seals.fill import build_seals
from yichuang.records.cases.models import Case, Stage
from yichuang.records.catalogue.models import CaseKind, Item
from yichuang.records.org.directory import directory, forget
from yichuang.records.seals.models import Seal

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def played(db: None) -> int:
    build_regimes(NOW, publish_plainly)
    build_joint(NOW, publish_plainly)
    build_regional(NOW, publish_plainly)
    forget()
    build_seals(NOW)
    return build_regional_cases(NOW, directory())


def test_it_works(played: int) -> None:
    assert played == len(PLAYS) == Case.objects.count()
    for row in read("regional/regional")["items"]:
        cases = Case.objects.filter(item__code__contains=f"0{row['serial']}001")
        assert {case.decided_on is None for case in cases} == {True, False}, row["key"]


def test_chongqing_counts_fifteen_days_directly_and_twenty_from_a_district(played: int) -> None:
    direct = Case.objects.get(item__name__contains="市级直接", decided_on=None)
    forwarded = Case.objects.get(item__name__contains="区级代为", decided_on=None)
    assert (direct.accepted_on, direct.due_on) == (date(2026, 11, 18), date(2026, 12, 9))
    assert (forwarded.accepted_on, forwarded.due_on) == (date(2026, 11, 13), date(2026, 12, 11))


def test_a_filing_is_concluded_the_next_working_day(played: int) -> None:
    case = Case.objects.get(item__department__slug="cq-emergency", outcome="filed")
    assert (case.received_on, case.decided_on) == (date(2026, 11, 18), date(2026, 11, 19))


def test_of_putian_s_forwardings_one_is_late(played: int) -> None:
    stages = Stage.objects.filter(region_code="350390", kind="forwarding").order_by("case__no")
    late = [stage.done_at is not None and stage.done_at.date() > stage.due_on for stage in stages]
    assert late == [False, True, False]
    assert stages[0].due_on == date(2026, 11, 27)


def test_pingliang_has_items_of_all_four_kinds(played: int) -> None:
    kinds = set(Item.objects.filter(region_code="620800").values_list("versions__kind", flat=True))
    assert kinds == set(CaseKind)


def test_every_new_organ_has_a_seal(played: int) -> None:
    bodies = set(Seal.objects.values_list("body", flat=True))
    assert {row["name"] for row in read("regional/regional")["departments"]} <= bodies
    assert {"重庆市消防救援总队（示例）", "平凉市公安局（示例）"} <= bodies
