"""The only place that asks for the time; in demo mode it may be moved forward (时间推进)."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from threading import Lock
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

ZONE = ZoneInfo("Asia/Shanghai")
STANDING = Lock()  # whoever sweeps, or moves the demonstration's clock, holds it: no sweep writes by two clocks
_FILE = settings.DATA / "demo-clock.json"


def demo_offset() -> timedelta:
    """Return how far the demonstration clock runs ahead."""
    if not settings.DEMO or not _FILE.exists():
        return timedelta()
    return timedelta(days=int(json.loads(_FILE.read_text(encoding="utf-8"))["days"]))


def move_demo_clock(days: int) -> None:
    """Set the demonstration clock `days` civil days ahead of the real one."""
    if settings.DEMO:
        _FILE.write_text(json.dumps({"days": days}), encoding="utf-8")


def now() -> datetime:
    """Return the server's time."""
    return timezone.now() + demo_offset()


def today() -> date:
    """Return the civil date in the office's zone."""
    return now().astimezone(ZONE).date()
