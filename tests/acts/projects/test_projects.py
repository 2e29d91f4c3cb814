"""Investment projects through their stages: who leads, whose turn it is, what is told of the next one."""

from dataclasses import replace
from datetime import date

import pytest

from tests.acts.projects.works import COMPANY, REGION, Works, project
from yichuang.acts.act import On
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.filing.shapes import Conflict
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.projects.add_case import StageCase, add_case
from yichuang.acts.projects.finish_stage import StageFinish, finish_stage
from yichuang.acts.projects.frame import OnProject
from yichuang.acts.projects.register import Registration, register
from yichuang.records.cases.access import NotFound
from yichuang.records.cases.models import Case
from yichuang.records.catalogue.models import Item, ItemStatus
from yichuang.records.documents.models import Document, DocumentKind
from yichuang.records.org.directory import directory
from yichuang.records.projects.models import LeadOffice, Project, ProjectCase, ProjectStage
from yichuang.rules.proxy.capacity import Capacity
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
ALL = ("initiation", "land", "planning", "construction", "completion")


def refused(act: object, *given: object) -> str:
    with pytest.raises(Refused) as fault:
        act(*given)  # type: ignore[operator]
    return fault.value.code


def sound() -> bool:
    return [finding for finding in examine(REGION, directory())] == []


def test_it_works(works: Works) -> None:
    code = works.registered("water")
    assert code == "2026-990100-48-01-000001"
    for stage in ALL:
        works.through(code, stage)
    assert project(code).finished_on == date(2026, 3, 2)
    assert sound()


def test_the_lead_of_the_last_two_stages_goes_by_nature(works: Works) -> None:
    leads = {}
    for nature in ("water", "construction"):
        rows = ProjectStage.objects.filter(region_code=REGION, project_id=project(works.registered(nature)).id)
        leads[nature] = [row.lead for row in rows.order_by("position")]
    assert leads["water"] == ["development", "land", "planning", "water", "water"]
    assert leads["construction"] == ["development", "land", "planning", "construction", "construction"]


def test_the_next_stage_is_told_with_departments_materials_and_procedure(works: Works) -> None:
    filed = works.through(works.registered(), "initiation")
    paper = Document.objects.get(region_code=REGION, pk=filed.answer["documents"][0])
    assert paper.kind == DocumentKind.NEXT_STAGE
    assert paper.no == "嘉发改许阶〔2026〕1号"
    assert [stage["key"] for stage in paper.fields["stages"]] == ["land", "planning"]
    land = paper.fields["stages"][0]
    assert land["lead"] == "嘉宁市自然资源局"
    assert [(row["item"], row["leads"]) for row in land["items"]] == [("land事项审批", True), ("extra事项审批", False)]
    assert land["items"][0]["materials"] == ["申请书"]
    assert land["items"][0]["steps"] == ["受理", "审查", "决定"]


def test_where_no_norm_asks_for_a_notice_the_next_stage_opens_without_one(works: Works) -> None:
    code = works.registered()
    Project.objects.filter(region_code=REGION, code=code).update(profile="cn.220400")
    answer = works.through(code, "initiation").answer
    assert "documents" not in answer
    assert answer["opened"] == ["land", "planning"]


def test_an_item_that_is_not_open_is_told_as_such(works: Works) -> None:
    code = works.registered()
    Item.objects.filter(name="extra事项审批").update(status=ItemStatus.LISTED)
    paper = Document.objects.get(pk=works.through(code, "initiation").answer["documents"][0], region_code=REGION)
    assert [row["ready"] for row in paper.fields["stages"][0]["items"]] == [True, False]


def test_stages_beside_each_other_run_together_and_the_next_waits_for_both(works: Works) -> None:
    code = works.registered()
    works.through(code, "initiation")
    assert "documents" not in works.through(code, "planning").answer  # land still runs: nothing new begins
    assert refused(works.add, code, "construction") == "stage_before_open"
    told = works.through(code, "land").answer["documents"]
    assert [one["key"] for one in Document.objects.get(region_code=REGION, pk=told[0]).fields["stages"]] == [
        "construction"
    ]


def test_a_stage_is_not_skipped(works: Works) -> None:
    code = works.registered()
    assert refused(works.add, code, "construction") == "stage_before_open"
    assert refused(works.finish, code, "initiation", "development") == "stage_not_granted"
    assert not ProjectCase.objects.filter(region_code=REGION).exists()
    assert not Case.objects.filter(region_code=REGION).exists()


def test_an_open_case_keeps_the_stage_open(works: Works) -> None:
    code = works.registered()
    works.add(code, "initiation")
    assert refused(works.finish, code, "initiation", "development") == "stage_cases_open"


def test_a_finished_stage_takes_no_case(works: Works) -> None:
    code = works.registered()
    works.through(code, "initiation")
    assert refused(works.add, code, "initiation") == "stage_finished"
    assert refused(works.finish, code, "initiation", "development") == "stage_finished"


def test_only_the_lead_finishes(works: Works) -> None:
    code = works.registered()
    works.granted(works.add(code, "initiation").no, "development")
    assert refused(works.finish, code, "nowhere", "development") == "stage_unknown"
    with pytest.raises(Refused, match="not_yours"):
        finish_stage(StageFinish(OnProject(code), "initiation"), works.ctx("head-land"))


def test_an_item_of_another_stage_is_refused(works: Works) -> None:
    wish = StageCase(OnProject(works.registered()), "initiation", works.submission("land"))
    assert refused(add_case, wish, works.ctx("resident")) == "item_not_of_stage"


def test_an_item_is_applied_for_once_until_it_fails(works: Works) -> None:
    code = works.registered()
    no = works.add(code, "initiation").no
    assert refused(works.add, code, "initiation") == "stage_item_begun"
    withdraw(Withdrawal(On(no), "改方案"), works.ctx("resident"))
    works.through(code, "initiation")


def test_strangers_find_nothing(works: Works) -> None:
    wish = StageCase(OnProject(works.registered()), "initiation", works.submission("initiation"))
    with pytest.raises(NotFound):
        add_case(wish, works.ctx("stranger"))


def test_a_repeated_key_makes_one_case(works: Works) -> None:
    code = works.registered()
    wish = StageCase(OnProject(code), "initiation", works.submission("initiation"))
    first = add_case(wish, works.ctx("resident", key="the-same-key"))
    again = add_case(wish, works.ctx("resident", key="the-same-key"))
    assert again.repeated
    assert again.no == first.no
    assert Case.objects.filter(region_code=REGION).count() == 1


def test_a_stale_page_is_refused(works: Works) -> None:
    code = works.registered()
    works.add(code, "initiation")
    wish = StageCase(OnProject(code, 1), "initiation", works.submission("initiation"))
    with pytest.raises(Conflict):
        add_case(wish, works.ctx("resident"))


def registration(works: Works) -> Registration:
    return Registration(REGION, "东屏河治理工程", "water", COMPANY.name, works.city.people["resident"].id)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"nature": "moon"}, "nature_unknown"),
        ({"code": "12"}, "project_code_odd"),
        ({"name": "😀"}, "name_unprintable"),
    ],
)
def test_what_is_no_registration(works: Works, more: dict[str, str], code: str) -> None:
    assert refused(register, replace(registration(works), **more), works.ctx("resident")) == code


def test_the_unit_is_who_the_register_knows(works: Works) -> None:
    works.add(works.registered(), "initiation")  # its applicant is on the register from now on
    wish = replace(registration(works), uscc=COMPANY.identity_no)
    assert register(wish, works.ctx("resident")).answer["code"]
    other = replace(wish, applicant_name="另一家公司")
    assert refused(register, other, works.ctx("resident")) == "unit_code_of_another"
    assert refused(register, replace(wish, uscc="123"), works.ctx("resident")) == "unit_code_odd"


def test_nobody_else_applies_in_the_project(works: Works) -> None:
    """The code that the first application tells is kept; afterwards it alone says who the unit is."""
    code = works.registered()
    wish = StageCase(OnProject(code), "initiation", works.submission("initiation"))
    other = replace(COMPANY, name="另一家公司", identity_no="91500000MA5U000000")
    stranger = replace(wish, submission=replace(wish.submission, person=other))
    assert refused(add_case, stranger, works.ctx("resident")) == "unit_of_project"
    assert project(code).uscc == ""
    works.through(code, "initiation")
    assert project(code).uscc == COMPANY.identity_no
    again = StageCase(OnProject(code), "land", works.submission("land"))
    namesake = replace(other, name=COMPANY.name)
    same = replace(again, submission=replace(again.submission, person=namesake))
    assert refused(add_case, same, works.ctx("resident")) == "unit_of_project"
    renamed = replace(COMPANY, name="嘉宁示范水务集团有限公司")
    assert add_case(replace(again, submission=replace(again.submission, person=renamed)), works.ctx("resident")).no
    assert list(examine(REGION, directory())) == []


def test_a_project_keeps_the_code_of_its_unit(works: Works) -> None:
    works.add(works.registered(), "initiation")  # its applicant is on the register from now on
    wish = replace(registration(works), uscc=COMPANY.identity_no.lower())
    code = str(register(wish, works.ctx("resident")).answer["code"])
    assert project(code).uscc == COMPANY.identity_no
    assert refused(register, replace(wish, uscc="9" * 19), works.ctx("resident")) == "unit_code_odd"


def test_who_acts_as_an_organisation_registers_its_own_projects(works: Works) -> None:
    ctx = works.ctx("resident")
    acting = replace(ctx, officer=replace(ctx.officer, capacity=Capacity("91500000MA5U000000", "甲公司")))
    assert refused(register, registration(works), acting) == "unit_not_yours"


def test_a_lead_needs_an_office(works: Works) -> None:
    LeadOffice.objects.filter(word="land").delete()
    assert refused(register, registration(works), works.ctx("resident")) == "lead_without_office"


def test_nobody_registers_for_another(works: Works) -> None:
    assert refused(register, registration(works), works.ctx("stranger")) == "not_yours"


def test_without_a_template_there_is_no_project(works: Works) -> None:
    works.city.centre.profile = "cn"
    works.city.centre.save()
    assert refused(register, registration(works), works.ctx("resident")) == "no_stage_template"


def test_a_code_of_the_national_platform_is_kept_and_unique(works: Works) -> None:
    wish = replace(registration(works), code="2025-350300-48-01-123456")
    assert register(wish, works.ctx("resident")).answer["code"] == wish.code
    assert refused(register, wish, works.ctx("resident")) == "project_code_taken"
