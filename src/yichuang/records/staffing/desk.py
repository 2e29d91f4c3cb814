"""考勤、离岗告示、服务点: ordinary desk-keeping, written with save(); what is judged from it is frozen in sheets."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from yichuang.records.ids import new_id
from yichuang.records.staffing.models import AbsenceNotice, Attendance, ServicePoint


def sign_in(region_code: str, user_id: UUID, on: date, at: datetime, *, by: UUID | None = None) -> bool:
    """Put down that somebody came; the first time of the day stands. `by`: who noted it at the desk."""
    row = Attendance.objects.filter(region_code=region_code, user=user_id, on=on).first()
    if row is not None and row.came_at is not None:
        return False
    row = row or Attendance(id=new_id(), region_code=region_code, user_id=user_id, on=on)
    row.came_at, row.noted_by_id = at, by
    row.save()
    return True


def sign_out(region_code: str, user_id: UUID, on: date, at: datetime, *, by: UUID | None = None) -> bool:
    """Put down that somebody left; the last time of the day stands. False where he never came."""
    row = Attendance.objects.filter(region_code=region_code, user=user_id, on=on).first()
    if row is None or row.came_at is None or at < row.came_at:
        return False
    row.left_at, row.noted_by_id = at, by or row.noted_by_id
    row.save()
    return True


def put_up(region_code: str, user_id: UUID, window_id: UUID, words: str, span: tuple[datetime, datetime]) -> UUID:
    """Put a notice on a counter: where somebody went, from when until when; one that hung there is taken down."""
    take_down(region_code, window_id, span[0])
    row = AbsenceNotice(
        id=new_id(), region_code=region_code, user_id=user_id, window_id=window_id, words=words.strip()[:80],
        put_up_at=span[0], back_at=span[1],
    )  # fmt: skip
    row.save(force_insert=True)
    return row.id


def take_down(region_code: str, window_id: UUID, at: datetime) -> int:
    """Take the notice of a counter down; return how many hung there."""
    up = AbsenceNotice.objects.filter(region_code=region_code, window=window_id, taken_down_at=None)
    return int(up.update(taken_down_at=at))


def notices_up(region_code: str) -> list[AbsenceNotice]:
    """Return the notices on the counters of a centre now. One query."""
    rows = AbsenceNotice.objects.filter(region_code=region_code, taken_down_at=None)
    return list(rows.select_related("window").order_by("window__no"))


def keep_point(region_code: str, values: dict[str, Any]) -> None:
    """Put a service point down, or its change, by its name."""
    row = ServicePoint.objects.filter(region_code=region_code, name=values["name"]).first()
    row = row or ServicePoint(id=new_id(), region_code=region_code)
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
