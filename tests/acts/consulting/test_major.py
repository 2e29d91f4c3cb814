"""A case is major by its item, by its reviewer's mark, or by a divided meeting: then the head hears of it first."""

import pytest

from tests.acts.city import on
from tests.acts.consulting.city import AskingCity
from tests.acts.consulting.test_before_decision import DAY, granted
from tests.acts.lives import to_decide
from tests.acts.test_refusals import refused
from yichuang.acts.consulting.mark_major import MajorMark, mark_major
from yichuang.acts.consulting.report_to_head import HeadReport, report_to_head
from yichuang.acts.consulting.unmark_major import MajorUnmark, unmark_major
from yichuang.records.catalogue.versions import version_of

pytestmark = pytest.mark.django_db
WISE = "建设用地二百公顷，属省重点项目。"


def test_it_works(land: AskingCity) -> None:
    no = to_decide(land)
    mark_major(MajorMark(on(no), WISE), land.ctx("reviewer", DAY))
    refused("report_first", lambda: granted(land, no))
    refused("major_marked", lambda: mark_major(MajorMark(on(no), WISE), land.ctx("reviewer", DAY)))
    report_to_head(HeadReport(on(no), "head_meeting", "同意。"), land.ctx("reviewer", DAY))
    assert granted(land, no)


def test_a_major_item_needs_no_mark(land: AskingCity) -> None:
    version_of(land.promised.id).review_rules = {"regime": {"major": True}}
    try:
        no = to_decide(land)
        refused("report_first", lambda: granted(land, no))
        report_to_head(HeadReport(on(no), "head", "同意。"), land.ctx("reviewer", DAY))
        assert granted(land, no)
    finally:
        version_of.cache_clear()


def test_a_mark_has_a_reason_and_a_norm(land: AskingCity) -> None:
    no = to_decide(land)
    refused("reason_missing", lambda: mark_major(MajorMark(on(no), " "), land.ctx("reviewer", DAY)))


def test_elsewhere_nothing_follows_from_it(asking: AskingCity) -> None:
    no = to_decide(asking)
    refused("major_unknown", lambda: mark_major(MajorMark(on(no), WISE), asking.ctx("reviewer", DAY)))


def test_a_mark_is_withdrawn_with_a_reason(land: AskingCity) -> None:
    no = to_decide(land)
    refused("major_not_marked", lambda: unmark_major(MajorUnmark(on(no), "标错"), land.ctx("reviewer", DAY)))
    mark_major(MajorMark(on(no), "省重点项目"), land.ctx("reviewer", DAY))
    refused("reason_missing", lambda: unmark_major(MajorUnmark(on(no), " "), land.ctx("reviewer", DAY)))
    unmark_major(MajorUnmark(on(no), "不是省重点项目"), land.ctx("reviewer", DAY))
    mark_major(MajorMark(on(no), "又列入了"), land.ctx("reviewer", DAY))
    refused("report_first", lambda: granted(land, no))
    unmark_major(MajorUnmark(on(no), "又移出了"), land.ctx("reviewer", DAY))
    assert granted(land, no)
