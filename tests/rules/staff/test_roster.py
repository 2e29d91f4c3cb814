"""The roster: B takes over while A is away and loses it after; delegations hold for their span and their acts."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from yichuang.law.book import book
from yichuang.rules.officers import Officer
from yichuang.rules.permissions import STEP_ACT, CasePlace, grant_for, may, may_take
from yichuang.rules.staff.gaps import gaps
from yichuang.rules.staff.roster import Delegated, Leave, Post, Roster, stand_ins

WATER, REGION = UUID(int=100), "990100"
A, B, C, HEAD = (UUID(int=n) for n in range(1, 5))
MONDAY = date(2026, 3, 9)
LEAVE = Leave(A, MONDAY, date(2026, 3, 11))
DAYS = tuple(MONDAY + timedelta(days=n) for n in range(-2, 5))


def post(user: UUID, role: str = "reviewer", *, b: bool = False, until: date | None = None) -> Post:
    return Post(UUID(int=user.int + 50), user, role, REGION, WATER, None, date(2020, 1, 1), until, b)


def roles(roster: Roster, user: UUID, on: date) -> list[tuple[str, UUID | None]]:
    return [(grant.role, grant.acting_for) for grant in roster.grants(user, on)]


def test_it_works() -> None:
    roster = Roster((post(A), post(B, b=True)), (LEAVE,))
    had = [on for on in DAYS if roles(roster, B, on) == [("reviewer", A)]]
    assert had == [date(2026, 3, 9), date(2026, 3, 10), date(2026, 3, 11)]
    assert all(roles(roster, B, on) == [] for on in DAYS if on not in had)


def test_on_leave_one_applies_for_oneself_and_nothing_else() -> None:
    roster, place = Roster((post(A), post(B, b=True)), (LEAVE,)), CasePlace(REGION, WATER, applicant_user_id=A)
    away = Officer(A, "", roster.grants(A, MONDAY), away_until=roster.away_until(A, MONDAY))
    assert (may("case.reviewed", away, place).code, may("case.withdrawn", away, place).allowed) == ("on_leave", True)
    after = LEAVE.ends_on + timedelta(days=1)
    assert roster.away_until(A, after) is None


def test_a_keeps_his_post() -> None:
    assert roles(Roster((post(A), post(B, b=True)), (LEAVE,)), A, MONDAY) == [("reviewer", None)]


def test_who_is_named_comes_before_b() -> None:
    named = Leave(A, MONDAY, MONDAY, C)
    roster = Roster((post(A), post(B, b=True)), (named,))
    assert roles(roster, C, MONDAY) == [("reviewer", A)]
    assert roles(roster, B, MONDAY) == []


def test_b_steps_in_when_the_named_one_is_away_too() -> None:
    roster = Roster((post(A), post(B, b=True)), (Leave(A, MONDAY, MONDAY, C), Leave(C, MONDAY, MONDAY)))
    assert roles(roster, B, MONDAY) == [("reviewer", A)]


def test_b_holds_a_vacant_post() -> None:
    roster = Roster((post(A, until=date(2026, 3, 6)), post(B, b=True)))
    assert roles(roster, B, MONDAY) == [("reviewer", None)]


def test_at_the_window_only_b_stands_in_without_consent() -> None:
    clerk = post(A, "window_clerk")
    for consented, expected in ((False, ()), (True, (C,))):
        leave = Leave(A, MONDAY, MONDAY, C, consented)
        assert stand_ins(Roster((clerk,), (leave,)), clerk, MONDAY) == expected


def test_a_replacement_waits_for_consent() -> None:
    waiting = Post(UUID(int=9), B, "window_clerk", REGION, WATER, None, MONDAY, awaits_consent=True)
    assert Roster((waiting,)).grants(B, MONDAY) == ()


def test_a_delegation_is_for_its_acts_items_and_days() -> None:
    item, other = UUID(int=7), UUID(int=8)
    paper = Delegated(HEAD, A, frozenset({"case.decided"}), frozenset({item}), MONDAY, LEAVE.ends_on)
    roster = Roster((post(A), post(HEAD, "agency_head")), (), (paper,))
    for verb, of, on in product(("case.decided", "case.extension_declined"), (item, other), DAYS):
        place = CasePlace(REGION, WATER, item_id=of)
        grant = grant_for(verb, Officer(A, "", roster.grants(A, on)), place)
        lawful = verb == "case.decided" and of == item and MONDAY <= on <= LEAVE.ends_on
        assert (grant is not None) == lawful
        assert grant is None or grant.acting_for == HEAD


USERS = [UUID(int=n) for n in range(1, 7)]
ROLES = ("reviewer", "verifier", "agency_head", "window_clerk")
days = st.integers(0, 20).map(lambda n: MONDAY + timedelta(days=n))
posts = st.builds(
    lambda n, user, role, since, length, b: Post(
        UUID(int=1000 + n), user, role, REGION, WATER, None, since, since + timedelta(days=length), b
    ),
    st.integers(0, 999), st.sampled_from(USERS), st.sampled_from(ROLES), days, st.integers(0, 20), st.booleans(),
)  # fmt: skip
leaves = st.builds(
    lambda user, since, length, who, yes: Leave(user, since, since + timedelta(days=length), who, yes),
    st.sampled_from(USERS), days, st.integers(0, 5), st.none() | st.sampled_from(USERS), st.booleans(),
)  # fmt: skip
given_papers = st.builds(
    lambda giver, taker, since, length: Delegated(
        giver, taker, frozenset({"case.decided"}), frozenset(), since, since + timedelta(days=length)
    ),
    st.sampled_from(USERS), st.sampled_from(USERS), days, st.integers(0, 5),
)  # fmt: skip
rosters = st.builds(
    Roster, st.lists(posts, max_size=8).map(tuple), st.lists(leaves, max_size=6).map(tuple),
    st.lists(given_papers, max_size=3).map(tuple),
)  # fmt: skip


@given(rosters, days)
def test_nobody_acts_without_a_post_behind_it(roster: Roster, on: date) -> None:
    by_id = {(p.id, p.user_id) for p in roster.posts if p.holds(on)}
    for user in USERS:
        for grant in roster.grants(user, on):
            assert (grant.post_id, grant.acting_for or user) in by_id
            if grant.acting_for and not grant.verbs:
                assert roster.away(grant.acting_for, on)


@given(rosters, days)
def test_every_held_seat_has_somebody_there_or_is_named_as_a_gap(roster: Roster, on: date) -> None:
    missing = {gap.post.seat for gap in gaps(roster, on)}
    for seat in {p.seat for p in roster.posts if p.holds(on)}:
        there = [
            user for user in USERS if not roster.away(user, on)
            for grant in roster.grants(user, on) if not grant.verbs and (grant.role, grant.region_code) == seat[:2]
        ]  # fmt: skip
        assert bool(there) != (seat in missing)


@given(rosters, days)
def test_every_open_case_has_somebody_who_may_do_its_next_step(roster: Roster, on: date) -> None:
    norms, place = book().norms("cn", on), CasePlace(REGION, WATER)
    empty = {gap.post.role for gap in gaps(roster, on)}
    there = [Officer(user, "", roster.grants(user, on)) for user in USERS if not roster.away(user, on)]
    for state, role in zip(STEP_ACT, ("reviewer", "verifier", "agency_head"), strict=True):
        held = any(p.role == role and p.holds(on) for p in roster.posts)
        if held and role not in empty:
            assert any(may_take(state, officer, place, norms).allowed for officer in there)
