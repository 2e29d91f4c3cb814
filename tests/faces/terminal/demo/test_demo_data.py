"""The demo city and its items."""

from __future__ import annotations

from datetime import UTC, date, datetime
from importlib.resources import files
from types import SimpleNamespace

import jsonschema
import pytest
import yaml
from django.template.loader import get_template

from yichuang.faces.common.forms.checking import check_values
from yichuang.faces.common.forms.spec import form_spec
from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.data import guides, read, source_rows
from yichuang.faces.terminal.demo.forms import form_of
from yichuang.faces.terminal.demo.items import build_items, publish_plainly
from yichuang.faces.terminal.demo.organisation import build_organisation
from yichuang.faces.terminal.demo.people import citizen, company
from yichuang.faces.terminal.demo.works.checked import open_but_faulty
from yichuang.faces.terminal.demo.works.stage_items import open_stage_items
from yichuang.law.book import book
from yichuang.records.catalogue.lint import Level, lint
from yichuang.records.catalogue.models import Item, ItemStatus, ItemVersion
from yichuang.records.org.models import Centre, Department, Posting, User, Window
from yichuang.rules.identifiers import check_uscc

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def centre(db: None) -> Centre:
    return build_organisation(AT)


@pytest.fixture
def items(centre: Centre) -> list[Item]:
    return build_items(centre, AT, publish_plainly)


def test_it_works(centre: Centre) -> None:
    assert (Department.objects.count(), Window.objects.count()) == (25, 36)
    assert (centre.prefix, centre.profile) == ("JN", "cn.990100")
    assert User.objects.get(username="clerk").display_name == "刘敏"


def test_nobody_has_a_password(centre: Centre) -> None:
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_departments_have_valid_and_different_codes(centre: Centre) -> None:
    codes = set(Department.objects.values_list("uscc", flat=True))
    assert len(codes) == 25
    assert all(check_uscc(code).ok for code in codes)


def test_every_open_item_has_people_for_every_stage(items: list[Item]) -> None:
    for item in Item.objects.filter(status=ItemStatus.OPEN):
        held = set(Posting.objects.filter(department=item.department).values_list("role", flat=True))
        assert {"reviewer", "verifier", "deputy_head", "agency_head", "chief_representative"} <= held


def test_every_name_of_the_sources_is_there_once(items: list[Item]) -> None:
    assert sorted(item.name for item in items) == sorted(source_rows())
    assert len({row["main"] for row in read("listing")["items"]}) == len(items)


def test_codes_have_31_characters_and_do_not_repeat(items: list[Item]) -> None:
    codes = {item.code for item in items}
    assert len(codes) == len(items)
    assert all(len(code) == 31 and check_uscc(code[:18]).ok for code in codes)


def test_what_the_acts_cannot_take_is_not_open(items: list[Item]) -> None:
    opened = ItemVersion.objects.filter(item__status=ItemStatus.OPEN)
    assert set(opened.values_list("kind", flat=True)) == {"instant", "promised", "joint"}
    assert opened.count() == 14


def test_nothing_open_has_an_error(items: list[Item]) -> None:
    norms = book().norms("cn.990100", date(2026, 11, 22))
    for version in ItemVersion.objects.filter(item__status=ItemStatus.OPEN):
        assert [f.words for f in lint(version, norms) if f.level is Level.ERROR] == []


def test_stages_add_up_to_the_promise(items: list[Item]) -> None:
    for version in ItemVersion.objects.exclude(stages=[]):
        assert sum(stage["days"] or 0 for stage in version.stages) <= (version.promised_number or 0)


def test_forms_are_json_schema(items: list[Item]) -> None:
    for version in ItemVersion.objects.exclude(form_schema={}):
        jsonschema.Draft202012Validator.check_schema(version.form_schema)
        assert set(version.form_schema["required"]) <= set(version.form_schema["properties"])


def test_every_guide_is_used() -> None:
    assert {row["guide"] for row in read("listing")["items"] if "guide" in row} == set(guides())


def test_a_faulty_guide_that_was_opened_is_found(items: list[Item]) -> None:
    assert open_but_faulty(AT.date()) == []
    listed = Item.objects.filter(status=ItemStatus.LISTED)[0]
    Item.objects.filter(pk=listed.pk).update(status=ItemStatus.OPEN)
    assert open_but_faulty(AT.date()) == [listed.name]


def test_the_items_of_the_first_stages_are_published_through_the_check_up(items: list[Item]) -> None:
    told = {row["name"] for row in read("works/stage_items")["items"]}
    opened = {item.name: item for item in items if item.name in told}
    open_stage_items(opened, AT, publish_plainly)
    assert Item.objects.filter(name__in=told, status=ItemStatus.OPEN).count() == len(told)
    assert open_but_faulty(AT.date()) == []


def test_the_entrance_tells_the_code_of_the_kiosk() -> None:
    told = yaml.safe_load(files("yichuang.faces.terminal.demo.hall").joinpath("hall.yaml").read_text(encoding="utf-8"))
    code = next(screen["code"] for screen in told["screens"] if screen["kind"] == "kiosk")
    page = get_template("portal/entrance/demo.html").template.source
    assert f"登记码 {code}，只能用一次" in page


@pytest.mark.parametrize("name", sorted(guides()))
def test_every_form_is_answered_as_it_wants(name: str) -> None:
    schema, layout = form_of(guides()[name])
    today, spec = AT.date(), form_spec(schema, layout)
    for person in (citizen(0), citizen(5), company(0)):
        told = answers(SimpleNamespace(form_schema=schema), person, today)  # type: ignore[arg-type]
        assert [one.sentence for one in check_values(spec, told, today=today)] == []
