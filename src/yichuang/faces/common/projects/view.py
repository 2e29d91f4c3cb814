"""投资项目 on a page: stages as milestones, cases and items of each, what was done together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from yichuang.acts.projects.frame import lead_words, nature_words, stage_words
from yichuang.faces.common.casework.timing import row_light
from yichuang.faces.common.clock import ZONE
from yichuang.faces.common.dates import short_day
from yichuang.faces.common.projects.waiting import Wait, waits
from yichuang.law.book import book
from yichuang.records.cases.models import CaseOutcome, CaseState
from yichuang.records.catalogue.levels import begins_online
from yichuang.records.catalogue.models import ItemStatus
from yichuang.records.projects.access import ProjectFile
from yichuang.records.projects.models import Cooperation, ProjectStage
from yichuang.records.projects.queries import StageOffer, cases_by_id, centre_offers, of_stage
from yichuang.rules.projects.agents import is_late
from yichuang.rules.projects.stages import current


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case of a stage."""

    no: str
    item: str
    department: str
    leads: bool
    light: str
    words: str
    acting: str = ""  # 由何静代办
    by_agent: bool = False  # by the agent who looks


@dataclass(frozen=True, slots=True)
class OfferLine:
    """One item of a stage: whether it can be applied for on line, and is not applied for yet."""

    offer: StageOffer
    ready: bool
    begun: bool

    @property
    def materials(self) -> list[str]:
        """Return what has to be handed in."""
        version = self.offer.version
        return [row["name"] for row in version.materials if not row.get("share_exempt")] if version else []


@dataclass(frozen=True, slots=True)
class ShareLine:
    """One note, request or share of joint work; late where the answer is missing or came after its day."""

    row: Cooperation
    late: bool


@dataclass(frozen=True, slots=True)
class StageCard:
    """One stage: where it stands (ok, now, ""), who leads by which norm, what is in it."""

    row: ProjectStage
    name: str
    css: str
    note: str
    lead_word: str
    basis: str
    cases: list[CaseLine]
    offers: list[OfferLine]
    shares: list[ShareLine]


@dataclass(frozen=True, slots=True)
class ProjectView:
    """All that a page needs."""

    found: ProjectFile
    nature: str
    stages: list[StageCard]
    waits: list[Wait]

    @property
    def milestones(self) -> list[dict[str, str]]:
        """Return the stages as points on the way."""
        return [{"name": card.name, "note": card.note, "css": card.css} for card in self.stages]

    @property
    def css(self) -> str:
        """Return the colour of the whole: finished, late, or waiting."""
        if self.found.row.finished_on:
            return "done"
        lights = {wait.light for wait in self.waits}
        return "red" if "red" in lights else "warn" if "yellow" in lights else ""

    @property
    def now(self) -> list[StageCard]:
        """Return the stages that run now."""
        return [card for card in self.stages if card.css == "now"]


def view_of(found: ProjectFile, request: HttpRequest) -> ProjectView:
    """Return a project as it is shown. Three queries."""
    return views_of([found], request)[0]


def views_of(files: Sequence[ProjectFile], request: HttpRequest) -> list[ProjectView]:
    """Return projects as they are shown, in their order. Three queries for each region among them."""
    cases: dict[UUID, Any] = {}
    offers: dict[str, list[StageOffer]] = {}
    for code in {found.row.region_code for found in files}:
        links = [link.case_id for found in files if found.row.region_code == code for link in found.links]
        cases |= cases_by_id(code, links)
        offers[code] = centre_offers(request.directory.centres[code].id, request.today)
    return [_view(found, cases, offers[found.row.region_code], request) for found in files]


def _view(
    found: ProjectFile, cases: Mapping[UUID, Any], offers: Sequence[StageOffer], request: HttpRequest
) -> ProjectView:
    cards = [_card(stage, found, cases, offers, request) for stage in found.stages]
    return ProjectView(
        found, nature_words(found.row.nature), cards, waits(found, cases, request.directory, request.today)
    )


def _card(
    stage: ProjectStage,
    found: ProjectFile,
    cases: Mapping[UUID, Any],
    offers: Sequence[StageOffer],
    request: HttpRequest,
) -> StageCard:
    links = [(link, cases[link.case_id]) for link in found.links_of(stage.key) if link.case_id in cases]
    begun = {case.item_id for _, case in links if case.outcome in ("", CaseOutcome.GRANTED)}
    open_to = of_stage(offers, stage.key, found.row.nature) if not stage.finished_on else []
    css = "ok" if stage.finished_on else "now" if stage.key in current(found.standing) else ""
    note = short_day(stage.finished_on, request.today) if stage.finished_on else stage.department.short_name
    return StageCard(
        stage, stage_words(stage.key), css, note, lead_words(stage.lead), book().cite(stage.basis),
        [_line(link.leads, case, request) for link, case in links],
        [_offer(offer, begun) for offer in open_to],
        [_share(row, request.today) for row in found.cooperation if row.stage == stage.key],
    )  # fmt: skip


def _line(leads: bool, case: Any, request: HttpRequest) -> CaseLine:
    words = CaseOutcome(case.outcome).label if case.outcome else CaseState(case.state).label
    light = "no" if case.outcome and case.outcome != CaseOutcome.GRANTED else row_light(case, request.today)
    department = request.directory.departments[case.department_id].short_name
    agent = case.agent if "user_id" in case.agent else {}
    mine = agent.get("user_id") == str(request.officer.user_id)
    acting = f"由{agent['name']}代办" if agent else ""
    return CaseLine(case.no, case.item.name, department, leads, str(light), str(words), acting, mine)


def _offer(offer: StageOffer, begun: set[UUID]) -> OfferLine:
    item = offer.row.item
    ready = item.status == ItemStatus.OPEN and offer.version is not None and begins_online(offer.version)
    return OfferLine(offer, ready, item.id in begun)


def _share(row: Cooperation, today: date) -> ShareLine:
    answered = row.answered_at.astimezone(ZONE).date() if row.answered_at else None
    return ShareLine(row, row.department_id is not None and is_late(row.due_on, answered, today))
