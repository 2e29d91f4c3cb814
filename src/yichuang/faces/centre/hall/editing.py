"""What the manager changes of a hall (大厅维护): each part a function; what is typed wrong is said in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from yichuang.faces.common.live.devices import digest, in_fours, new_code
from yichuang.records.catalogue.models import Item
from yichuang.records.hall.booking import left_without
from yichuang.records.hall.models import (
    AppointmentSlot,
    Domain,
    Hall,
    HallKind,
    HallWindow,
    Screen,
    ScreenKind,
    ServiceLine,
    WeekendShift,
)
from yichuang.records.org.models import Centre, Department, Window

_SLUG, _PREFIX = re.compile(r"[a-z][a-z0-9-]{1,39}"), re.compile(r"[A-Z]{1,2}")
_MOST_PLACES, _WEEK = 200, 7
_DROPPED = "时段已取消，已经约好的不受影响"


class Wrong(Exception):
    """Something was typed wrong, in words for who typed it."""


def new_hall(centre: Centre, told: Mapping[str, Any]) -> Hall:
    """Begin a hall. Raises Wrong."""
    slug, name, kind = _text(told, "slug"), _text(told, "name"), _text(told, "kind")
    if not _SLUG.fullmatch(slug) or Hall.objects.filter(slug=slug).exists():
        raise Wrong("网址短名用小写字母和数字，不能与别的大厅相同")
    if not name or kind not in HallKind.values:
        raise Wrong("请写名称，选种类")
    return Hall.objects.create(centre=centre, region_code=centre.region.code, slug=slug, name=name[:60], kind=kind)


def _hall(hall: Hall, told: Mapping[str, Any], _at: datetime) -> str:
    hall.name = _text(told, "name")[:60] or hall.name
    hall.address, hall.phone, hall.notice = (_text(told, name)[:120] for name in ("address", "phone", "notice"))
    hall.opens, hall.closes = _time(told, "opens"), _time(told, "closes")
    hall.voice_from, hall.voice_until = _time(told, "voice_from"), _time(told, "voice_until")
    hall.around_the_clock = "around_the_clock" in told
    walk = _text(told, "walk_minutes")
    hall.walk_minutes = _number(walk, 1, 600, "步行分钟数") if walk else None
    hall.longitude, hall.latitude = _degrees(told, "longitude", 180), _degrees(told, "latitude", 90)
    if hall.opens >= hall.closes:
        raise Wrong("关门时间要晚于开门时间")
    hall.save()
    return "大厅资料已保存"


def _line(hall: Hall, told: Any, _at: datetime) -> str:
    prefix, name, domain = _text(told, "prefix").upper(), _text(told, "name"), _text(told, "domain")
    if not _PREFIX.fullmatch(prefix) or not name or domain not in Domain.values:
        raise Wrong("队列要有一到两个大写字母、名称和办理领域")
    line = ServiceLine.objects.filter(hall=hall, prefix=prefix).first() or ServiceLine(hall=hall, prefix=prefix)
    line.name, line.note, line.domain = name[:30], _text(told, "note")[:60], domain
    line.rank = line.rank or ServiceLine.objects.filter(hall=hall).count()
    line.save()
    line.departments.set(Department.objects.filter(centre=hall.centre, slug__in=told.getlist("departments")))
    codes = _text(told, "items").replace("，", " ").replace(",", " ").split()
    items = list(Item.objects.filter(centre=hall.centre, code__in=codes))
    if len(items) != len(set(codes)):
        raise Wrong("有的事项编码本中心没有")
    line.items.set(items)
    return f"队列 {line} 已保存"


def _window(hall: Hall, told: Any, _at: datetime) -> str:
    window = Window.objects.filter(centre=hall.centre, no=_text(told, "window")).first()
    if window is None:
        raise Wrong("没有这个窗口")
    row = HallWindow.objects.filter(window=window).first() or HallWindow(hall=hall, window=window)
    if row.hall_id != hall.id:
        raise Wrong("这个窗口在别的大厅")
    row.save()
    row.lines.set(ServiceLine.objects.filter(hall=hall, prefix__in=told.getlist("lines")))
    return f"窗口 {window.no} 已保存"


def _slot(hall: Hall, told: Any, _at: datetime) -> str:
    line = ServiceLine.objects.filter(hall=hall, prefix=_text(told, "line")).first()
    if line is None:
        raise Wrong("请选队列")
    starts, ends = _time(told, "starts"), _time(told, "ends")
    if starts >= ends:
        raise Wrong("时段结束要晚于开始")
    code, no = _text(told, "item"), _text(told, "window")
    item = Item.objects.filter(centre=hall.centre, code=code).first() if code else None
    window = HallWindow.objects.filter(hall=hall, window__no=no).first() if no else None
    if (code and item is None) or (no and window is None):
        raise Wrong("没有这个事项编码或者窗口")
    days = [day for day in range(1, 8) if str(day) in told.getlist("weekdays")]
    if not days:
        raise Wrong("请选星期几")
    places = _number(_text(told, "places"), 0, _MOST_PLACES, "名额")
    for day in days:
        kept = {"line": line, "item": item, "hall_window": window, "weekday": day, "starts": starts}
        if not places:
            AppointmentSlot.objects.filter(**kept).delete()
            continue
        AppointmentSlot.objects.update_or_create(**kept, defaults={"ends": ends, "places": places})
    return "预约时段已保存" if places else _DROPPED


def _drop_slot(hall: Hall, told: Any, _at: datetime) -> str:
    ids = [_id({"id": one}) for one in _text(told, "id").split(",")[:_WEEK]]
    AppointmentSlot.objects.filter(line__hall=hall, id__in=ids).delete()
    return _DROPPED


def _shift(hall: Hall, told: Any, _at: datetime) -> str:
    try:
        day = date.fromisoformat(_text(told, "day"))
    except ValueError:
        raise Wrong("请选日期") from None
    windows = HallWindow.objects.filter(hall=hall, window__no__in=told.getlist("windows"))
    opens, closes = _time(told, "opens"), _time(told, "closes")
    if opens >= closes or not windows:
        raise Wrong("请选窗口；关门要晚于开门")
    for window in windows:
        WeekendShift.objects.update_or_create(hall_window=window, day=day, defaults={"opens": opens, "closes": closes})
    return f"{day:%m-%d} 的轮班已登记 {len(windows)} 个窗口；办件的法定期限仍不计周末"


def _drop_shift(hall: Hall, told: Any, _at: datetime) -> str:
    shift = WeekendShift.objects.filter(hall_window__hall=hall, id=_id(told)).select_related("hall_window").first()
    if shift is None:
        raise Wrong("没有这一行，请刷新页面")
    booked = left_without(shift)
    if booked:
        raise Wrong(f"这一天有 {booked} 个预约只靠这个窗口，请先请人改期或者换窗口轮班")
    shift.delete()
    return "轮班已取消"


def _screen(hall: Hall, told: Any, at: datetime) -> str:
    kind, name = _text(told, "kind"), _text(told, "name")
    window = HallWindow.objects.filter(hall=hall, window__no=_text(told, "window")).first()
    if kind not in ScreenKind.values or not name:
        raise Wrong("请写屏幕名称，选种类")
    if kind in (ScreenKind.COUNTER, ScreenKind.CUSTOMER) and window is None:
        raise Wrong("窗口屏和副屏要选窗口")
    code = new_code()
    Screen.objects.create(
        hall=hall, hall_window=window, kind=kind, name=name[:40], code_digest=digest(code), made_at=at
    )
    return f"“{name}”的登记码是 {in_fours(code)}，只显示这一次。在屏幕上打开 /screen/ 输入"


def _renew_screen(hall: Hall, told: Any, _at: datetime) -> str:
    code = new_code()
    rows = Screen.objects.filter(hall=hall, id=_id(told))
    if not rows.update(code_digest=digest(code), secret_digest="", paired_at=None, revoked_at=None):
        raise Wrong("没有这块屏幕")
    return f"新的登记码是 {in_fours(code)}，只显示这一次；原来的设备已经停用"


def _revoke_screen(hall: Hall, told: Any, at: datetime) -> str:
    Screen.objects.filter(hall=hall, id=_id(told)).update(revoked_at=at, secret_digest="", code_digest="")
    return "屏幕已停用"


def _drop_window(hall: Hall, told: Any, _at: datetime) -> str:
    try:
        with transaction.atomic():
            HallWindow.objects.filter(hall=hall, id=_id(told)).delete()
    except (ProtectedError, IntegrityError):
        raise Wrong("这个窗口叫过号，不能移出；不再使用的请清空它的队列") from None
    return "窗口已移出大厅"


DOES: Mapping[str, Callable[[Hall, Any, datetime], str]] = {
    "hall": _hall,
    "line": _line,
    "window": _window,
    "drop_window": _drop_window,
    "slot": _slot,
    "drop_slot": _drop_slot,
    "shift": _shift,
    "drop_shift": _drop_shift,
    "screen": _screen,
    "renew_screen": _renew_screen,
    "revoke_screen": _revoke_screen,
}


def _text(told: Mapping[str, Any], name: str) -> str:
    return str(told.get(name, "")).strip()


def _time(told: Mapping[str, Any], name: str) -> time:
    try:
        return time.fromisoformat(_text(told, name))
    except ValueError:
        raise Wrong("时间请写成 09:00 这样") from None


def _degrees(told: Mapping[str, Any], name: str, most: int) -> Decimal | None:
    words = _text(told, name)[:12]
    try:
        found = Decimal(words).quantize(Decimal("0.000001")) if words else None
    except InvalidOperation:
        raise Wrong("经纬度请写成 119.007600 这样") from None
    if found is not None and not (found.is_finite() and -most <= found <= most):
        raise Wrong("经纬度超出范围")
    return found


def _number(words: str, least: int, most: int, what: str) -> int:
    if not words.isascii() or not words.isdigit() or len(words) > 6 or not least <= int(words) <= most:
        raise Wrong(f"{what}应为 {least} 到 {most} 的整数")
    return int(words)


def _id(told: Mapping[str, Any]) -> UUID:
    try:
        return UUID(_text(told, "id"))
    except ValueError:
        raise Wrong("没有这一行，请刷新页面") from None
