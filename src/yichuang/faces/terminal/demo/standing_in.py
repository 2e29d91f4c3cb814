"""Staff of the demonstration who are away, stand in, sign by delegation, and what windows were granted."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.intake.submit import Submission, submit
from yichuang.acts.passing.hand_over import CaseHandOver, hand_over
from yichuang.acts.passing.proxy import with_attorney
from yichuang.acts.staffing.delegate import DelegationPaper, delegate
from yichuang.acts.staffing.grant_powers import PowersGrant, grant_powers
from yichuang.acts.staffing.note_absence import AbsenceNote, note_absence
from yichuang.faces.terminal.demo.answers import answers, sample_scan
from yichuang.faces.terminal.demo.people import citizen
from yichuang.faces.terminal.demo.staffed.plays import build_earlier, build_staffed
from yichuang.records.cases.held import cases_held_by
from yichuang.records.cases.models import CaseState
from yichuang.records.catalogue.models import Item, ItemStatus
from yichuang.records.catalogue.versions import version_of
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory, forget
from yichuang.records.org.models import Department, Posting, Role, User
from yichuang.rules.staff.roster import Delegated, Leave

_ZONE = ZoneInfo("Asia/Shanghai")
_HOME = "990100"
_POWERS = frozenset({"acceptance", "instant_approval", "coordination", "delivery"})


def build_standing_in(now: datetime) -> None:
    """Let one reviewer be away with a B post, another with a named stand-in, and a deputy delegate his signature."""
    today = now.astimezone(_ZONE).date()
    _b_post("water", Role.VERIFIER, "water-reviewer-1")
    _b_post("emergency", Role.VERIFIER, "emergency-reviewer-1")
    forget()
    ended = build_earlier(now)
    _hand_some_over(now)
    week = today + timedelta(days=4)
    away = Leave(_id("water-reviewer-1"), today, week, _id("reviewer"))
    note_absence(AbsenceNote(away, "年休假"), _ctx("water-reviewer-1", now))
    forget()
    trained = Leave(_id("emergency-verifier-1"), today, today + timedelta(days=2))
    note_absence(AbsenceNote(trained, "外出培训"), _ctx("emergency-verifier-1", now))
    forget()
    verbs = frozenset({"case.decided", "case.extended"})
    paper = Delegated(_id("leader"), _id("water-verifier-1"), verbs, frozenset(), today, today + timedelta(days=9))
    delegate(DelegationPaper(paper, "嘉水办〔2026〕18号授权书", paper.starts_on), _ctx("leader", now))
    forget()
    water = Department.objects.get(slug="water", centre__region__code=_HOME)
    _apply_by_proxy(now)
    grant_powers(PowersGrant(water.id, _POWERS, "嘉水授〔2026〕1号", today), _ctx("water-agency-head-1", now))
    forget()
    build_staffed(now, ended)


def _apply_by_proxy(now: datetime) -> None:
    """Let the agent apply for somebody with a power of attorney that names what he may do."""
    today, place, user = now.astimezone(_ZONE).date(), directory(), _id("agent")
    items = Item.objects.filter(status=ItemStatus.OPEN, region_code=_HOME, for_person=True).order_by("code")
    version = version_of(items[0].versions.order_by("-number").values_list("id", flat=True)[0])
    papers = with_attorney(version.materials)
    wish = Submission(
        version, citizen(0), answers(version, citizen(0), today),
        {slot["key"]: {"name": slot["name"], "files": [sample_scan(slot["name"])]} for slot in papers},
        situation=version.situations[0]["code"] if version.situations else "",
        agent={
            "name": "何静", "relation": "申请人的代理人（申请人是其其他亲属）", "identity_no": citizen(11).identity_no,
            "scope": ["submit", "supplement"], "ends_on": (today + timedelta(days=60)).isoformat(),
        },
        user_id=user,
    )  # fmt: skip
    submit(wish, Context(place.officer(user, today), now - timedelta(minutes=20), place, new_id().hex))


def _hand_some_over(now: datetime) -> None:
    """Let one reviewer hand two cases over to the other, whose stand-in then has them."""
    place = directory()
    officer = place.officer(_id("reviewer"), now.astimezone(_ZONE).date())
    held = cases_held_by(_id("reviewer"), _HOME)
    for case in [case for case in held if case.state == CaseState.REVIEWING][-2:]:
        wish = CaseHandOver(On(case.no), _id("water-reviewer-1"), "片区调整，由分管片区的审查人办理")
        hand_over(wish, Context(officer, now, place, new_id().hex))


def _b_post(slug: str, role: Role, login: str) -> None:
    beside = Posting.objects.filter(role=role, department__slug=slug).order_by("starts_on")[0]
    Posting(
        user_id=_id(login), role=role, centre=beside.centre, department=beside.department, starts_on=beside.starts_on,
        is_b=True,
    ).save()  # fmt: skip


def _ctx(login: str, now: datetime) -> Context:
    place = directory()
    return Context(place.officer(_id(login), now.astimezone(_ZONE).date()), now, place, new_id().hex)


def _id(login: str) -> UUID:
    return User.objects.get(username=login).id
