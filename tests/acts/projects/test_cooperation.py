"""Project agents and what departments do together: one project one specialist, answers the same day."""

from datetime import date

import pytest

from tests.acts.projects.test_projects import refused, sound
from tests.acts.projects.works import REGION, Works, project
from yichuang.acts.inspection.trials.trial import try_records
from yichuang.acts.projects.answer import Answer, answer
from yichuang.acts.projects.call_joint import JointCall, call_joint
from yichuang.acts.projects.coordinate import Coordination, coordinate
from yichuang.acts.projects.frame import OnProject
from yichuang.acts.projects.name_agent import AgentNaming, name_agent
from yichuang.acts.projects.note import AgentNote, note
from yichuang.law.book import book
from yichuang.law.supposing import suppose
from yichuang.records.ledger.models import Entry
from yichuang.records.org.directory import directory
from yichuang.records.projects.models import Cooperation, ProjectAgent

pytestmark = pytest.mark.django_db
FRIDAY, SATURDAY, MONDAY = date(2026, 3, 6), date(2026, 3, 7), date(2026, 3, 9)


def named(works: Works) -> OnProject:
    on = OnProject(works.registered())
    name_agent(AgentNaming(on, works.city.people["agent"].id), works.ctx("resident"))
    return on


def asked(works: Works, on: OnProject, on_day: date = FRIDAY, *, urging: bool = False) -> Cooperation:
    wish = Coordination(on, "initiation", works.offices["development"].id, "请今天答复土地预审意见", urging)
    coordinate(wish, works.ctx("agent", on_day))
    return Cooperation.objects.filter(region_code=REGION).order_by("-id")[0]


def test_it_works(works: Works) -> None:
    on = named(works)
    note(AgentNote(on, "initiation", "陪同企业核对申请表"), works.ctx("agent"))
    row = asked(works, on)
    answer(Answer(on, row.id, "今天已出具"), works.ctx("head-development", FRIDAY))
    row.refresh_from_db()
    assert row.due_on == FRIDAY
    assert row.answer == "今天已出具"
    assert project(on.code).agent_id == works.city.people["agent"].id
    assert sound()


def test_what_is_asked_on_a_day_off_is_due_on_the_next_working_day(works: Works) -> None:
    assert asked(works, named(works), SATURDAY).due_on == MONDAY


def test_another_term_is_tried_on_what_was_asked(works: Works) -> None:
    on = named(works)
    row = asked(works, on)
    answer(Answer(on, row.id, "补上"), works.ctx("head-development", MONDAY))
    wish = suppose(book(), book().parameter("coordination_limit"), project(on.code).profile, date(2027, 1, 1), "1")
    found = try_records(REGION, wish, directory(), date(2026, 6, 1))
    assert found is not None
    assert (found.total, found.late, found.would) == (1, 1, 0)
    (one,) = found.moved
    assert (one.piece.no, one.gauged.was, one.gauged.would) == (on.code, FRIDAY, MONDAY)


def test_a_late_answer_is_told_as_late(works: Works) -> None:
    on = named(works)
    row = asked(works, on, urging=True)
    assert row.kind == "urging"
    answer(Answer(on, row.id, "补上"), works.ctx("head-development", MONDAY))
    assert Entry.objects.get(region_code=REGION, verb="project.answered").facts["late"] is True


def test_one_project_has_one_agent_and_another_takes_his_place(works: Works) -> None:
    on = named(works)
    same = AgentNaming(on, works.city.people["agent"].id)
    assert refused(name_agent, same, works.ctx("resident")) == "agent_already"
    ProjectAgent.objects.create(centre=works.city.centre, user=works.city.people["clerk"], starts_on=date(2020, 1, 1))
    name_agent(AgentNaming(on, works.city.people["clerk"].id), works.ctx("manager"))
    assert project(on.code).agent_id == works.city.people["clerk"].id


def test_only_the_roster_gives_agents(works: Works) -> None:
    wish = AgentNaming(OnProject(works.registered()), works.city.people["stranger"].id)
    assert refused(name_agent, wish, works.ctx("resident")) == "not_in_roster"


def test_where_no_norm_knows_agents_there_are_none(works: Works) -> None:
    on = OnProject(works.registered())
    row = project(on.code)
    row.profile = "cn.220400"
    row.save()
    wish = AgentNaming(on, works.city.people["agent"].id)
    assert refused(name_agent, wish, works.ctx("resident")) == "no_agents_here"


def test_only_the_agent_of_the_project_notes_and_asks(works: Works) -> None:
    on = OnProject(works.registered())
    for who in ("resident", "clerk"):
        assert refused(note, AgentNote(on, "initiation", "x"), works.ctx(who)) == "not_yours"
        wish = Coordination(on, "initiation", works.offices["land"].id, "x")
        assert refused(coordinate, wish, works.ctx(who)) == "not_yours"


def test_words_and_stage_are_needed(works: Works) -> None:
    on = named(works)
    assert refused(note, AgentNote(on, "initiation", " "), works.ctx("agent")) == "words_missing"
    assert refused(note, AgentNote(on, "initiation", "长" * 1001), works.ctx("agent")) == "typed_too_long"
    assert refused(note, AgentNote(on, "moon", "x"), works.ctx("agent")) == "stage_unknown"
    nowhere = Coordination(on, "initiation", works.city.centre.id, "x")
    assert refused(coordinate, nowhere, works.ctx("agent")) == "department_elsewhere"


def test_an_answer_comes_once_and_from_the_department_asked(works: Works) -> None:
    on = named(works)
    row = asked(works, on)
    assert refused(answer, Answer(on, row.id, "x"), works.ctx("head-land")) == "not_yours"
    answer(Answer(on, row.id, "可以"), works.ctx("head-development", FRIDAY))
    assert refused(answer, Answer(on, row.id, "x"), works.ctx("head-development")) == "nothing_to_answer"


def joint(works: Works, on: OnProject, **more: object) -> JointCall:
    called = (works.offices["land"].id, works.offices["water"].id)
    wish = {
        "stage": "initiation", "kind": "site_visit", "departments": called,
        "held_on": FRIDAY, "place": "东屏河", "words": "现场踏勘选址",
    }  # fmt: skip
    return JointCall(on, **(wish | more))  # type: ignore[arg-type]


def test_departments_are_called_together_and_each_answers(works: Works) -> None:
    on = OnProject(works.registered())
    call_joint(joint(works, on), works.ctx("head-development"))
    rows = list(Cooperation.objects.filter(region_code=REGION))
    assert len({row.round_id for row in rows}) == 1
    assert {row.department_id for row in rows} == {works.offices["land"].id, works.offices["water"].id}
    for row in rows:
        who = "head-land" if row.department_id == works.offices["land"].id else "agency"
        answer(Answer(on, row.id, "同意"), works.ctx(who, FRIDAY))
    assert sound()


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"kind": "note"}, "joint_kind_unknown"),
        ({"departments": ()}, "departments_missing"),
        ({"held_on": date(2026, 3, 1)}, "day_past"),
        ({"held_on": date(9999, 12, 31)}, "day_far"),
        ({"stage": "moon"}, "stage_unknown"),
        ({"stage": "construction"}, "stage_before_open"),
        ({"words": ""}, "words_missing"),
    ],
)
def test_what_is_no_joint_call(works: Works, more: dict[str, object], code: str) -> None:
    wish = joint(works, OnProject(works.registered()), **more)
    who = "agency" if more.get("stage") == "construction" else "head-development"
    assert refused(call_joint, wish, works.ctx(who)) == code


def test_only_the_lead_calls(works: Works) -> None:
    on = OnProject(works.registered())
    call_joint(joint(works, on), works.ctx("head-development"))
    assert refused(call_joint, joint(works, on), works.ctx("head-land")) == "not_yours"
