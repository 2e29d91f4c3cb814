"""Service points of the demonstration, and the committee of a community that has a say in its staff."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from yichuang.records.org.directory import Directory, forget
from yichuang.records.org.models import Posting, Role, User
from yichuang.records.staffing.desk import keep_point
from yichuang.records.staffing.models import ServicePoint

_HOME = "990100"
# 社区受理的服务事项：原有十三类，另加老年人乘车卡年检、居民户籍。
_KINDS = (
    "流动人口婚育证明、社会保障卡、特困人员供养、最低生活保障、老年乘车卡初次申领、老年优待证、一孩生育登记、二孩生育登记、"
    "独生子女证、残疾人证、城镇居民养老保险、城镇居民医疗保险、社会保险补贴、老年乘车卡年检、居民户籍"
).split("、")
_POINTS = (
    ("滨河社区便民服务站", "滨河路 6 号", "周一至周六 8:30–17:30", 54, 12, 900, 15),
    ("安岭街道便民服务中心", "安岭大街 118 号", "周一至周五 8:30–17:30", 45, 15, 1300, 15),
    ("东屏村便民服务点", "东屏村委会", "周一、周三、周五 9:00–11:30", 8, 25, 2600, 6),
)


def build_points(place: Directory, today: date) -> UUID:
    """Put the points and the committee's log-in down; return its point."""
    for name, address, hours, weekly, minutes, metres, kinds in _POINTS:
        keep_point(_HOME, {
            "name": name, "address": address, "hours": hours, "weekly_hours": weekly, "minutes": minutes,
            "metres": metres, "kinds": list(_KINDS[:kinds]),
        })  # fmt: skip
    user = User(username="community", display_name="江月")
    user.set_unusable_password()
    user.save()
    centre = place.centres[_HOME]
    Posting(user=user, role=Role.COMMUNITY, centre=centre, starts_on=date(today.year - 1, 1, 1)).save()
    point = ServicePoint.objects.get(region_code=_HOME, name=_POINTS[0][0])
    point.committee_id = user.id
    point.save()
    forget()
    return point.id
