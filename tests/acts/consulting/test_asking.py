"""Countersigns, consultations, opinions: asked, answered, recalled; dates by the norms."""

from datetime import date

import pytest

from tests.acts.city import on
from tests.acts.consulting.city import AskingCity, stages
from tests.acts.lives import accepted, submitted, under_review
from tests.acts.test_refusals import refused
from yichuang.acts.consulting.answer import Answer, answer
from yichuang.acts.consulting.ask import Ask, ask
from yichuang.acts.consulting.recall import Recall, recall
from yichuang.records.cases.access import NotFound, read_case
from yichuang.records.documents.models import Document
from yichuang.records.org.directory import directory

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 3, 6)


def sent(city: AskingCity, kind: str, *slugs: str, day: date = FRIDAY, **more: object) -> str:
    """Return the number of a case under review for which these were asked."""
    no = under_review(city)
    ask(Ask(on(no), kind, city.ids(*slugs), "经审查符合条件，请会签。", **more), city.ctx("reviewer", day))  # type: ignore[arg-type]
    return no


def test_it_works(land: AskingCity) -> None:
    no = sent(land, "countersign", "land", "eco")
    rows = stages(no, "countersign")
    assert [(row.due_on, row.starts_on) for row in rows] == [(date(2026, 3, 10), FRIDAY)] * 2
    answer(Answer(on(no), rows[0].id, True, "同意。"), land.ctx("land", date(2026, 3, 9)))
    done, waiting = stages(no, "countersign")
    assert (done.conclusion, done.assignee_id, waiting.done_at) == ("agree", land.people["land"].id, None)


def test_in_turn_the_next_opens_when_the_first_is_done(land: AskingCity) -> None:
    no = sent(land, "countersign", "land", "eco", in_turn=True)
    first, second = stages(no, "countersign")
    assert (second.starts_on, second.due_on) == (None, None)
    refused("not_your_turn", lambda: answer(Answer(on(no), second.id, True, "同意。"), land.ctx("eco", FRIDAY)))
    answer(Answer(on(no), first.id, True, "同意。"), land.ctx("land", date(2026, 3, 9)))
    second = stages(no, "countersign")[1]
    assert (second.starts_on, second.due_on) == (date(2026, 3, 9), date(2026, 3, 11))


def test_a_recall_opens_the_next_in_turn(land: AskingCity) -> None:
    no = sent(land, "countersign", "land", "eco", in_turn=True)
    recall(Recall(on(no), stages(no, "countersign")[0].id, "不涉及该部门"), land.ctx("reviewer", FRIDAY))
    first, second = stages(no, "countersign")
    assert (first.conclusion, first.effect, second.due_on) == ("", "recalled", date(2026, 3, 10))


def test_a_consultation_goes_to_a_bureau_elsewhere_as_a_letter(land: AskingCity) -> None:
    no = sent(land, "consultation", "county", day=date(2026, 3, 4))
    (row,) = stages(no, "consultation")
    (letter,) = Document.objects.filter(region_code="990100", kind="consultation_letter")
    assert (row.due_on, letter.fields["to"], letter.fields["silence"]) == (
        date(2026, 3, 11), ["东屏县水利局"], "accountability",
    )  # fmt: skip
    assert not letter.public
    answer(Answer(on(no), row.id, False, "影响下游。"), land.ctx("county", date(2026, 3, 12)))
    assert stages(no, "consultation")[0].conclusion == "disagree"


def test_who_was_not_asked_sees_nothing(land: AskingCity) -> None:
    no = under_review(land)
    with pytest.raises(NotFound):
        read_case(no, land.officer("county"), directory())
    ask(Ask(on(no), "opinion", land.ids("county"), "是否影响？", date(2026, 3, 12)), land.ctx("reviewer", FRIDAY))
    assert read_case(no, land.officer("county"), directory()).no == no


def test_the_opinion_whether_to_accept_counts_from_the_receipt(land: AskingCity) -> None:
    no = submitted(land)
    ask(Ask(on(no), "accept_opinion", (land.department.id,), "是否受理？"), land.ctx("clerk", date(2026, 3, 3)))
    (row,) = stages(no, "accept_opinion")
    assert row.due_on == date(2026, 3, 6)
    answer(Answer(on(no), row.id, True, "材料齐全，同意受理。"), land.ctx("reviewer", date(2026, 3, 4)))


def test_the_window_asks_nothing_else(land: AskingCity) -> None:
    no = accepted(land)
    wish = Ask(on(no), "opinion", land.ids("land"), "是否？", date(2026, 3, 9))
    refused("ask_by_lead", lambda: ask(wish, land.ctx("clerk")))


def test_whoever_is_asked_does_not_ask_for_the_lead(land: AskingCity) -> None:
    no = sent(land, "opinion", "land", due_on=date(2026, 3, 12))
    wish = Ask(on(no), "opinion", land.ids("eco"), "是否？", date(2026, 3, 12))
    refused("ask_by_lead", lambda: ask(wish, land.ctx("land", FRIDAY)))


@pytest.mark.parametrize(
    ("code", "kind", "slugs", "question", "due_on", "in_turn"),
    [
        ("ask_kind", "inquiry", ("land",), "问", None, False),
        ("ask_state", "accept_opinion", ("land",), "问", None, False),
        ("ask_nobody", "opinion", (), "问", date(2026, 3, 9), False),
        ("ask_twice", "opinion", ("land", "land"), "问", date(2026, 3, 9), False),
        ("ask_turn", "opinion", ("land",), "问", date(2026, 3, 9), True),
        ("question_missing", "opinion", ("land",), " ", date(2026, 3, 9), False),
        ("ask_day", "opinion", ("land",), "问", None, False),
        ("ask_day", "opinion", ("land",), "问", date(2026, 3, 5), False),
        ("ask_day_late", "opinion", ("land",), "问", date(2026, 6, 1), False),
    ],
)
def test_refusals(
    asking: AskingCity, code: str, kind: str, slugs: tuple[str, ...], question: str, due_on: date | None, in_turn: bool
) -> None:
    no = under_review(asking)
    wish = Ask(on(no), kind, asking.ids(*slugs), question, due_on, in_turn)
    refused(code, lambda: ask(wish, asking.ctx("reviewer", FRIDAY)))


def test_one_does_not_ask_oneself_or_twice(asking: AskingCity) -> None:
    no = sent(asking, "countersign", "land", due_on=date(2026, 3, 9))
    own = Ask(on(no), "countersign", (asking.department.id,), "问", date(2026, 3, 9))
    again = Ask(on(no), "countersign", asking.ids("land"), "问", date(2026, 3, 9))
    refused("ask_own", lambda: ask(own, asking.ctx("reviewer", FRIDAY)))
    refused("ask_twice", lambda: ask(again, asking.ctx("reviewer", FRIDAY)))


def test_an_answer_says_why_and_comes_once_from_whom_was_asked(land: AskingCity) -> None:
    no = sent(land, "countersign", "land", "eco")
    row = stages(no, "countersign")[0]
    refused("opinion_missing", lambda: answer(Answer(on(no), row.id, True, " "), land.ctx("land", FRIDAY)))
    refused("not_asked", lambda: answer(Answer(on(no), row.id, True, "同意"), land.ctx("eco", FRIDAY)))
    refused("not_asked", lambda: answer(Answer(on(no), land.department.id, True, "同意"), land.ctx("eco", FRIDAY)))
    refused("reason_missing", lambda: recall(Recall(on(no), row.id, " "), land.ctx("reviewer", FRIDAY)))
    answer(Answer(on(no), row.id, True, "同意"), land.ctx("land", FRIDAY))
    refused("answered_already", lambda: answer(Answer(on(no), row.id, False, "反悔"), land.ctx("land", FRIDAY)))
