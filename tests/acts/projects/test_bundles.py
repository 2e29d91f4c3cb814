"""Bundles: one form, each material once, several cases; all or none of them, and once."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

from tests.acts.city import PERSON
from tests.acts.inspection.test_doctor import other
from tests.acts.projects.test_projects import refused, sound
from tests.acts.projects.works import REGION, Works
from yichuang.acts.act import On
from yichuang.acts.bundles import submit_bundle as module
from yichuang.acts.bundles.combine_results import Combination, combine_missing, combine_results
from yichuang.acts.bundles.submit_bundle import BundleSubmission, submit_bundle
from yichuang.acts.decision.close import Closing, close
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.filing.shapes import Conflict
from yichuang.acts.intake.submit import Submission, submit
from yichuang.records.cases.models import Case, Material
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.models import Document
from yichuang.records.projects.merging import SHEET, Merged, merged
from yichuang.records.projects.models import Bundle, BundlePart, BundleRun
from yichuang.rules.projects.bundles import may_combine

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


def bundle(works: Works) -> Bundle:
    """A bundle of two items with a form each."""
    forms = {
        "land": ({"place": "地点", "area": "面积", "reason": "理由"}, ["营业执照", "位置图"]),
        "planning": ({"place": "地点", "reason": "规划理由"}, ["营业执照", "效果图"]),
    }
    for key, (titles, papers) in forms.items():
        version = works.versions[key]
        version.form_schema = {
            "type": "object", "required": list(titles),
            "properties": {name: {"type": "string", "title": title} for name, title in titles.items()},
        }  # fmt: skip
        version.form_ui = {
            "order": list(titles),
            "fields": {"reason": {"show_if": {"field": "place", "equals": ["x"]}}},
        }
        form = {"key": "form", "name": f"{key}申请表", "blank_form": True, "required": True}
        version.materials = [form, *({"key": f"p{n}", "name": name} for n, name in enumerate(papers))]
        version.save()
    codes = [{"code": works.versions[key].item.code} for key in forms]
    return Bundle.objects.create(
        centre=works.city.centre,
        slug="build",
        name="开工",
        items=codes,
        same={"fields": ["place"]},
        summary="两项一起办",
    )


def whole(works: Works, made: Bundle) -> tuple[Merged, BundleSubmission]:
    found = merged(made, TODAY)
    assert found is not None
    answers = {"place": "东屏河", "i1_area": "12", "i1_reason": "甲", "i2_reason": "乙"}
    file = {"digest": "0" * 64, "name": "a.pdf", "media_type": "application/pdf", "size": 1}
    files = {key: {"files": [file]} for key in (SHEET, "m1", "m2", "m3")}
    user = works.city.people["resident"].id
    parts = tuple(
        Submission(s.version, PERSON, s.form(answers), s.given(files), "online", user_id=user) for s in found.shares
    )
    return found, BundleSubmission(made, parts, user)


def test_it_works(works: Works) -> None:
    _, wish = whole(works, bundle(works))
    filed = submit_bundle(wish, works.ctx("resident"))
    assert filed.no == "JN-2026-Y00001"
    assert filed.answer["cases"] == ["JN-2026-000001", "JN-2026-000002"]
    assert BundlePart.objects.filter(region_code=REGION).count() == 2
    assert sound()


def test_each_material_is_asked_once_and_stands_in_each_case(works: Works) -> None:
    found, wish = whole(works, bundle(works))
    assert [row["name"] for row in found.version.materials] == ["开工综合申请表", "营业执照", "位置图", "效果图"]
    submit_bundle(wish, works.ctx("resident"))
    rows = Material.objects.filter(region_code=REGION, name="营业执照")
    assert [len(row.files) for row in rows] == [1, 1]


def test_what_means_the_same_is_asked_once(works: Works) -> None:
    found, wish = whole(works, bundle(works))
    assert list(found.version.form_schema["properties"]) == ["place", "i1_area", "i1_reason", "i2_reason"]
    assert found.version.form_ui["fields"]["i1_reason"]["show_if"]["field"] == "place"
    assert [part.form for part in wish.parts] == [
        {"place": "东屏河", "area": "12", "reason": "甲"},
        {"place": "东屏河", "reason": "乙"},
    ]


def test_a_bundle_of_things_done_on_the_spot_is_one_too(works: Works) -> None:
    offered = bundle(works)
    for one in works.versions.values():
        ItemVersion.objects.filter(pk=one.pk).update(kind="instant", promised_number=None)
    version_of.cache_clear()
    assert merged(offered, TODAY).version.kind == "instant"


def test_one_sheet_when_every_case_is_closed(works: Works) -> None:
    nos = submit_bundle(whole(works, bundle(works))[1], works.ctx("resident")).answer["cases"]
    withdraw(Withdrawal(On(nos[0]), "不办了"), works.ctx("resident"))
    wish = Combination(On(nos[0]))
    assert refused(combine_results, wish, works.ctx("resident")) == "bundle_running"
    works.granted(nos[1], "planning")
    close(Closing(On(nos[1])), works.ctx("clerk"))
    assert refused(combine_results, wish, works.ctx("resident")) == "bundle_other_case"
    ctx, left = works.ctx("system"), []
    assert (combine_missing(REGION, ctx, 5, left), combine_missing(REGION, ctx, 5, left), left) == (1, 0, [])
    sheet = Document.objects.get(region_code=REGION, kind="combined_result")
    assert [row["outcome"] for row in sheet.fields["rows"]] == ["申请人撤回", "准予"]
    assert refused(combine_results, Combination(On(nos[1])), works.ctx("resident")) == "bundle_combined"
    assert sound()


def test_nothing_to_combine(works: Works) -> None:
    no = submit(works.submission("land"), works.ctx("resident")).no
    withdraw(Withdrawal(On(no), "不办了"), works.ctx("resident"))
    assert refused(combine_results, Combination(On(no)), works.ctx("resident")) == "bundle_none"
    assert may_combine(["withdrawn", "withdrawn"], made=False).code == "bundle_withdrawn"


def test_a_repeated_key_makes_the_cases_once(works: Works) -> None:
    _, wish = whole(works, bundle(works))
    first = submit_bundle(wish, works.ctx("resident", key="the-same-key"))
    again = submit_bundle(wish, works.ctx("resident", key="the-same-key"))
    assert again.repeated
    assert again.answer == first.answer
    assert Case.objects.filter(region_code=REGION).count() == 2


def test_all_or_none(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    _, wish = whole(works, bundle(works))
    done = []

    def second_fails(part: Submission, ctx: object) -> object:
        if done:
            raise Conflict("case.submitted")
        done.append(part)
        return submit(part, ctx)

    submit = module.submit
    monkeypatch.setattr(module, "submit", second_fails)
    with pytest.raises(Conflict):
        submit_bundle(wish, works.ctx("resident", key="the-same-key"))
    assert not Case.objects.filter(region_code=REGION).exists()
    monkeypatch.undo()
    assert not submit_bundle(wish, works.ctx("resident", key="the-same-key")).repeated
    assert sound()


def test_who_and_what_is_refused(works: Works) -> None:
    made = bundle(works)
    _, wish = whole(works, made)
    assert refused(submit_bundle, wish, works.ctx("stranger")) == "not_yours"
    assert refused(submit_bundle, replace(wish, parts=wish.parts[:1]), works.ctx("resident")) == "bundle_item_missing"
    made.active = False
    assert refused(submit_bundle, wish, works.ctx("resident")) == "bundle_closed"
    assert not Case.objects.filter(region_code=REGION).exists()


def test_an_item_that_closed_closes_the_bundle(works: Works) -> None:
    made = bundle(works)
    item = works.versions["land"].item
    item.status = "listed"
    item.save()
    assert merged(made, TODAY) is None


@pytest.mark.parametrize("model", [BundleRun, BundlePart])
def test_doctor_reports_every_changed_column(works: Works, model: type) -> None:
    submit_bundle(whole(works, bundle(works))[1], works.ctx("resident"))
    row = model._base_manager.filter(region_code=REGION).first()
    here = model._base_manager.filter(region_code=REGION, pk=row.pk)
    with connection.constraint_checks_disabled():
        for column in row._meta.concrete_fields:
            if column.attname not in ("id", "region_code"):
                here.update(**{column.attname: other(column, getattr(row, column.attname))})
                assert not sound(), column.attname
                here.update(**{column.attname: getattr(row, column.attname)})
