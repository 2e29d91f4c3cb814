"""嘉宁市: regions, centre, departments, windows and staff of the demonstration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from yichuang.faces.terminal.demo.data import read
from yichuang.records.org.models import Centre, Department, Posting, Region, Role, User, Window
from yichuang.rules.check_characters import organisation_check, uscc_check

Row = Mapping[str, Any]
_SINCE = timedelta(days=400)  # everybody has held the post for longer than the demonstration's cases run


@transaction.atomic
def build_organisation(at: datetime) -> Centre:
    """Put the demo city into an empty database and return its centre. Nobody has a password."""
    city = read("city")
    regions = _regions(city["regions"])
    centre = _saved(Centre(**{**city["centre"], "region": regions[city["centre"]["region"]]}))
    departments = {row["slug"]: _department(row, centre, city) for row in city["departments"]}
    windows = _windows(city["windows"], centre, departments)
    since = at.date() - _SINCE
    for login, name, posts in _people(city):
        user = _user(login, name)
        for post in posts:
            place = {
                "department": departments.get(post.get("department")),
                "window": windows.get(post.get("window")),
            }
            _saved(Posting(user=user, role=post["role"], centre=centre, starts_on=since, **place))
    return centre


def department_uscc(body: str, region: str, serial: int) -> str:
    """Return a well-formed unified social credit code (统一社会信用代码) of a fictional body."""
    organisation = f"MB99{serial:04d}"
    first = f"{body}{region}{organisation}{organisation_check(organisation)}"
    return first + uscc_check(first)


def _saved(row: Any) -> Any:
    row.save()
    return row


def _regions(rows: list[Row]) -> dict[str, Region]:
    made: dict[str, Region] = {}
    for row in rows:
        parent = made.get(row.get("parent", ""))
        made[row["code"]] = _saved(Region(code=row["code"], name=row["name"], level=row["level"], parent=parent))
    return made


def _department(row: Row, centre: Centre, city: Row) -> Department:
    remedy = city["remedies"][row["of"]]
    return _saved(
        Department(
            centre=centre,
            slug=row["slug"],
            name=row["name"],
            short_name=row["short_name"],
            document_word=row["document_word"],
            uscc=department_uscc(row.get("body", "11"), centre.region.code, row["serial"]),
            review_authority=remedy["review"],
            court=remedy["court"],
            phone=f"0000-21100{row['serial']:02d}",
            supervision_phone=f"0000-21101{row['serial']:02d}",
        )
    )


def _windows(rows: list[Row], centre: Centre, departments: Mapping[str, Department]) -> dict[str, Window]:
    made: dict[str, Window] = {}
    for row in rows:
        every = row.get("all", False)
        served = departments.values() if every else [departments[slug] for slug in row["departments"]]
        for number in range(row["from"], row["to"] + 1):
            no = f"{row['area']}{number:02d}"
            made[no] = _saved(Window(centre=centre, no=no, name=row["name"], comprehensive=every))
            made[no].departments.set(served)
    return made


def _user(login: str, name: str) -> User:
    user = User(username=login, display_name=name)
    user.set_unusable_password()
    return _saved(user)


def _people(city: Row) -> Iterator[tuple[str, str, list[Row]]]:
    """Yield login, name and posts of everybody."""
    for row in city["roles"]:
        yield row["login"], row["name"], row.get("posts", [])
    for row in city["clerks"]:
        yield row["login"], row["name"], [{"role": Role.WINDOW_CLERK, "window": row["window"]}]
    for row in city["centre_staff"]:
        yield row["login"], row["name"], [{"role": row["role"]}]
    for slug, posts in city["staff"].items():
        for role, names in posts.items():
            for number, name in enumerate(names, 1):
                held = [role, Role.MAIN_HEAD] if role == Role.AGENCY_HEAD else [role]
                yield (
                    f"{slug}-{role.replace('_', '-')}-{number}",
                    name,
                    [{"role": one, "department": slug} for one in held],
                )


def service_since(at: datetime) -> date:
    """Return the day from which the demo's item versions hold: well before its oldest case."""
    return (at.date() - timedelta(days=180)).replace(day=1)
