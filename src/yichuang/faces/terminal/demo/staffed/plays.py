"""What the staff room of the demonstration shows: everything that counts went through acts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from yichuang.acts.context import Context
from yichuang.acts.staffing.leave.ask import LeaveWish, ask_leave
from yichuang.acts.staffing.people.keep_file import FileWish, keep_file
from yichuang.acts.staffing.people.note_contact import ContactNote, note_contact
from yichuang.acts.staffing.people.patrol import PatrolWish, patrol
from yichuang.acts.staffing.people.plan_rotation import RotationPlan, plan_rotation
from yichuang.acts.staffing.sheets.drafting import Wanted
from yichuang.acts.staffing.sheets.publish_form import FormWish, publish_form
from yichuang.acts.staffing.sheets.sign import SheetWish, sign_sheet
from yichuang.acts.staffing.units.enter import Affiliated, Entering, enter
from yichuang.acts.staffing.units.note_visit import VisitNote, note_visit
from yichuang.acts.staffing.units.order import CorrectionOrder, order_correction
from yichuang.faces.terminal.demo.staffed.points import build_points
from yichuang.faces.terminal.demo.staffed.terms import appraise_all, renew
from yichuang.records.ids import new_id
from yichuang.records.org.directory import Directory, directory
from yichuang.records.org.models import Department, User
from yichuang.records.staffing.attendance import window_posts
from yichuang.records.staffing.models import Attendance
from yichuang.rules.staff.roster import Leave
from yichuang.rules.staff.scoring import ItemOf

_HOME, _ZONE = "990100", ZoneInfo("Asia/Shanghai")
_TWO_MONTHS = 61  # days of attendance where the year is younger
_IN_THE_HALL = (
    "anling-civil-affairs", "anling-transport", "anling-urban-management", "emergency", "human-resources", "maritime",
)  # fmt: skip
_PERSON = (
    ItemOf("late", "按时到岗", 15, "late", 2), ItemOf("early", "不早退", 10, "early", 2),
    ItemOf("absent", "出勤", 15, "absent", 5), ItemOf("patrol", "在岗和仪表", 20, "patrol", 5),
    ItemOf("rating", "群众评价", 20, "bad_rating", 5), ItemOf("skill", "业务能力", 20, "manual"),
)  # fmt: skip
_WINDOW = (
    ItemOf("late", "考勤", 20, "late", 1), ItemOf("card", "黄牌、红牌", 30, "card", 10),
    ItemOf("urging", "催办", 10, "urging", 2), ItemOf("rating", "群众评价", 20, "bad_rating", 5),
    ItemOf("order", "窗口管理", 20, "manual"),
)  # fmt: skip


def build_earlier(now: datetime) -> list[UUID]:
    """Let files and forms be there and the sheets of the month before last signed; return the postings that ended.

    It comes before anything else in the staff's book: nobody writes there after what came later.
    """
    today = now.astimezone(_ZONE).date()
    ended, place = renew(_HOME, today), directory()
    point = build_points(place, today)
    place = directory()
    _attend(place, today)
    clerk, chief = _id("clerk"), _id("chief")
    window = next(post.window_id for post in window_posts(place, _HOME, today) if post.user_id == clerk)
    before = today.replace(day=1) - timedelta(days=1)
    then = _By(now - (today - before.replace(day=10)), place)
    then("manager", keep_file, _file(clerk, today, date(1994, 5, 2), point=point, badge_no="0103"))
    then("manager", keep_file, _file(chief, today, date(1978, 8, 16), heads=True, badge_no="0101"))
    for number, user in enumerate(_others(place, today, {clerk, chief})[:3]):
        then("manager", keep_file, _file(user, today, date(1986 + number, 3, 9), employment="institution"))
    _assess(then, clerk, window, before)
    return ended


def build_staffed(now: datetime, ended: list[UUID]) -> None:
    """Let the room be as it is on an ordinary day: somebody late, a leave that waits, a sheet that may be appealed."""
    today, place = now.astimezone(_ZONE).date(), directory()
    by, clerk = _By(now, place), _id("clerk")
    window = next(post.window_id for post in window_posts(place, _HOME, today) if post.user_id == clerk)
    before = today.replace(day=1) - timedelta(days=1)
    appraise_all(by, _HOME, ended)
    by("manager", plan_rotation, RotationPlan(_HOME, clerk, False, today + timedelta(days=30),
                                            today + timedelta(days=120), "市水务局行政审批科"))  # fmt: skip
    _ask(by, clerk, today)
    by("supervisor", patrol, PatrolWish(_HOME, "dress", window, clerk, "没有佩戴工作牌，当场改正"))
    by("supervisor", patrol, PatrolWish(_HOME, "good", window, None, "两人在岗，秩序良好"))
    _sign(by, clerk, window, before, 18)
    _units(by, today)
    by("reviewer", note_contact, ContactNote(_HOME, _id("reviewer"), today, "申请人当面送补正图纸"))


class _By:
    """Do an act as somebody of the demonstration."""

    def __init__(self, now: datetime, place: Directory) -> None:
        self._now, self._place = now, place

    def __call__(self, login: str, act: Callable[[Any, Context], Any], wish: Any) -> Any:
        officer = self._place.officer(_id(login), self._now.astimezone(_ZONE).date())
        return act(wish, Context(officer, self._now, self._place, new_id().hex))


def _id(login: str) -> UUID:
    return User.objects.get(username=login).id


def _others(place: Directory, today: date, known: set[UUID]) -> list[UUID]:
    return [post.user_id for post in window_posts(place, _HOME, today) if post.user_id not in known]


def _file(user: UUID, today: date, born: date, **more: Any) -> FileWish:
    told = {"employment": "civil_servant", "home_unit": "嘉宁市水务局", "entered_on": today - timedelta(days=400)}
    heads, point = more.pop("heads", False), more.pop("point", None)
    work = date(born.year + 23, 7, 1)
    return FileWish(_HOME, user, born_on=born, work_since=work, heads_section=heads, point_id=point, **(told | more))


def _attend(place: Directory, today: date) -> None:
    """Put attendance down since the year began: mostly on time, now and then a little late."""
    calendar, rows = place.calendar(place.centres[_HOME].profile), []
    posts = {post.user_id for post in window_posts(place, _HOME, today) if not post.is_b}
    days = max(_TWO_MONTHS, (today - date(today.year, 1, 1)).days)
    for number, user in enumerate(sorted(posts, key=str)):
        for back in range(1, days + 1):
            on = today - timedelta(days=back)
            if calendar.is_working(on):
                late = (back + 5 * number) % 23 == 0
                came = time(9, 12) if late else time(8, 45 + (back + number) % 12)
                rows.append(_day(user, on, came))
    Attendance.objects.bulk_create(rows)


def _day(user: UUID, on: date, came: time) -> Attendance:
    return Attendance(
        id=new_id(), region_code=_HOME, user_id=user, on=on, came_at=datetime.combine(on, came, tzinfo=_ZONE),
        left_at=datetime.combine(on, time(17, 5), tzinfo=_ZONE),
    )  # fmt: skip


def _ask(by: _By, clerk: UUID, today: date) -> None:
    first = today + timedelta(days=(7 - today.weekday()))
    wish = LeaveWish(_HOME, Leave(clerk, first, first + timedelta(days=2)), "annual", "回乡探亲")
    by("clerk", ask_leave, wish)


def _assess(then: _By, clerk: UUID, window: UUID | None, before: date) -> None:
    """Publish the forms, and sign the sheets of the month before last: appeals are over, departments add up."""
    since = date(before.year, 1, 1)
    for subject, period, title, items in (
        ("person", "month", "窗口人员月度考核表", _PERSON), ("person", "year", "窗口人员年度考核表", _PERSON),
        ("window", "month", "窗口月度考核表", _WINDOW), ("window", "quarter", "窗口季度考核表", _WINDOW),
    ):  # fmt: skip
        then("manager", publish_form, FormWish(_HOME, subject, period, title, since, items))
    _sign(then, clerk, window, before.replace(day=1) - timedelta(days=1), 19)


def _sign(by: _By, clerk: UUID, window: UUID | None, month: date, points: int) -> None:
    """Sign the sheets of a month; those of last month may still be appealed."""
    by("manager", sign_sheet, SheetWish(Wanted(_HOME, "person", clerk, "month", month), {"skill": points}))
    if window is not None:
        by("manager", sign_sheet, SheetWish(Wanted(_HOME, "window", window, "month", month), {"order": 19}))


def _units(by: _By, today: date) -> None:
    """Let departments be in the hall, one of them told to correct something."""
    offices = Department.objects.filter(centre__region__code=_HOME, slug__in=_IN_THE_HALL).order_by("slug")
    water = Department.objects.get(slug="water", centre__region__code=_HOME)
    with_it = (Affiliated("市水土保持监测站", 4, "2024-03"), Affiliated("市河道管理处", 3, "2025-06"))
    by("manager", enter, Entering(_HOME, water.id, today - timedelta(days=900), with_it))
    for office in offices:
        by("manager", enter, Entering(_HOME, office.id, today - timedelta(days=600)))
    words = "巡查发现局机关仍在受理临时占用河道事项，当日收件一件，没有转送窗口。"
    by("manager", order_correction, CorrectionOrder(_HOME, water.id, "two_places", words))
    by("manager", note_visit, VisitNote(_HOME, water.id, today - timedelta(days=3), "副局长", "研究窗口授权和人员轮换"))
