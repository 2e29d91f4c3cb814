"""A world for the matrix: two centres, three departments, every role, and a case of each state at each place.

Places: `own` and `other` lie at the water department of the first centre and belong to resident and agent, `land` at
another department of the same centre (of a company), `far` in another region.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tests.acts.city import ZONE, City, build_city
from tests.faces.matrix.works import plant, put_on_record
from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.deliver import HandOver, deliver
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.acts.intake.propose_refusal import RefusalProposal, propose_refusal
from yichuang.acts.intake.submit import Person, Submission, submit
from yichuang.acts.papers.make import make_documents
from yichuang.records.cases.drafts import Beginning, begin, keep
from yichuang.records.cases.models import Case
from yichuang.records.catalogue.models import Item, ItemVersion
from yichuang.records.certificates.models import Certificate
from yichuang.records.documents.models import Document
from yichuang.records.filestore import store
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory, forget
from yichuang.records.org.models import Centre, Department, Posting, Region, User, Window
from yichuang.rules.check_characters import person_check

TODAY = date(2026, 3, 6)
NOW = datetime(2026, 3, 6, 10, tzinfo=ZONE)
DAY = date(2026, 3, 5)
STATES = ("received", "correcting", "proposed", "reviewing", "deciding", "decided", "issued", "closed")
FORM = {
    "type": "object",
    "properties": {"purpose": {"enum": ["生活用水", "生产用水"], "title": "用途"}, "amount": {"type": "number"}},
    "required": ["purpose", "amount"],
}

# Everybody of the matrix: role and place; "" is nobody's post.
ROLES: dict[str, tuple[str, str]] = {
    "anonymous": ("", ""),
    "resident": ("", ""),
    "agent": ("", ""),
    "company": ("", ""),
    "clerk": ("window_clerk", "window"),
    "clerk_far": ("window_clerk", "window_far"),
    "chief": ("chief_representative", "water"),
    "reviewer": ("reviewer", "water"),
    "reviewer_land": ("reviewer", "land"),
    "verifier": ("verifier", "water"),
    "leader": ("deputy_head", "water"),
    "leader_land": ("deputy_head", "land"),
    "head": ("agency_head", "water"),
    "supervisor": ("supervisor", "centre"),
    "manager": ("centre_manager", "centre"),
    "auditor": ("auditor", "centre"),
    "admin": ("system_admin", "centre"),
    "legal": ("legal_officer", "centre"),
    "archivist": ("archivist", "centre"),
}
_HELPERS = {
    "verifier_land": ("verifier", "land"), "head_land": ("agency_head", "land"), "reviewer_far": ("reviewer", "far"),
    "verifier_far": ("verifier", "far"), "head_far": ("agency_head", "far"), "stranger": ("", ""),
}  # fmt: skip
OWNERS = {"own": "resident", "other": "agent", "land": "company", "far": "stranger"}
_DESK = {"own": "", "other": "", "land": "", "far": "_far"}
_OFFICE = {"own": "", "other": "", "land": "_land", "far": "_far"}


@dataclass
class World:
    """What the walk holds on to: people, cases by place and state, and what hangs on them."""

    people: dict[str, User]
    cases: dict[tuple[str, str], Case] = field(default_factory=dict)
    drafts: dict[str, UUID] = field(default_factory=dict)
    papers: dict[tuple[str, str], UUID] = field(default_factory=dict)
    digest: str = ""
    certificate: str = ""
    certificates: dict[str, UUID] = field(default_factory=dict)

    def ctx(self, who: str, day: date = DAY) -> Context:
        """The circumstances of an act."""
        at = datetime(day.year, day.month, day.day, 10, tzinfo=ZONE)
        place = directory()
        return Context(place.officer(self.people[who].id, day), at, place, new_id().hex)


def build_world() -> World:
    """Put the world into the database."""
    city = build_city()
    places = _places(city)
    people = dict(city.people)
    for name, (role, place) in (ROLES | _HELPERS).items():
        if name == "anonymous":
            continue
        if name not in people:
            people[name] = User.objects.create(username=name, display_name=name)
        if role and not people[name].postings.exists():
            _post(people[name], role, places[place])
    forget()
    world = World(people)
    versions = _versions(city, places)
    forget()
    world.digest = store().put(b"%PDF-1.4 sample").digest
    for number, place in enumerate(OWNERS, 1):
        for state in STATES:
            _case(world, versions[place], place, state, number)
    _drafts(world, versions)
    _works(world)
    world.papers = {where: _paper(case) for where, case in world.cases.items()}
    world.certificate = Certificate.objects.filter(region_code="990100").order_by("id")[0].verify_token
    for place in OWNERS:
        case = world.cases[place, "closed"]
        found = Certificate.objects.filter(region_code=case.region_code, case_id=case.id).first()
        world.certificates[place] = found.id if found else new_id()
    return world


def _works(world: World) -> None:
    """A project and a run of a bundle for each owner."""
    closed = {place: world.cases[place, "closed"] for place in OWNERS}
    bundle = plant(closed, world.people["agent"])
    forget()
    for place, owner in OWNERS.items():
        put_on_record(place, closed[place], world.people[owner], bundle, world.ctx(owner))


def _places(city: City) -> dict[str, Any]:
    """Centre, department and window of every place."""
    land = Department.objects.create(
        centre=city.centre, slug="land", name="嘉宁市自然资源局", short_name="市自然资源局", document_word="嘉自然",
        review_authority="嘉宁市人民政府", court="嘉宁市安岭区人民法院",
    )  # fmt: skip
    region = Region.objects.create(code="990200", name="东屏县", level=4)
    far = Centre.objects.create(region=region, name="东屏县政务服务中心", prefix="DP", profile="cn")
    water_far = Department.objects.create(
        centre=far, slug="water", name="东屏县水利局", short_name="县水利局", document_word="东水",
        review_authority="东屏县人民政府", court="东屏县人民法院",
    )  # fmt: skip
    window_far = Window.objects.create(centre=far, no="B01", name="综合受理")
    return {
        "window": (city.centre, None, city.window), "window_far": (far, None, window_far),
        "water": (city.centre, city.department, None), "land": (city.centre, land, None),
        "far": (far, water_far, None), "centre": (city.centre, None, None),
    }  # fmt: skip


def _post(user: User, role: str, place: tuple[Any, Any, Any]) -> None:
    centre, department, window = place
    Posting.objects.create(
        user=user, role=role, centre=centre, department=department, window=window, starts_on=date(2020, 1, 1)
    )


def _versions(city: City, places: dict[str, Any]) -> dict[str, ItemVersion]:
    """The promised item, with a form, at each department."""
    city.promised.form_schema = FORM
    city.promised.materials = [{**city.promised.materials[0], "blank_form": True}, city.promised.materials[1]]
    city.promised.save()
    found = {"own": city.promised, "other": city.promised}
    for place in ("land", "far"):
        centre, department, _ = places[place]
        item = Item.objects.create(
            centre=centre, department=department, code=f"TEST{place}", name="临时用地审批", power_kind="01", level=3,
            status="open",
        )  # fmt: skip
        kept = {f.attname: getattr(city.promised, f.attname) for f in ItemVersion._meta.concrete_fields}
        found[place] = ItemVersion.objects.create(**(kept | {"id": new_id(), "item_id": item.id}))
    return found


def _person(number: int) -> Person:
    body = f"3503001985111{number:04d}"
    return Person("person", f"申请人{number}", "id", body + person_check(body), "13800002207", "嘉宁市安岭区")


def _case(world: World, version: ItemVersion, place: str, state: str, number: int) -> None:
    """A case of a state at a place, by lawful acts."""
    owner, desk, office = OWNERS[place], f"clerk{_DESK[place]}", _OFFICE[place]
    file = {"digest": world.digest, "name": "图.pdf", "media_type": "application/pdf", "size": 15}
    wish = Submission(
        version, _person(number), {"purpose": "生活用水", "amount": 12}, {"map": {"files": [file]}}, "online",
        user_id=world.people[owner].id,
    )  # fmt: skip
    no = submit(wish, world.ctx(owner)).no
    on, by = On(no), world.ctx(desk)
    if state == "correcting":
        notify_correction(CorrectionNotice(on, {"map": "缺少比例尺"}, date(2026, 3, 19)), by)
    elif state == "proposed":
        propose_refusal(RefusalProposal(on, "不属于本机关职权范围"), by)
    elif state != "received":
        accept(Acceptance(on), by)
        route(Routing(on), world.ctx(desk))
        _onward(world, on, state, desk, office)
    case = Case.objects.get(region_code="990200" if place == "far" else "990100", no=no)
    make_documents(case.region_code, no, world.ctx(desk))
    case.refresh_from_db()
    world.cases[place, state] = case


def _onward(world: World, on: On, state: str, desk: str, office: str) -> None:
    if state == "reviewing":
        return
    review(Review(on, True, "符合条件。"), world.ctx(f"reviewer{office}"))
    verify(Verification(on, True, "同意。"), world.ctx(f"verifier{office}"))
    if state == "deciding":
        return
    decide(Decision(on, True, "", "《水法》第七条"), world.ctx(f"head{office}"))
    if state == "decided":
        return
    issue(Issue(on), world.ctx(desk))
    if state == "closed":
        deliver(HandOver(on, "申请人"), world.ctx(desk))


def _drafts(world: World, versions: dict[str, ItemVersion]) -> None:
    for place, owner in OWNERS.items():
        told = {"behalf": "self", "person_name": owner}
        draft = begin(Beginning(versions[place], "", told, "online"), world.people[owner].id, NOW)
        file = {"digest": world.digest, "name": "图.pdf", "media_type": "application/pdf", "size": 15}
        keep(draft, NOW, materials={"map": [file]})
        world.drafts[place] = draft.id


def _paper(case: Case) -> UUID:
    papers = Document.objects.filter(region_code=case.region_code, case_id=case.id, public=True)
    return papers.order_by("drawn_at", "id")[0].id
