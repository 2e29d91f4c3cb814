"""Living on the desk: a centre with one case, and people who do things to it on random days."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache
from typing import Any, NoReturn
from unittest.mock import patch

from django.db import connection
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.acts.city import build_city
from tests.acts.consulting.city import add_others
from tests.acts.histories import deeds, properties
from tests.acts.histories.deeds import Deed
from tests.acts.histories.desk import Desk, copied, on_the_desk
from tests.acts.joint.city import accepted_joint, add_joint
from tests.acts.lives import submitted
from tests.acts.passing.walks import empowered
from yichuang.acts.decision.withdraw import withdraw
from yichuang.acts.intake.not_needed import tell_not_needed
from yichuang.acts.intake.refuse_acceptance import refuse_acceptance
from yichuang.acts.joint import result_sheet
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Posting
from yichuang.rules.verdict import Refused

EXAMPLES = int(os.environ.get("YC_EXAMPLES", "150"))
STEPS = st.binary(min_size=96, max_size=96)  # three bytes a step: by whom, what, how many days later
GAPS = (0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 3, 9)
TEETH: dict[str, Any] = {
    "phases": [Phase.generate], "derandomize": True, "database": None, "report_multiple_bugs": False,
}  # fmt: skip
ENDS = frozenset({withdraw, tell_not_needed, refuse_acceptance})
DAYS = {"promised": date(2026, 2, 10), "joint": date(2026, 12, 1)}  # before the Spring Festival; out of the published
ALL: dict[str, tuple[Deed, ...]] = {"promised": deeds.PROMISED, "joint": deeds.JOINT}
WHO = sorted({deed.who for found in ALL.values() for deed in found})


def desk_of(profile: str, kind: str) -> Desk:
    """Build the centre and one case, and take it out of the database."""
    city = build_city(profile)
    add_others(city)
    city = add_joint(city)
    for slug, department in city.co.items():  # some places want a deputy head's signature
        who = city.people[f"{slug}_verifier"]
        Posting.objects.create(
            user=who, role="deputy_head", centre=city.centre, department=department, starts_on=date(2020, 1, 1)
        )
    forget()
    empowered(city, city.department.id, DAYS[kind])
    day = DAYS[kind]
    desk = on_the_desk(city, accepted_joint(city, day) if kind == "joint" else submitted(city, day))
    version_of(desk.case.item_version_id)
    return desk


def walk(desk: Desk, steps: bytes) -> Desk:
    """Let people do things, mostly what the state allows by whom it concerns; every eighth time anything by anybody."""
    first, day = desk.case.state, DAYS[desk.case.kind]
    for what, pick, gap in zip(steps[::3], steps[1::3], steps[2::3], strict=True):
        day += timedelta(days=GAPS[gap % 16])
        if step(desk, *chosen(desk, what, pick), day, pick):
            properties.no_clock_is_longer_than_the_profile_allows(desk)
    properties.state_is_the_fold_of_the_book(desk, first)
    properties.dates_are_what_the_walker_counts(desk)
    return desk


def step(desk: Desk, deed: Deed, who: str, day: date, pick: int) -> bool:
    """Let somebody try: what is done has its row in the table, what is refused leaves no trace."""
    case, written = desk.case, len(desk.book)
    allowed = properties.the_table_allows(deed.act.verb, case.state, kind=case.kind, paused=case.paused)
    try:
        desk.do(deed.act, deed.wish(desk, day, pick), who, day)
    except (Refused, LookupError):
        assert len(desk.book) == written
        return False
    assert allowed, f"{deed.act.verb} in {case.state}"
    return True


def chosen(desk: Desk, what: int, pick: int) -> tuple[Deed, str]:
    """Return an act and who tries it; what ends a case comes seldom, or no history would be long."""
    found, lawful = ALL[desk.case.kind], going_on(desk.case.kind, desk.case.state)
    if what % 8 == 0 or not lawful:
        deed = found[pick % len(found)]
        return deed, WHO[what // 8 % len(WHO)] if what % 16 else deed.who
    deed = lawful[pick % len(lawful)]
    return deed, WHO[pick % len(WHO)] if what % 8 == 1 else deed.who


@cache
def going_on(kind: str, state: str) -> tuple[Deed, ...]:
    """Return what the table allows in a state and does not end the case at once."""
    found = (deed for deed in ALL[kind] if deed.act not in ENDS)
    return tuple(d for d in found if properties.the_table_allows(d.act.verb, state, kind=kind, paused=False))


@contextmanager
def no_database() -> Iterator[None]:
    """Whoever asks the database here is stopped: these histories run in memory."""

    def stop(_execute: Any, sql: str, *_: Any) -> NoReturn:
        raise RuntimeError(f"asked the database: {sql[:80]}")

    with connection.execute_wrapper(stop), patch.object(result_sheet, "conclusion_sheets", lambda *_: []):
        yield  # which sheets the result sheet is made of is no matter of states and clocks


def live(desk: Desk, *, examples: int = EXAMPLES, **more: Any) -> None:
    """Live that many lives from the same beginning."""

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), **more)
    @given(steps=STEPS)
    def lives(steps: bytes) -> None:
        walk(copied(desk), steps)

    try:
        with no_database():
            lives()
    finally:
        forget()
