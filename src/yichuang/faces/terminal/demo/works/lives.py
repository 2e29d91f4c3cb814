"""Projects and bundles of the demonstration: one in its fourth stage, one at the land office, two bundles."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from yichuang.acts.bundles.submit_bundle import BundleSubmission, submit_bundle
from yichuang.acts.context import Context
from yichuang.acts.intake.submit import Person, Submission
from yichuang.acts.projects.add_case import StageCase, add_case
from yichuang.acts.projects.answer import Answer, answer
from yichuang.acts.projects.call_joint import JointCall, call_joint
from yichuang.acts.projects.coordinate import Coordination, coordinate
from yichuang.acts.projects.finish_stage import StageFinish, finish_stage
from yichuang.acts.projects.frame import OnProject
from yichuang.acts.projects.name_agent import AgentNaming, name_agent
from yichuang.acts.projects.note import AgentNote, note
from yichuang.acts.projects.register import Registration, register
from yichuang.acts.sweep import sweep
from yichuang.faces.terminal.demo.answers import answers, sample_scan
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.items import Publish
from yichuang.faces.terminal.demo.life import Life
from yichuang.faces.terminal.demo.people import citizen, company
from yichuang.faces.terminal.demo.works.catalogue import REGION, build_catalogue, item_named
from yichuang.faces.terminal.demo.works.roads import build_road_cases, build_roads
from yichuang.records.catalogue.models import ItemVersion
from yichuang.records.catalogue.versions import version_of
from yichuang.records.ids import new_id
from yichuang.records.org.directory import Directory, directory, forget
from yichuang.records.org.models import User
from yichuang.records.projects.access import read_project
from yichuang.records.projects.merging import merged
from yichuang.records.projects.models import Bundle
from yichuang.rules.officers import SYSTEM, Officer
from yichuang.rules.proxy.mandate import SUBMIT, SUPPLEMENT


@dataclass
class StageLife(Life):
    """The life of a case that belongs to a stage of a project."""

    code: str = ""
    stage: str = ""

    def submitted(self, ago: int, channel: str = "online") -> StageLife:
        """Apply in the project's stage."""
        situation = self.version.situations[0]["code"] if self.version.situations else ""
        files = {
            slot["key"]: {"name": slot["name"], "files": [sample_scan(slot["name"])]} for slot in self.version.materials
        }
        wish = Submission(self.version, self.person, self.form, files, channel, situation, user_id=self.owner)
        self.no = add_case(StageCase(OnProject(self.code), self.stage, wish), self._ctx("owner", ago)).no
        return self


@dataclass
class Works:
    """Who and when: one project or run after the other, each on days of its own."""

    days: Days
    place: Directory
    company: UUID
    agent: UUID
    code: str = ""
    steps: int = field(default=0)

    def ctx(self, officer: Officer, ago: int) -> Context:
        """Return the circumstances of an act on a day so many working days back, later steps later."""
        self.steps += 1
        return Context(officer, self.days.at(ago, 20 + self.steps % 9), self.place, new_id().hex)

    def head(self, slug: str, ago: int) -> Context:
        """Return the circumstances of an act by the deputy head of a department."""
        department = self.department(slug)
        for user_id, posts in self.place.postings.items():
            if any(post.role == "deputy_head" and post.department_id == department for post in posts):
                return self.ctx(self.place.officer(user_id, self.days.back(ago)), ago)
        raise LookupError(slug)

    def department(self, slug: str) -> UUID:
        """Return a department of the city."""
        rows = self.place.departments.values()
        return next(d.id for d in rows if d.slug == slug and d.centre.region.code == REGION)

    def registered(self, name: str, nature: str, content: str, investment: int, ago: int) -> None:
        """Register a project and entrust the agent with it."""
        owner = Officer(self.company, "恒通化工")
        wish = Registration(
            REGION, name, nature, company(0).name, self.company, "嘉宁市东屏河两岸（示例）", content, investment
        )
        self.code = str(register(wish, self.ctx(owner, ago)).answer["code"])
        extent = frozenset({SUBMIT, SUPPLEMENT})
        name_agent(AgentNaming(OnProject(self.code), self.agent, extent), self.ctx(owner, ago - 1))

    def case(self, stage: str, item: str) -> StageLife:
        """Return a case to be made in a stage."""
        version = _version(item)
        self.days = replace(self.days, served=self.days.served + 1)
        form = answers(version, company(0), self.days.today)
        return StageLife(version, company(0), self.days, self.place, form, self.company, code=self.code, stage=stage)

    def through(self, stage: str, item: str, slug: str, start: int) -> None:
        """Bring a stage to its end within eight working days."""
        self.case(stage, item).submitted(start).handled(start - 1, 5).closed(start - 6)
        finish_stage(StageFinish(OnProject(self.code), stage), self.head(slug, start - 7))


def build_works(now: datetime, publish: Publish) -> int:
    """Build what projects rest on, then two projects, two bundles and road works; return the number of cases."""
    build_catalogue(now, publish)
    build_roads(now, publish)
    forget()
    place = directory()
    users = dict(User.objects.filter(username__in=["company", "agent", "resident"]).values_list("username", "id"))
    days = Days(now, place.calendar("cn.990100"), served=3)
    works = Works(days, place, users["company"], users["agent"])
    _water(works)
    _workshop(works)
    _bundles(works, users["resident"])
    roads = build_road_cases(now, place)
    sweep(now)
    return 12 + roads


def _water(works: Works) -> None:
    """A river project whose fourth stage runs: led by the water office, one request is late, one is of today."""
    works.registered("东屏河综合治理工程（示例）", "water", "新建堤防 12 公里，疏浚河道 8 公里（示例）", 32600, 70)
    works.through("initiation", "投资项目立项审批", "development", 66)
    land = works.case("land", "投资项目用地审批").submitted(56)
    works.through("planning", "投资项目规划审批", "natural-resources", 55)
    land.handled(46, 5).closed(40)
    finish_stage(StageFinish(OnProject(works.code), "land"), works.head("natural-resources", 39))
    on, agent = OnProject(works.code), Officer(works.agent, "何静")
    call = JointCall(
        on, "construction", "site_visit", (works.department("natural-resources"), works.department("ecology")),
        works.days.back(8), "东屏河 K3+200 现场（示例）", "现场踏勘堤线和弃渣场位置（示例）",
    )  # fmt: skip
    call_joint(call, works.head("water", 12))
    part = read_project(works.code, SYSTEM, [REGION]).cooperation[0]
    answer(Answer(on, part.id, "堤线不占永久基本农田，同意（示例）。"), works.head("natural-resources", 8))
    works.case("construction", "建设项目水土保持方案审批").submitted(6).accepted(5).routed(5).claimed(4)
    works.case("construction", "取水许可审批").submitted(5).to_correct(4)
    note(AgentNote(on, "construction", "陪同企业核对水土保持方案报告书（示例）。"), works.ctx(agent, 3))
    asked = Coordination(on, "construction", works.department("ecology"), "请确认弃渣场是否在生态红线以外（示例）。")
    coordinate(asked, works.ctx(agent, 2))


def _workshop(works: Works) -> None:
    """A workshop at the land office; nobody has applied for the planning yet."""
    works.registered(
        "恒通化工仓储物流中心（示例）", "construction", "新建仓库三座，建筑面积 2.4 万平方米（示例）", 8600, 30
    )
    works.through("initiation", "投资项目立项审批", "development", 27)
    works.case("land", "投资项目用地审批").submitted(5).accepted(4).routed(4).claimed(3)


def _bundles(works: Works, resident: UUID) -> None:
    """One bundle is finished, another one runs."""
    for life in _run(works, "senior", citizen(0), resident, 9):
        life.accepted(8).decided(8).issued(7).delivered(6)
    first, second = _run(works, "opening", company(0), works.company, 4)
    first.accepted(3).routed(3).claimed(2)
    second.to_correct(2)


def _run(works: Works, slug: str, person: Person, owner: UUID, ago: int) -> list[Life]:
    bundle = Bundle.objects.select_related("centre__region").get(slug=slug)
    whole = merged(bundle, works.days.today)
    if whole is None:
        raise LookupError(slug)
    parts = []
    for share in whole.shares:
        files = {own: {"files": [sample_scan(f"{bundle.name}材料")]} for own in share.materials}
        form = answers(share.version, person, works.days.today)
        parts.append(Submission(share.version, person, form, files, "online", share.situation, user_id=owner))
    filed = submit_bundle(BundleSubmission(bundle, tuple(parts), owner), works.ctx(Officer(owner, person.name), ago))
    return [
        Life(part.version, person, works.days, works.place, {}, owner, no=no, steps=29)
        for part, no in zip(parts, filed.answer["cases"], strict=True)
    ]


def _version(name: str) -> ItemVersion:
    return version_of(item_named(name).versions.order_by("-number").values_list("id", flat=True)[0])
