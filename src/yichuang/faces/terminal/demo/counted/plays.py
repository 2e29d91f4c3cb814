"""Statistics in the demonstration (统计): some lines in the registers; every case counted."""

from __future__ import annotations

from datetime import datetime, timedelta

from yichuang.acts.statistics.counting import count_anew
from yichuang.acts.statistics.trailing import follow_anew
from yichuang.faces.terminal.demo.counted.bulletins import build_bulletins
from yichuang.records.org.models import User
from yichuang.records.statistics.desk import NewNote, note, subscribe

_LINES = (
    (1, "consultation", 37, "电话和大厅咨询台"), (2, "consultation", 41, "电话和大厅咨询台"),
    (3, "consultation", 33, "电话和大厅咨询台"), (6, "praise", 2, "企业送来的表扬卡"),
    (9, "consultation", 46, "电话和大厅咨询台"), (20, "banner", 1, "赠给不动产登记窗口"),
    (33, "consultation", 152, "上月电话咨询汇总"), (40, "praise", 5, "意见箱"), (95, "consultation", 401, "上季度汇总"),
)  # fmt: skip


def build_counted(now: datetime) -> int:
    """Write the lines of the manager; count every case of every region."""
    manager = User.objects.get(username="manager").id
    for back, kind, number, words in _LINES:
        on = (now - timedelta(days=back)).date()
        note("990100", NewNote(kind, on, number, words), manager, now, f"demo-register-{back}")
    subscribe("990100", ("leader@jianing.example", "分管市领导"), "month", now.date(), manager)
    follow_anew(now)
    counted = count_anew(now)
    build_bulletins(now)
    return counted
