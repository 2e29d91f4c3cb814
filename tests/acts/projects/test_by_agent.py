"""代办: the agent of a project hands in for its unit, within what he was entrusted with; it is the unit's."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.acts.city import on
from tests.acts.projects.test_bundles import bundle, whole
from tests.acts.projects.works import REGION, Works, project
from yichuang.acts.bundles.name_bundle_agent import BundleAgentNaming, name_bundle_agent
from yichuang.acts.bundles.submit_bundle import submit_bundle
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.intake.submit import submit
from yichuang.acts.projects.add_case import StageCase, add_case
from yichuang.acts.projects.frame import OnProject
from yichuang.acts.projects.name_agent import AgentNaming, name_agent
from yichuang.records.cases.access import NotFound, own_cases, read_case
from yichuang.records.cases.models import Case
from yichuang.records.org.directory import directory
from yichuang.records.projects.access import read_run, runs_of_agent
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
DAY, END = date(2026, 3, 2), date(2026, 3, 31)


def refused(code: str, act: Any, *args: Any) -> None:
    with pytest.raises(Refused) as fault:
        act(*args)
    assert fault.value.code == code


def entrusted(works: Works, *scope: str, until: date | None = END) -> str:
    code = works.registered()
    wish = AgentNaming(OnProject(code), works.city.people["agent"].id, frozenset(scope), until)
    name_agent(wish, works.ctx("resident"))
    return code


def handed_in(works: Works, code: str, day: date = DAY, **more: Any) -> str:
    sent = replace(works.submission("initiation"), user_id=works.city.people["agent"].id, **more)
    return add_case(StageCase(OnProject(code), "initiation", sent), works.ctx("agent", day)).no


def test_it_works(works: Works) -> None:
    code = entrusted(works, "submit")
    no = handed_in(works, code)
    case = Case.objects.get(region_code=REGION, no=no)
    assert (case.owner_id, case.agent["name"], case.agent["relation"]) == (project(code).owner_id, "何静", "代办员")
    assert [row.no for row in own_cases(works.city.officer("resident"), REGION)] == [no]
    assert read_case(no, works.city.officer("agent"), directory()).no == no
    refused("proxy_scope", withdraw, Withdrawal(on(no)), works.ctx("agent"))
    withdraw(Withdrawal(on(no)), works.ctx("resident"))
    assert list(examine(REGION, directory())) == []


def test_what_he_was_not_entrusted_with(works: Works) -> None:
    refused("entrust_missing", handed_in, works, entrusted(works))
    refused("proxy_scope", handed_in, works, entrusted(works, "supplement"))
    refused("proxy_over", handed_in, works, entrusted(works, "submit"), date(2026, 4, 1))
    refused("entrust_odd", lambda: entrusted(works, "submit", until=date(2026, 3, 1)))


def test_who_is_entrusted_no_more_leaves_the_cases_to_the_unit(works: Works) -> None:
    code = entrusted(works, "submit", "withdraw")
    no = handed_in(works, code)
    name_agent(AgentNaming(OnProject(code), works.city.people["agent"].id), works.ctx("resident"))
    refused("proxy_ended", withdraw, Withdrawal(on(no)), works.ctx("agent"))
    assert list(examine(REGION, directory())) == []
    withdraw(Withdrawal(on(no)), works.ctx("resident"))


def test_only_for_the_unit_and_only_in_the_project(works: Works) -> None:
    code = entrusted(works, "submit")
    other = replace(works.submission("initiation").person, name="别的公司")
    refused("entrust_other", lambda: handed_in(works, code, person=other))
    alone = works.submission("initiation")
    refused("not_yours", submit, alone, works.ctx("agent"))


def test_another_extent_takes_the_place_of_the_one_before(works: Works) -> None:
    code = entrusted(works, "submit")
    wish = AgentNaming(OnProject(code), works.city.people["agent"].id, frozenset({"submit"}), END)
    refused("agent_already", name_agent, wish, works.ctx("resident"))
    name_agent(replace(wish, scope=frozenset()), works.ctx("resident"))
    refused("entrust_missing", handed_in, works, code)


def test_a_bundle_has_an_agent_like_a_project(works: Works) -> None:
    no = submit_bundle(whole(works, bundle(works))[1], works.ctx("resident")).no
    agent = works.city.officer("agent")
    with pytest.raises(NotFound):
        read_run(no, agent, [REGION])
    wish = BundleAgentNaming(no, works.city.people["agent"].id)
    name_bundle_agent(wish, works.ctx("resident"))
    assert [run.no for run in runs_of_agent(agent.user_id, REGION)] == [read_run(no, agent, [REGION]).no]
    refused("agent_already", name_bundle_agent, wish, works.ctx("resident"))
    refused("not_in_roster", name_bundle_agent, replace(wish, agent_id=agent_of_nobody(works)), works.ctx("resident"))
    refused("not_yours", name_bundle_agent, wish, works.ctx("agent"))
    assert list(examine(REGION, directory())) == []


def test_a_finished_bundle_needs_no_agent(works: Works) -> None:
    run = submit_bundle(whole(works, bundle(works))[1], works.ctx("resident"))
    for no in run.answer["cases"]:
        withdraw(Withdrawal(on(no)), works.ctx("resident"))
    wish = BundleAgentNaming(run.no, works.city.people["agent"].id)
    refused("run_finished", name_bundle_agent, wish, works.ctx("resident"))


def agent_of_nobody(works: Works) -> Any:
    return works.city.people["stranger"].id
