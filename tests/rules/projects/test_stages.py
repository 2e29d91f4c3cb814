"""Stages of projects: any history of finished stages keeps the order of its template."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yichuang.law.book import book
from yichuang.rules.projects.stages import (
    PlannedStage,
    StageStanding,
    current,
    following,
    may_finish,
    may_register,
    may_work,
    template,
)

PLACES = {"cn.220400": ("construction", "transport", "water"), "cn.500000": ("",), "cn.990100": ("water",)}
PLANS = [
    (profile, nature, template(book().norms(profile, date(2026, 3, 2)), nature))
    for profile, natures in PLACES.items()
    for nature in natures
]


def standing(plan: tuple[PlannedStage, ...], done: set[str]) -> list[StageStanding]:
    return [StageStanding(one.key, one.position, one.key in done, one.parallel) for one in plan]


@given(st.sampled_from(PLANS), st.lists(st.integers(0, 5), max_size=30))
def test_no_history_skips_a_stage(planned: tuple[str, str, tuple[PlannedStage, ...]], tries: list[int]) -> None:
    plan, done = planned[2], set()
    for number in tries:
        stage = plan[number % len(plan)]
        if may_finish(standing(plan, done), stage.key, [(True, "granted")]).allowed:
            before = [one for one in plan if one.position < stage.position and one.key not in done]
            assert all(one.parallel and stage.parallel for one in before)
            done.add(stage.key)
    assert set(current(standing(plan, done))).isdisjoint(done)


@given(st.sampled_from(PLANS))
def test_the_lead_is_the_templates(planned: tuple[str, str, tuple[PlannedStage, ...]]) -> None:
    profile, nature, plan = planned
    norms = book().norms(profile, date(2026, 3, 2))
    for stage in plan:
        written = norms.choice(f"project_lead_{stage.key}")
        assert stage.lead == (nature if written == "by_nature" else written)


@given(st.sampled_from(PLANS), st.data())
def test_something_is_always_next_until_all_is_done(
    planned: tuple[str, str, tuple[PlannedStage, ...]], data: st.DataObject
) -> None:
    plan, done = planned[2], set()
    while len(done) < len(plan):
        open_now = current(standing(plan, done))
        assert open_now
        chosen = data.draw(st.sampled_from(open_now))
        told = following(standing(plan, done), chosen)
        done.add(chosen)
        assert told == current(standing(plan, done))


def test_reasons() -> None:
    plan = PLANS[0][2]
    assert may_work(standing(plan, set()), "moon").code == "stage_unknown"
    assert may_work(standing(plan, {"initiation"}), "initiation").code == "stage_finished"
    assert may_work(standing(plan, set()), "land").facts["missing"] == ("initiation",)
    assert may_finish(standing(plan, set()), "initiation", [(True, "")]).code == "stage_cases_open"
    assert (
        may_finish(standing(plan, set()), "initiation", [(True, "denied"), (False, "granted")]).code
        == "stage_not_granted"
    )


@pytest.mark.parametrize(
    ("profile", "nature", "code"), [("cn", "water", "no_stage_template"), ("cn.220400", "moon", "nature_unknown")]
)
def test_who_may_not_register(profile: str, nature: str, code: str) -> None:
    assert may_register(book().norms(profile, date(2026, 3, 2)), nature).code == code


def test_chongqing_has_five_stages_four_leads_and_three_pre_reviews() -> None:
    plan = template(book().norms("cn.500000", date(2026, 3, 2)), "")
    assert [stage.lead for stage in plan] == ["development", "land", "planning", "construction", "construction"]
    assert {stage.key for stage in plan if stage.prereview} == {"initiation", "planning", "design"}
