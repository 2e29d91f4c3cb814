"""Numbers by mail (定期发送): each subscriber gets each period that is over, once.

A period is claimed on record before anything leaves; a server that refuses leaves it for the next run; a run that
was cut short while sending leaves it visibly so, and never sends twice by itself.
"""

from __future__ import annotations

from datetime import datetime
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage

from yichuang.acts.context import Context
from yichuang.records.org.directory import Directory, directory
from yichuang.records.statistics.board import AXES, board
from yichuang.records.statistics.desk import claimed_mailing, noted_mailing
from yichuang.records.statistics.models import MailingState, Subscription
from yichuang.records.statistics.workbook import workbook
from yichuang.rules.officers import SYSTEM
from yichuang.rules.statistics.periods import Period, before, period_of

_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MAIN = (
    "received", "accepted", "not_accepted", "closed", "on_time_rate", "early_rate", "overdue", "average_days",
    "satisfaction", "fees",
)  # fmt: skip
_LONGEST = 200


def send_all(at: datetime) -> int:
    """Send what is due in every region; return how many mails left.  Basis: S2"""
    here = directory()
    return sum(send_due(region, Context(SYSTEM, at, here)) for region in here.centres)


def send_due(region_code: str, ctx: Context) -> int:
    """Send what is due in a region; return how many mails left. Nothing without a mail server.  Basis: S2"""
    if not settings.EMAIL_HOST:
        return 0
    rows = Subscription.objects.filter(region_code=region_code, ended_at=None).order_by("id")
    return sum(_sent(row, before(period_of(row.period, ctx.today)), ctx) for row in list(rows))


def _sent(row: Subscription, period: Period, ctx: Context) -> bool:
    claimed = claimed_mailing(row, period, ctx.at) if period.last >= row.since else None
    if claimed is None:
        return False
    try:
        _mail(row, period, ctx.directory).send()
    except (SMTPException, OSError) as fault:
        noted_mailing(claimed, MailingState.FAILED, str(fault)[:_LONGEST])
        return False
    noted_mailing(claimed, MailingState.SENT)
    return True


def _mail(row: Subscription, period: Period, here: Directory) -> EmailMessage:
    centre = here.centres[row.region_code].name
    told = board([row.region_code], period)
    numbers = (told.number(name) for name in _MAIN)
    lines = [f"{one.figure.title}：{one.shown}{_unit(one)}（上期 {one.earlier}）" for one in numbers]
    mail = EmailMessage(
        f"{centre}办件统计 {period.name}",
        "\n".join([f"{row.name or row.email}：", "", f"{centre}{period.name}的办件统计：", *lines, "", _FOOT]),
        to=[row.email],
        headers={"Message-ID": f"<{row.id.hex}.{period.first:%Y%m%d}@yichuang>"},
    )
    axes = [axis for axis in AXES if axis != "person"]  # numbers of persons do not leave the house
    mail.attach(
        f"statistics-{period.first:%Y%m%d}.xlsx", workbook([row.region_code], period, here, axes, centre), _MIME
    )
    return mail


_FOOT = "各指标的口径、分部门和逐日数字见附件。本邮件由系统自动发送，停止订阅请联系中心。"


def _unit(one: Any) -> str:
    return one.figure.unit if one.figure.unit != "%" and one.shown != "—" else ""
