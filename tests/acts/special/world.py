"""Items that let things be done otherwise: outstanding materials, promises, fees, filings."""

from datetime import date
from typing import Any

from tests.acts.city import City, build_city, on
from tests.acts.lives import submitted
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.submit import submit
from yichuang.acts.tolerance.expedite import Expedition, expedite
from yichuang.records.cases.models import Case
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Centre, Department, Posting, User

MONDAY = date(2026, 3, 2)
MINING = {"charges": [{"name": "采矿权使用费", "level": "regulation", "basis": "矿产资源开采登记管理办法第九条"}]}
LAND = {
    "charges": [{"name": "新增建设用地土地有偿使用费", "level": "law", "basis": "《土地管理法》第五十五条"}],
    "limit": "construction_land", "assessor": "finance", "before": "decision", "always": True,
}  # fmt: skip
PROMISE = {"text": ["已符合办理条件", "所填信息真实"], "materials": ["map"]}


def equip(city: City, **guide: Any) -> None:
    """Let the promised item do what its guide says; its map may be handed in later."""
    version = city.promised
    version.guide = guide
    version.materials = [slot | {"deferrable": slot["key"] == "map"} for slot in version.materials]
    ItemVersion.objects.filter(pk=version.pk).update(guide=version.guide, materials=version.materials)
    version_of.cache_clear()


def city_of(profile: str, **guide: Any) -> City:
    """Return a city under a profile, with an equipped item."""
    city = build_city(profile)
    equip(city, **guide)
    return city


def with_finance(city: City) -> None:
    """Give the centre a finance office with one assessor."""
    office = Department.objects.create(
        centre=Centre.objects.get(), slug="finance", name="财务处", short_name="财务处", document_word="财"
    )
    person = User.objects.create(username="finance", display_name="finance")
    Posting.objects.create(
        user=person, role="reviewer", centre=office.centre, department=office, starts_on=date(2020, 1, 1)
    )
    city.people["finance"] = person
    forget()


def case(no: str) -> Case:
    """Return the row."""
    return Case.objects.get(region_code="990100", no=no)


def tolerated(city: City, day: date = MONDAY, *, green: bool = True) -> str:
    """Return the number of a case accepted without its map."""
    no = submitted(city, day)
    if green:
        expedite(Expedition(on(no), "市重点项目"), city.ctx("deputy", day))
    accept(Acceptance(on(no), {"form": "ok", "map": "deferred"}, promised=True), city.ctx("clerk", day))
    return no


def deciding(city: City, day: date = MONDAY) -> str:
    """Return the number of a case that waits for its decision, all on one day."""
    no = submitted(city, day)
    accept(Acceptance(on(no)), city.ctx("clerk", day))
    route(Routing(on(no)), city.ctx("clerk", day))
    review(Review(on(no), True, "同意"), city.ctx("reviewer", day))
    verify(Verification(on(no), True, "同意"), city.ctx("verifier", day))
    return no


def instant(city: City, day: date = MONDAY) -> str:
    """Return the number of an instant case just received at the window."""
    return submit(city.submission(city.instant), city.ctx("clerk", day)).no
