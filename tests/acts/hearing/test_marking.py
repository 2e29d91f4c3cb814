"""Who is sent to inspect, marks on what passed, and the copy that goes back to who inspected."""

from dataclasses import replace
from datetime import date

import pytest

from tests.acts.city import City, on
from tests.acts.hearing.lives import FRIDAY, SENT, granted, inspected, sent, under_rules, waiting_for_decision
from tests.acts.lives import under_review
from tests.acts.test_refusals import refused
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.inspecting.archive_copy import CopyArchived, archive_copy
from yichuang.acts.inspecting.assign import assign
from yichuang.acts.inspecting.mark import Marking, mark
from yichuang.acts.inspection.doctor import examine
from yichuang.records.cases.models import Stage
from yichuang.records.certificates.models import Certificate
from yichuang.records.documents.models import Document
from yichuang.records.ids import new_id
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 9)
HOISTS = ("启闭机 20260311", " 启闭机 20260312\u200b")


def test_a_label_takes_the_place_of_the_certificate(city: City) -> None:
    no = granted(city, form="mark", valid_years=2)
    refused("mark_instead", lambda: issue(Issue(on(no)), city.ctx("clerk", FRIDAY)))
    mark(Marking(on(no), "label", HOISTS, "铭牌下方"), city.ctx("reviewer", MONDAY))
    held, paper = (
        Certificate.objects.get(region_code="990100"),
        Document.objects.get(region_code="990100", kind="label"),
    )
    assert (held.type_name, held.no, held.document_id) == ("检验合格标签", paper.no, paper.id)
    assert (paper.fields["objects"], held.valid_to) == (["启闭机 20260311", "启闭机 20260312"], date(2028, 3, 8))
    assert Entry.objects.get(region_code="990100", verb="case.marked").facts["late"] is False
    deliver(HandOver(on(no), "孙玉兰"), city.ctx("clerk", MONDAY))
    assert Document.objects.get(region_code="990100", kind="delivery").fields["papers"][-1]["kind"] == "检验合格标签"
    assert not list(examine("990100", directory()))


def test_a_stamp_beside_the_certificate(city: City) -> None:
    no, wish = granted(city), Marking(on(""), "stamp", HOISTS)
    wish = replace(wish, on=on(no))
    refused("certificate_first", lambda: mark(wish, city.ctx("reviewer", FRIDAY)))
    issue(Issue(on(no)), city.ctx("clerk", FRIDAY))
    mark(wish, city.ctx("reviewer", date(2026, 3, 23)))
    assert Entry.objects.get(region_code="990100", verb="case.marked").facts["late"] is True
    refused("marked_already", lambda: mark(wish, city.ctx("reviewer", MONDAY)))


@pytest.mark.parametrize(
    ("form", "objects", "code"),
    [
        ("seal", HOISTS, "mark_unknown"),
        ("label", (" ", "\u200b"), "mark_objects_missing"),
        ("label", ("甲", "甲"), "mark_object_twice"),
        ("label", tuple(map(str, range(61))), "mark_objects_many"),
        ("label", ("长" * 81,), "typed_too_long"),
    ],
)
def test_a_mark_that_is_refused(city: City, form: str, objects: tuple[str, ...], code: str) -> None:
    no = granted(city, form="mark")
    refused(code, lambda: mark(Marking(on(no), form, objects), city.ctx("reviewer", MONDAY)))
    refused("not_yours", lambda: mark(Marking(on(no), "label", HOISTS), city.ctx("resident", MONDAY)))


def test_what_was_not_inspected_is_not_marked(city: City) -> None:
    no = waiting_for_decision(city)
    decide(Decision(on(no), True, "", "《水法》"), city.ctx("agency", FRIDAY))
    issue(Issue(on(no)), city.ctx("clerk", FRIDAY))
    refused("mark_not_passed", lambda: mark(Marking(on(no), "label", HOISTS), city.ctx("reviewer", MONDAY)))


def test_only_those_who_were_sent_inspect(city: City) -> None:
    under_rules(city, inspections=["inspection"], assigned=True)
    no, third = under_review(city), (city.people["deputy"].id, city.people["reviewer"].id)
    refused("inspectors_unassigned", lambda: inspected(city, no))
    assign(sent(city, no, officers=third), city.ctx("verifier", SENT))
    refused("inspector_not_sent", lambda: inspected(city, no))
    assign(sent(city, no), city.ctx("verifier", SENT))
    inspected(city, no)
    rows = Stage.objects.filter(region_code="990100", kind="assignment").order_by("id")
    assert list(rows.values_list("effect", "conclusion")) == [("recalled", ""), ("", "agree")]
    assert not list(examine("990100", directory()))


def test_an_assignment_that_is_refused(city: City) -> None:
    no, alone = under_review(city), (city.people["reviewer"].id,)
    for code, more in (
        ("inspectors_too_few", {"officers": alone * 2}),
        ("inspector_unknown", {"officers": (*alone, new_id())}),
        ("inspection_unknown", {"kind": "substance"}),
        ("berth_missing", {"place": " \u200b"}),
        ("visit_passed", {"day": date(2026, 3, 2)}),
    ):
        refused(code, lambda more=more: assign(sent(city, no, **more), city.ctx("verifier", SENT)))
    refused("not_yours", lambda: assign(sent(city, no), city.ctx("reviewer", SENT)))


def test_the_copy_goes_back_to_who_inspected(city: City) -> None:
    no = granted(city)
    wish = CopyArchived(on(no))
    refused("wrong_state", lambda: archive_copy(wish, city.ctx("reviewer", FRIDAY)))
    issue(Issue(on(no)), city.ctx("clerk", FRIDAY))
    refused("copy_not_yours", lambda: archive_copy(wish, city.ctx("deputy", FRIDAY)))
    archive_copy(wish, city.ctx("reviewer", MONDAY))
    refused("copy_archived_already", lambda: archive_copy(wish, city.ctx("verifier", MONDAY)))
