"""The small centre with others to ask: two departments of the same house and a bureau of a county."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tests.acts.city import City
from yichuang.records.cases.models import Case, Stage
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Centre, Department, Posting, Region, User

OTHERS = {"land": "嘉宁市自然资源局", "eco": "嘉宁市生态环境局"}
COUNTY = ("county", "东屏县水利局")


@dataclass
class AskingCity(City):
    """The city and whom it may ask, by slug; their reviewer is called after the slug."""

    asked: dict[str, Department]

    def ids(self, *slugs: str) -> tuple[UUID, ...]:
        """Return the departments by slug."""
        return tuple(self.asked[slug].id for slug in slugs)


def add_others(city: City) -> AskingCity:
    """Put the other departments and their people into the database."""
    region = Region.objects.create(code="990188", name="东屏县", level=4)
    county = Centre.objects.create(region=region, name="东屏县政务服务中心", prefix="DQ", profile="cn")
    places = {slug: (name, city.centre) for slug, name in OTHERS.items()} | {COUNTY[0]: (COUNTY[1], county)}
    asked = {slug: _department(slug, name, centre) for slug, (name, centre) in places.items()}
    for slug, department in asked.items():
        _post(city, slug, "reviewer", department)
    _post(city, "land_clerk", "window_clerk", asked["land"])
    forget()
    return AskingCity(**vars(city), asked=asked)


def _department(slug: str, name: str, centre: Centre) -> Department:
    return Department.objects.create(
        centre=centre, slug=slug, name=name, short_name=name[-5:], document_word=f"嘉{slug}",
        review_authority="嘉宁市人民政府", court="嘉宁市安岭区人民法院",
    )  # fmt: skip


def _post(city: City, name: str, role: str, department: Department) -> None:
    city.people[name] = User.objects.create(username=name, display_name=name)
    Posting.objects.create(
        user=city.people[name], role=role, centre=department.centre, department=department, starts_on=date(2020, 1, 1)
    )


def stages(no: str, kind: str) -> list[Stage]:
    """Return the stages of that kind in their order."""
    case = Case.objects.get(region_code="990100", no=no)
    return list(Stage.objects.filter(region_code="990100", case_id=case.id, kind=kind).order_by("opened_at", "id"))
