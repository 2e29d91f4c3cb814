"""各地规范示例: one small centre for each local regime, so that they can be looked at side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import cycle
from typing import Any

from yichuang.acts.context import Context
from yichuang.acts.staffing.grant_powers import PowersGrant, grant_powers
from yichuang.faces.terminal.demo.answers import answers
from yichuang.faces.terminal.demo.data import guides, read
from yichuang.faces.terminal.demo.days import Days
from yichuang.faces.terminal.demo.forms import form_of
from yichuang.faces.terminal.demo.items import SERVICE, Publish, item_code, themes_of
from yichuang.faces.terminal.demo.life import Life
from yichuang.faces.terminal.demo.organisation import department_uscc, service_since
from yichuang.faces.terminal.demo.people import company
from yichuang.faces.terminal.demo.special.local_ways import build_b_post, build_local_ways
from yichuang.faces.terminal.demo.stages import split_verification
from yichuang.law.book import book
from yichuang.records.catalogue.importing.version import version_fields
from yichuang.records.catalogue.importing.words import POWER_KINDS
from yichuang.records.catalogue.models import Item, ItemStatus
from yichuang.records.catalogue.search_text import search_text
from yichuang.records.catalogue.themes import Audience
from yichuang.records.catalogue.versions import version_of
from yichuang.records.ids import new_id
from yichuang.records.org.directory import Directory, directory, forget
from yichuang.records.org.models import Centre, Department, Posting, Region, Role, User, Window

Row = Mapping[str, Any]
_SINCE = timedelta(days=400)
_HOME = ("嘉宁市安岭区", "嘉宁市", "安岭区", "嘉宁")  # places in borrowed guides, longest first


def build_regimes(at: datetime, publish: Publish) -> None:
    """Make centres, staff and items of all regimes."""
    for number, row in enumerate(read("regimes")["regimes"]):
        department = _organisation(row, number, at)
        guide = guide_of(row)
        item = item_for(row, guide, department)
        item.save()
        publish(item, {"number": 1, "effective_on": service_since(at), **fields_of(row, guide, department)})
    build_b_post()


def build_regime_cases(now: datetime, place: Directory) -> int:
    """Let each regime have cases at the window, under review, paused and finished."""
    count = 0
    for row, play in zip(cycle(read("regimes")["regimes"]), _plays(), strict=False):
        item = Item.objects.get(region_code=row["code"])
        version = version_of(item.versions.order_by("-number").values_list("id", flat=True)[0])
        days = Days(now, place.calendar(place.profile(item.department_id)), served=count)
        person = company(1 + count % 8)
        play(Life(version, person, days, place, answers(version, person, days.today)))
        count += 1
    return count + build_local_ways(now, place, served=count)


def _plays() -> Iterator[Any]:
    """Yield lives; each kind once for every regime."""
    kinds = (
        lambda c: c.submitted(1, "window"),
        lambda c: c.submitted(3, "window").accepted(3).routed(2).claimed(1),
        lambda c: c.submitted(16, "window").handled(16, 3).issued(11).delivered(10),
    )
    for kind in kinds:
        for _ in read("regimes")["regimes"]:
            yield kind


def _organisation(row: Row, number: int, at: datetime) -> Department:
    told = row["department"]
    region = saved(Region(code=row["code"], name=row["place"], level=told["level"]))
    own = row["profile"].split(".")[-1].isalpha()  # a department's own norms: cn.990000.land
    centre = saved(
        Centre(
            region=region, name=row["name"], prefix=row["prefix"], profile="cn" if own else row["profile"],
            phone=f"0000-{row['serial']}0000", hours="周一至周五 9:00–17:00", address=f"{row['place']}示例路 1 号",
        )
    )  # fmt: skip
    department = saved(
        Department(
            centre=centre, slug=told["slug"], name=told["name"], short_name=told["short_name"],
            document_word=told["document_word"], profile=row["profile"] if own else "",
            uscc=department_uscc("11", row["code"], row["serial"]), review_authority=f"{row['place']}人民政府",
            court=f"{row['place']}示例人民法院", phone=f"0000-{row['serial']}0001",
            supervision_phone=f"0000-{row['serial']}0002",
        )
    )  # fmt: skip
    window = saved(Window(centre=centre, no="A01", name="综合窗口"))
    window.departments.set([department])
    _staff(row, number, (centre, department, window), at)
    granted(department, row["profile"], at)
    return department


def _staff(row: Row, number: int, where: tuple[Centre, Department, Window], at: datetime) -> None:
    centre, department, window = where
    for post in read("regimes")["posts"]:
        user = User(username=f"{row['prefix'].lower()}-{post['login']}", display_name=post["people"][number])
        user.set_unusable_password()
        user.save()
        places = {"clerk": {"window": window}, "manager": {}}
        place = places.get(post["login"], {"department": department})
        for role in [post["role"]] if isinstance(post["role"], str) else post["role"]:
            saved(Posting(user=user, role=role, centre=centre, starts_on=at.date() - _SINCE, **place))


def granted(department: Department, profile: str, at: datetime) -> None:
    """Grant the window what the local norm says a department grants it (窗口授权)."""
    since = at.date() - _SINCE
    norm = book().norms(profile, at.date()).get("window_powers")
    if norm is None or not isinstance(norm.value, tuple):
        return
    forget()
    place, head = directory(), Posting.objects.get(role=Role.AGENCY_HEAD, department=department).user_id
    ctx = Context(place.officer(head, since), at - _SINCE, place, new_id().hex)
    grant_powers(PowersGrant(department.id, frozenset(norm.value), "部门授权书（示例）", since), ctx)


def guide_of(row: Row) -> Row:
    """Return the borrowed guide with what is different, in the words of the place."""
    told: Row = {**guides()[row["guide"]], **row.get("change", {})}
    there: Row = moved(told, row["place"])
    return there


def moved(value: Any, place: str) -> Any:
    """Return what a borrowed guide tells, with the place's own name."""
    if isinstance(value, str):
        for home in _HOME:
            value = value.replace(home, place)
        return value
    if isinstance(value, Mapping):
        return {name: moved(inner, place) for name, inner in value.items()}
    return [moved(inner, place) for inner in value] if isinstance(value, list) else value


def item_for(row: Row, guide: Row, department: Department) -> Item:
    """Return the item of a guide, not yet saved."""
    themes = themes_of({}, guide)
    power = POWER_KINDS[guide["kind_of_power"]]
    return Item(
        centre=department.centre, department=department, name=guide["name"], power_kind=power,
        code=item_code(department, row["department"]["level"], power, row["serial"], 1),
        short_name=guide.get("short_name", ""), level=row["department"]["level"], status=ItemStatus.OPEN,
        for_person=any(key.startswith(Audience.PERSON) for key in themes),
        for_organisation=any(key.startswith(Audience.ORGANISATION) for key in themes),
        themes=themes, search_text=search_text(guide["name"], guide["search_words"]),
    )  # fmt: skip


def fields_of(row: Row, guide: Row, department: Department) -> dict[str, Any]:
    """Return the columns of the first version of an item of a regime."""
    extra = {"certificate": row["certificate"], "department": department.short_name, "form": form_of(guide)}
    fields = version_fields(guide, extra)
    fields["guide"] |= {"service": SERVICE, "sample": True}
    if "verification" in row:
        fields["stages"] = split_verification(fields["stages"], row["verification"])
        fields["guide"]["complex"] = "复杂事项：增设核准环节，环节多于三个（示例）"
    return fields


def saved(row: Any) -> Any:
    """Return the row, saved."""
    row.save()
    return row
