"""The cases of the demonstration: every light, stage and outcome at least three times, relative to today."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle
from uuid import UUID

from yichuang.acts.intake.submit import Person
from yichuang.acts.sweep import sweep
from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.life import Life
from yichuang.faces.terminal.demo.people import citizen, company
from yichuang.records.catalogue.models import CaseKind, Item, ItemStatus, ItemVersion
from yichuang.records.catalogue.options import is_filing
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import Directory

TIMES = 3
HOME = "990100"  # the other regions have their own small sets of cases
Play = Callable[[Life, int], object]  # p: the promised working days of the item


def _red(p: int) -> int:
    return p + 2


PROMISED: tuple[Play, ...] = (
    lambda c, p: c.submitted(0),
    lambda c, p: c.submitted(1).looked_at(0),
    lambda c, p: c.submitted(4),
    lambda c, p: c.submitted(2, "window").slip(2),
    lambda c, p: c.submitted(1).refusal_proposed(0),
    lambda c, p: c.submitted(2).to_correct(1),
    lambda c, p: c.submitted(6).to_correct(5).supplemented(1),
    lambda c, p: c.submitted(8),  # silence: the sweep records it as accepted
    lambda c, p: c.submitted(1).accepted(0),
    lambda c, p: c.submitted(p - 1).accepted(p - 1),
    lambda c, p: c.submitted(_red(p)).accepted(_red(p)),
    lambda c, p: c.submitted(2).accepted(1).routed(1).claimed(0),
    lambda c, p: c.submitted(1).accepted(0).routed(0),
    lambda c, p: c.submitted(p - 1).accepted(p - 1).routed(p - 2).claimed(1),
    lambda c, p: c.submitted(_red(p)).accepted(_red(p)).routed(p).claimed(p - 1),
    lambda c, p: c.submitted(4).accepted(4).routed(3).claimed(3).paused(2),
    lambda c, p: c.submitted(8).accepted(8).routed(7).claimed(7).paused(6).resumed(2),
    lambda c, p: c.submitted(p).accepted(p).routed(p - 1).claimed(p - 1).extended(1),
    lambda c, p: c.submitted(2).accepted(2).routed(1).reviewed(0),
    lambda c, p: c.submitted(p - 1).accepted(p - 1).routed(p - 2).reviewed(0),
    lambda c, p: c.submitted(_red(p)).accepted(_red(p)).routed(p).reviewed(1),
    lambda c, p: c.submitted(2).accepted(2).routed(1).reviewed(0).verified(0),
    lambda c, p: c.submitted(p - 1).accepted(p - 1).routed(p - 2).reviewed(1).verified(0),
    lambda c, p: c.submitted(_red(p)).accepted(_red(p)).routed(p).reviewed(2).verified(1),
    lambda c, p: c.submitted(3).accepted(3).routed(2).reviewed(2).verified(1).paused(1),
    lambda c, p: c.submitted(4).handled(4, 3),
    lambda c, p: c.submitted(5).handled(5, 3, grant=False),
    lambda c, p: c.submitted(6).handled(6, 4).issued(1),
    lambda c, p: c.submitted(14).handled(14, 4).issued(8).delivered(7).rated(6, 5),
    lambda c, p: c.submitted(20).handled(20, 4).issued(14).delivered(12).rated(11, 4),
    lambda c, p: c.submitted(26).handled(26, 4).issued(20).delivered(18).rated(17, 2),
    lambda c, p: c.submitted(30).to_correct(29).supplemented(26).handled(25, 4).issued(20).delivered(19).rated(18, 5),
    lambda c, p: c.submitted(18).handled(18, 4, grant=False).delivered(12),
    lambda c, p: c.submitted(9).not_needed(8),
    lambda c, p: c.submitted(10).refusal_proposed(9).refused(8),
    lambda c, p: c.submitted(11).accepted(11).routed(10).withdrawn(9),
)
INSTANT: tuple[Play, ...] = (
    lambda c, p: c.submitted(0),
    lambda c, p: c.submitted(0, "window").accepted(0),
    lambda c, p: c.submitted(1, "window").accepted(1).decided(1),
    lambda c, p: c.submitted(1, "window").accepted(1).decided(1).issued(0),
    lambda c, p: c.submitted(3).accepted(3).decided(3).issued(3).delivered(2).rated(2, 5),
    lambda c, p: c.submitted(6, "window").accepted(6).decided(6).issued(6).delivered(6),
    lambda c, p: c.submitted(12).accepted(12).decided(12).issued(12).delivered(11).rated(10, 4),
    lambda c, p: c.submitted(5, "window").not_needed(5),
)


@dataclass(frozen=True, slots=True)
class Owners:
    """The log-ins that own online applications."""

    resident: UUID
    company: UUID
    agent: UUID


def build_cases(now: datetime, place: Directory, owners: Owners) -> int:
    """Play every scenario TIMES times over the open items, then let the sweep record what silence did."""
    count = 0
    for number, (version, play) in enumerate(_programme(), 1):
        days = Days(now, place.calendar(place.profile(version.item.department_id)), served=number)
        for_person = version.item.for_person and (not version.item.for_organisation or number % 2 == 0)
        owner = (owners.resident if number % 4 else owners.agent) if for_person else owners.company
        person = _applicant(owner, owners, number)
        filled = answers(version, person, days.today)
        play(Life(version, person, days, place, filled, owner), version.promised_number or 1)
        count += 1
    sweep(now)
    return count


def _applicant(owner: UUID, owners: Owners, number: int) -> Person:
    """Return who applies: residents mostly for themselves, the agent for others, the company for itself."""
    if owner == owners.company:
        return company(0)
    return citizen(0) if owner == owners.resident and number % 3 else citizen(1 + number % 39)


def _programme() -> Iterator[tuple[ItemVersion, Play]]:
    """Yield which item plays which scenario; promised items need room for all lights."""
    open_items = Item.objects.filter(status=ItemStatus.OPEN, region_code=HOME).order_by("code")
    versions = [version_of(item.versions.order_by("-number").values_list("id", flat=True)[0]) for item in open_items]
    promised = [v for v in versions if v.kind == CaseKind.PROMISED and (v.promised_number or 0) >= 5]
    instant = [v for v in versions if v.kind == CaseKind.INSTANT and not is_filing(v)]
    for kinds, plays in ((promised, PROMISED), (instant, INSTANT)):
        turn = cycle(kinds)
        for round_number in range(TIMES):
            for play in plays:
                yield next(turn), play
            if (len(plays) + round_number) % len(kinds) == round_number % len(kinds):
                next(turn)  # else every round would give the same item the same life
