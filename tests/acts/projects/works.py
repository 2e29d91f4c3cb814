"""A small centre with investment projects: four offices, an item for each stage, an agent, and whole histories."""

from dataclasses import dataclass, field
from datetime import date

from tests.acts.city import START, City, build_city, on
from yichuang.acts.context import Context
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.filing.shapes import Filed
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.submit import Person, Submission
from yichuang.acts.projects.add_case import StageCase, add_case
from yichuang.acts.projects.finish_stage import StageFinish, finish_stage
from yichuang.acts.projects.frame import OnProject
from yichuang.acts.projects.register import Registration, register
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.ids import new_id
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Department, Posting, User
from yichuang.records.projects.models import LeadOffice, Project, ProjectAgent, StageItem

REGION = "990100"
COMPANY = Person("organisation", "嘉宁示范水务有限公司", "uscc", "91990100MA9900001X", "13100000000", "工业园", "李四")
OFFICES = {"development": "市发改委", "land": "市自然资源局", "planning": "市规划局", "construction": "市住建局"}
ITEMS = {"initiation": "development", "land": "land", "planning": "planning", "construction": "construction"}


@dataclass
class Works:
    """The centre, the department of every lead, and the version of every stage's item."""

    city: City
    offices: dict[str, Department]
    versions: dict[str, ItemVersion] = field(default_factory=dict)

    def ctx(self, who: str, on_day: date = START, key: str | None = None) -> Context:
        """Return the circumstances of an act."""
        return self.city.ctx(who, on_day, key=key)

    def registered(self, nature: str = "water") -> str:
        """Register a project of that nature and return its code."""
        owner = self.city.people["resident"].id
        wish = Registration(REGION, "东屏河治理工程", nature, COMPANY.name, owner, "东屏河", "堤防 12 公里", 3200)
        return str(register(wish, self.ctx("resident")).answer["code"])

    def submission(self, stage: str, nature: str = "water") -> Submission:
        """Return a submission of the main item of a stage."""
        version = self.versions.get(f"{stage}:{nature}") or self.versions[stage]
        return Submission(version, COMPANY, {}, channel="online", user_id=self.city.people["resident"].id)

    def add(self, code: str, stage: str, nature: str = "water") -> Filed:
        """Submit the main item of a stage."""
        return add_case(StageCase(OnProject(code), stage, self.submission(stage, nature)), self.ctx("resident"))

    def granted(self, no: str, office: str) -> None:
        """Bring a case to its grant."""
        accept(Acceptance(on(no)), self.ctx("clerk"))
        route(Routing(on(no)), self.ctx("clerk"))
        review(Review(on(no), True, "符合条件。"), self.ctx(f"reviewer-{office}"))
        decide(Decision(on(no), True, "", "《示例》"), self.ctx(f"head-{office}"))

    def finish(self, code: str, stage: str, office: str) -> Filed:
        """Finish a stage as its lead."""
        return finish_stage(StageFinish(OnProject(code), stage), self.ctx(f"head-{office}"))

    def through(self, code: str, stage: str, nature: str = "water") -> Filed:
        """Do a whole stage: submit, grant, finish."""
        office = ITEMS.get(stage, nature) if stage not in ("construction", "completion") else nature
        self.granted(self.add(code, stage, nature).no, office)
        return self.finish(code, stage, office)


def project(code: str) -> Project:
    """Return the row of a project."""
    return Project.objects.get(region_code=REGION, code=code)


def build_works(profile: str = "cn.990100") -> Works:
    """Put the small centre with offices, items and an agent into the database."""
    city = build_city(profile)
    offices = {"water": city.department}
    for slug, name in OFFICES.items():
        offices[slug] = Department.objects.create(
            centre=city.centre, slug=slug, name=f"嘉宁{name}", short_name=name, document_word="嘉" + name[1:3],
            review_authority="嘉宁市人民政府", court="嘉宁市安岭区人民法院",
        )  # fmt: skip
    offices["transport"] = offices["construction"]
    works = Works(city, offices)
    for word, department in offices.items():
        LeadOffice.objects.create(centre=city.centre, word=word, department=department)
    for slug, department in offices.items():
        _people(city, slug, department)
    _items(works)
    city.people["agent"] = User.objects.create(username="agent", display_name="何静")
    ProjectAgent.objects.create(centre=city.centre, user=city.people["agent"], starts_on=date(2020, 1, 1))
    forget()
    return works


def _people(city: City, slug: str, department: Department) -> None:
    for who, role in (("reviewer", "reviewer"), ("head", "agency_head")):
        name = f"{who}-{slug}"
        city.people[name] = User.objects.create(username=name, display_name=name)
        Posting.objects.create(
            user=city.people[name], role=role, centre=city.centre, department=department, starts_on=date(2020, 1, 1)
        )


def _items(works: Works) -> None:
    for stage, office in (*ITEMS.items(), ("construction:water", "water"), ("completion:water", "water")):
        _item(works, stage, office)
    _item(works, "completion", "construction")
    extra = _version(works, "extra", "land")
    StageItem.objects.create(centre=works.city.centre, stage="land", item=extra.item, position=2)
    works.versions["extra"] = extra


def _item(works: Works, stage: str, office: str) -> None:
    key, _, nature = stage.partition(":")
    version = works.versions[stage] = _version(works, stage, office)
    others = {"construction": "construction", "completion": "construction"}
    StageItem.objects.create(
        centre=works.city.centre, stage=key, item=version.item, leads=True, nature=nature or others.get(key, "")
    )


def _version(works: Works, name: str, office: str) -> ItemVersion:
    item = Item.objects.create(
        centre=works.city.centre, department=works.offices[office], code=f"PROJ{name}", name=f"{name}事项审批",
        power_kind="01", level=3, status="open",
    )  # fmt: skip
    kinds = (("acceptance", "受理"), ("review", "审查"), ("decision", "决定"))
    return ItemVersion.objects.create(
        id=new_id(), item=item, number=1, effective_on=date(2026, 1, 1), kind="promised", statutory_number=20,
        statutory_basis="XKF-42.1", promised_number=8,
        stages=[{"key": kind, "kind": kind, "name": name} for kind, name in kinds],
        materials=[{"key": "form", "name": "申请书", "required": True}],
    )  # fmt: skip
