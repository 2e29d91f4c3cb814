"""The report of joint approval in a period: cases and parts by lead, late ones among them; and its workbook."""

import io
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from tests.acts.city import on
from tests.acts.joint.city import JointCity, routed_joint
from tests.acts.joint.told import conclude
from yichuang.acts.handling.extend import Extension, extend
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.resume import Resumption, resume
from yichuang.acts.joint.pick_up import PickUp, pick_up
from yichuang.records.org.directory import directory
from yichuang.records.statistics.joint import joint_report, joint_sheet
from yichuang.rules.statistics.periods import period_of

pytestmark = pytest.mark.django_db


def test_it_works(joint: JointCity) -> None:
    no = routed_joint(joint)
    pick_up(PickUp(on(no)), joint.ctx("fire_reviewer"))
    conclude(joint, no, "fire", day=date(2026, 3, 9))
    march, today = period_of("month", date(2026, 3, 9)), date(2026, 3, 18)
    (line,), total = joint_report("990100", march, directory(), today)
    told = {
        name: line.sums[name] for name in ("accepted", "open", "late", "asked", "fetched", "concluded", "part_late")
    }
    assert told == {
        "accepted": 1, "open": 1, "late": 0, "asked": 2, "fetched": 1, "concluded": 1, "part_late": 1
    }  # fmt: skip
    assert joint_report("990100", period_of("month", date(2026, 4, 1)), directory(), today)[0] == []
    assert (line.sums["paused"], line.sums["extended"]) == (0, 0)
    pause(Pause(on(no), "expert_review", 5, "专家评审"), joint.ctx("main", date(2026, 3, 10)))
    resume(Resumption(on(no), "合格"), joint.ctx("main", date(2026, 3, 11)))
    extend(Extension(on(no), 5, "情况复杂"), joint.ctx("main", date(2026, 3, 12)))
    (line,), total = joint_report("990100", march, directory(), today)
    assert (line.sums["accepted"], line.sums["paused"], line.sums["extended"]) == (1, 1, 1)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(joint_sheet([line], total, "并联审批"))).get_sheet_by_index(0)
    assert sheet.to_python()[-1][:2] == ["合计", 1]
