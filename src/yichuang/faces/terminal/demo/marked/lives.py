"""指派、标签、副本示例: a dredger waits at its berth, another has its certificate, two meters bear their labels."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from yichuang.acts.act import On
from yichuang.acts.inspecting.archive_copy import CopyArchived, archive_copy
from yichuang.acts.inspecting.assign import Assignment, assign
from yichuang.acts.inspecting.inspect import Finding, inspect
from yichuang.acts.inspecting.mark import Marking, mark
from yichuang.faces.terminal.demo.answers import sample_scan

if TYPE_CHECKING:
    from yichuang.faces.terminal.demo.heard import HeardLife

_METERS = ("电磁流量计 DN300 编号 EM-26011", "电磁流量计 DN300 编号 EM-26012")
_STANDARD = "SL 365-2015（示例）"


def play_marked(life: Callable[..., HeardLife]) -> int:
    """Play the cases; return how many."""
    waits = life("dredger").submitted(5).accepted(4).routed(4).claimed(4)
    _sent(waits, 2, "inspection", "东屏河 2 号泊位", ahead=3)
    done = life("dredger", 3).submitted(14, "window").accepted(13).routed(13)
    _sent(done, 12, "inspection", "东屏河 5 号泊位")
    _seen(done, 11, "inspection", "东屏河 5 号泊位", "船体、主机、消防救生设备与图纸一致，试航正常。")
    done.reviewed(10).verified(10).decided(9).issued(9).delivered(8)
    archive_copy(CopyArchived(On(done.no)), done.by("reviewer", 8))
    ready = life("dredger", 4).submitted(9, "window").accepted(8).routed(8)
    _sent(ready, 7, "inspection", "东屏河 1 号泊位")
    _seen(ready, 6, "inspection", "东屏河 1 号泊位", "船体无渗漏，吸砂设备运转正常。")
    ready.reviewed(5).verified(5).decided(4).issued(3)
    for number, ago in ((5, 12), (6, 16)):
        back = life("dredger", number).submitted(ago, "window").accepted(ago - 1).routed(ago - 1)
        _sent(back, ago - 2, "inspection", "东屏河 3 号泊位")
        _seen(back, ago - 3, "inspection", "东屏河 3 号泊位", "船体和设备与图纸一致，试航正常。")
        back.reviewed(ago - 4).verified(ago - 4).decided(ago - 5).issued(ago - 5)
        archive_copy(CopyArchived(On(back.no)), back.by("reviewer", ago - 6))
    for number, ago in ((0, 8), (6, 3), (7, 10), (8, 12)):
        meter = life("meter", number).submitted(ago + 4, "window" if number else "online").accepted(ago + 3)
        meter.routed(ago + 3)
        _seen(meter, ago + 1, "testing", "取水泵房", "示值误差在允许范围内，封印完好。")
        meter.reviewed(ago).verified(ago).decided(ago)
        if ago > 3:
            mark(Marking(On(meter.no), "label", _METERS, "表体铭牌下方"), meter.by("reviewer", ago - 1))
            meter.delivered(ago - 2)
    return 9


def _sent(life: HeardLife, ago: int, kind: str, place: str, ahead: int = 0) -> None:
    ctx = life.by("verifier", ago)
    day = life.days.calendar.add(ctx.today, ahead) if ahead else ctx.today
    assign(Assignment(On(life.no), kind, life.pair(ctx.at), day, place), ctx)


def _seen(life: HeardLife, ago: int, kind: str, place: str, words: str) -> None:
    ctx, photo = life.by("reviewer", ago), (sample_scan("现场照片"),)
    inspect(Finding(On(life.no), kind, life.pair(ctx.at), ctx.today, place, words, True, _STANDARD, photo), ctx)
