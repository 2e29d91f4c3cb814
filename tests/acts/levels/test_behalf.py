"""代签 (R105, R106), every level's opinion before the next (R107), and who may apply at all (R103, R057)."""

from dataclasses import replace
from datetime import date

import pytest

from tests.acts.city import City, build_city, on
from tests.acts.levels import district as levels
from tests.acts.levels.district import District
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.submit import submit
from yichuang.acts.levels.forward import Forwarding, forward
from yichuang.acts.levels.lower_review import LowerReview, lower_review
from yichuang.acts.papers.remedies import bodies_of
from yichuang.records.cases.models import Case, Stage
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.models import Document
from yichuang.records.ledger.models import Entry
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
AGE = {"kind": "age", "from_age": 18, "through_age": 49, "words": "成年育龄（18—49周岁）", "basis": "S0g-四3"}
HOME = {"kind": "place", "fields": ["home"], "within": "990100", "words": "户籍在本州范围内", "basis": "S0g-四4"}


@pytest.fixture
def prefecture(db: None) -> District:
    """A district of 楚雄 with a village below it."""
    return levels.build_district(build_city("cn.532300"), profile="cn.532300", village=True)


def stages(no: str) -> list[Stage]:
    case = Case.objects.get(region_code="990101", no=no)
    return list(Stage.objects.filter(region_code="990101", case_id=case.id).order_by("opened_at", "id"))


def sign(district: District, no: str, who: str = "town_reviewer", **more: str) -> None:
    lower_review(LowerReview(on(no), True, "村里证明属实", **more), district.city.ctx(who))


def test_it_works(prefecture: District) -> None:
    no = levels.at_lower(prefecture)
    sign(prefecture, no, ground="phone")
    village = stages(no)[0]
    assert (village.effect, village.assignee, village.department) == (
        "behalf", prefecture.city.people["town_reviewer"], prefecture.village,
    )  # fmt: skip
    assert village.particulars == {"ground": "phone"}
    entry = Entry.objects.get(region_code="990101", verb="case.lower_reviewed")
    assert entry.facts["ground"] == "phone" if "ground" in entry.facts else "phone" in str(entry.facts)


def test_each_level_stands_in_the_letter(prefecture: District) -> None:
    no = levels.at_lower(prefecture)
    sign(prefecture, no, ground="database")
    sign(prefecture, no)
    forward(Forwarding(on(no)), prefecture.city.ctx("town_reviewer"))
    said = Document.objects.get(region_code="990101", kind="forwarding").fields["opinions"]
    assert [(row["level"], row["behalf"]) for row in said] == [("东山村便民服务点", True), ("安岭区水务局", False)]


def test_the_village_signs_for_itself(prefecture: District) -> None:
    no = levels.at_lower(prefecture)
    sign(prefecture, no, "villager")
    assert (stages(no)[0].effect, stages(no)[0].particulars) == ("", {})


@pytest.mark.parametrize("ground", ["", "hearsay"])
def test_a_signature_on_behalf_rests_on_something(prefecture: District, ground: str) -> None:
    no = levels.at_lower(prefecture)
    with pytest.raises(Refused) as refused:
        sign(prefecture, no, ground=ground)
    assert (refused.value.code, refused.value.basis) == ("behalf_ground_missing", "S0g-(二)1")


def test_nobody_signs_for_a_level_above(prefecture: District) -> None:
    no = levels.at_lower(prefecture)
    sign(prefecture, no, "villager")
    with pytest.raises(Refused) as refused:
        sign(prefecture, no, "villager", ground="phone")
    assert refused.value.code == "not_your_level"


def test_where_no_norm_knows_it(city: City) -> None:
    district = levels.build_district(city, village=True)
    no = levels.at_lower(district)
    with pytest.raises(Refused) as refused:
        sign(district, no, ground="phone")
    assert refused.value.code == "behalf_not_allowed"


@pytest.mark.parametrize(
    ("born", "code"), [("20080303", "not_of_age"), ("20080302", ""), ("19760302", "not_of_age"), ("19760303", "")]
)
def test_the_age_on_the_day_of_the_application(prefecture: District, born: str, code: str) -> None:
    prefecture.version.eligibility = [AGE]
    wish = prefecture.submission(person=replace(levels.PERSON, identity_no=f"350300{born}123X"))
    if not code:
        assert submit(wish, prefecture.city.ctx("town_clerk")).no
        return
    with pytest.raises(Refused) as refused:
        submit(wish, prefecture.city.ctx("town_clerk"))
    assert (refused.value.code, refused.value.basis) == (code, "S0g-四3")


def test_residence(prefecture: District) -> None:
    prefecture.version.eligibility = [HOME]
    with pytest.raises(Refused) as refused:
        submit(prefecture.submission(form={"home": "110101"}), prefecture.city.ctx("town_clerk"))
    assert refused.value.code == "not_of_this_place"


def test_an_application_without_a_number_shows_no_age(prefecture: District) -> None:
    prefecture.version.eligibility = [AGE]
    person = replace(levels.PERSON, kind="organisation", identity_kind="uscc", identity_no="91350300MA2XXXXX00")
    with pytest.raises(Refused) as refused:
        submit(prefecture.submission(person=person), prefecture.city.ctx("town_clerk"))
    assert refused.value.code == "age_unknown"


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"delegation_kind": "entrusted", "delegator": "嘉宁市水利局"}, "agreement_missing"),
        ({"delegation_kind": "entrusted", "agreement": "1号"}, "delegator_missing"),
        ({"delegation_kind": "devolved", "delegator": "市局", "delegated_until": date(2026, 3, 1)}, "delegation_ended"),
        (
            {"delegation_kind": "devolved", "delegator": "市局", "delegated_since": date(2026, 4, 1)},
            "delegation_not_begun",
        ),
    ],
)
def test_nothing_is_taken_in_under_a_delegation_that_does_not_stand(
    prefecture: District, told: dict[str, object], code: str
) -> None:
    for name, value in told.items():
        setattr(prefecture.version.item, name, value)
    with pytest.raises(Refused) as refused:
        submit(prefecture.submission(), prefecture.city.ctx("town_clerk"))
    assert refused.value.code == code


def test_the_entrusting_organ_speaks_and_answers(prefecture: District) -> None:
    item = prefecture.version.item
    item.delegation_kind, item.delegator, item.agreement = "entrusted", "嘉宁市水利局", "委托〔2026〕1号"
    item.save()
    submit(prefecture.submission(), prefecture.city.ctx("town_clerk"))
    said = Document.objects.get(region_code="990101", kind="receipt").fields
    assert (said["agency"], said["entrusted_to"], said["agreement"]) == (
        "嘉宁市水利局", "安岭区水务局", "委托〔2026〕1号",
    )  # fmt: skip


def test_a_changed_delegation_shows_on_the_next_paper(prefecture: District) -> None:
    """Versions stay in memory only until the item, its department or anything else of the organisation changes."""
    no, ctx = submit(prefecture.submission(), prefecture.city.ctx("town_clerk")).no, prefecture.city.ctx
    assert version_of(prefecture.version.id).item.delegation_kind == "none"
    item = prefecture.version.item
    item.delegation_kind, item.delegator, item.agreement = "entrusted", "嘉宁市水利局", "委托〔2026〕1号"
    item.save()
    accept(Acceptance(on(no)), ctx("town_clerk"))
    assert Document.objects.get(region_code="990101", kind="acceptance").fields["agency"] == "嘉宁市水利局"


def test_who_is_not_eligible_can_be_turned_away_in_writing_but_not_accepted(prefecture: District) -> None:
    prefecture.version.eligibility = [HOME]
    prefecture.version.save()
    wish = prefecture.submission(form={"home": "110101"}, turned_away=True)
    no, ctx = submit(wish, prefecture.city.ctx("town_clerk")).no, prefecture.city.ctx
    with pytest.raises(Refused) as refused:
        accept(Acceptance(on(no)), ctx("town_clerk"))
    assert refused.value.code == "not_of_this_place"


def test_the_body_of_review_is_that_of_the_entrusting_organ(prefecture: District) -> None:
    item, book = prefecture.version.item, prefecture.city.ctx("town_clerk").directory
    acting, upper = book.departments[item.department_id], book.department_at("990100/water")
    assert upper is not None
    item.delegation_kind, item.delegator, item.agreement = "entrusted", upper.name, "委托〔2026〕1号"
    assert bodies_of(acting, item, book) == (upper.review_authority, upper.court)
    item.delegator = "某部"
    assert bodies_of(acting, item, book) == ("", "")
    item.delegation_kind = "devolved"
    assert bodies_of(acting, item, book) == (acting.review_authority, acting.court)
