"""Files carried by hand because the network could not: one checked, one keyed in, one on its way (人工递送)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from yichuang.acts.act import On
from yichuang.acts.context import Context
from yichuang.acts.passing.check_carriage import CarriageCheck, check_carriage
from yichuang.acts.passing.note_carriage import CarriageNote, note_carriage
from yichuang.acts.passing.send_by_hand import Carriage, send_by_hand
from yichuang.records.cases.models import Case, CaseState

_WHY = ("论证报告附图文件过大，专网不能传送", "政务外网割接，当日不能传送", "卷内有不得上网的测绘成果")


def build_carried(region: str, clerk: Context, chief: Context, keyed: Callable[[Context], Context]) -> None:
    """Carry three files of the centre to their departments."""
    rows = Case.objects.filter(region_code=region, state=CaseState.REVIEWING, kind="promised").order_by("no")
    for done, (no, department) in enumerate(rows.values_list("no", "department_id")[:3]):
        send_by_hand(Carriage(On(no), department, "陈禾", _WHY[done]), keyed(clerk))
        if done == 2:
            continue
        left = clerk.at - timedelta(minutes=55)
        note_carriage(CarriageNote(On(no), left, left + timedelta(minutes=35), "收发室 周芹"), keyed(clerk))
        if done == 0:
            check_carriage(CarriageCheck(On(no), True), keyed(chief))
