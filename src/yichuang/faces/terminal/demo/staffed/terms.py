"""The terms of those at the windows (定岗期限): whose year is over was posted anew, with the appraisal of that year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from yichuang.acts.staffing.people.appraise import AppraisalWish, appraise
from yichuang.records.ids import new_id
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Posting, Role

_ENDED = timedelta(days=61)  # before the day on which the demonstration is filled
_WORDS = "熟悉窗口业务，按时到岗，没有超时办结，没有有效投诉。"


def renew(region: str, today: date) -> list[UUID]:
    """End each posting at a window after its year and begin the next one; return those that ended, by log-in name."""
    at_windows = Posting.objects.filter(
        role__in=(Role.WINDOW_CLERK, Role.CHIEF_REPRESENTATIVE), centre__region__code=region, ends_on=None,
        starts_on__lt=today - timedelta(days=365),
    )  # fmt: skip
    ended, last = [], today - _ENDED
    for post in at_windows.order_by("user__username", "id"):
        first = Posting(
            id=new_id(), user_id=post.user_id, role=post.role, centre_id=post.centre_id, is_b=post.is_b,
            department_id=post.department_id, window_id=post.window_id, starts_on=post.starts_on, ends_on=last,
        )  # fmt: skip
        first.save()
        post.starts_on = last + timedelta(days=1)
        post.save()
        ended.append(first.id)
    forget()
    return ended


def appraise_all(by: Callable[..., Any], region: str, ended: list[UUID]) -> None:
    """Draw up the appraisals of the postings that ended, but for the last: a visitor does that one."""
    for posting in ended[:-1]:
        by("manager", appraise, AppraisalWish(region, posting, _WORDS, "competent"))
