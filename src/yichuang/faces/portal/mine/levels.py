"""Which level has an upward case (在哪一级), as its applicant is told: a name, what is done there, what is behind."""

from __future__ import annotations

from typing import Any

from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.models import CaseKind
from yichuang.records.org.directory import Directory

_DOING = {
    StageKind.LOWER_REVIEW.value: "正在初审您的申请，初审后连同全部材料报上一级，您不用再交材料。",
    StageKind.FORWARDING.value: "初审完毕，正在报上一级，您不用再交材料。",
    StageKind.FORWARD_RECEIPT.value: "已经收到下级报来的材料，正在核收，您不用再交材料。",
}


def holder(case: CaseFile, directory: Directory) -> str:
    """Return the short name of the department that has the case now."""
    stage = next((s for s in case.stages if not s.done and s.kind in _DOING), None)
    department: Any = directory.departments[stage.department_id if stage else case.department_id]
    return str(department.short_name)


def doing(case: CaseFile) -> str:
    """Return what the level does that has an upward case, "" for another case or once the upper level reviews it."""
    stage = next((s for s in case.stages if not s.done and s.kind in _DOING), None)
    return _DOING[stage.kind] if stage else ""


def lower_done(case: CaseFile) -> bool:
    """Say whether the levels below have given their opinions."""
    opinions = [stage.done for stage in case.stages if stage.kind == StageKind.LOWER_REVIEW]
    return bool(opinions) and all(opinions)


def received_above(case: CaseFile) -> bool:
    """Say whether the deciding level has confirmed its receipt."""
    sent = [stage.kind for stage in case.stages if stage.done]
    return (
        sent.count(StageKind.FORWARD_RECEIPT) > 0
        and case.stage(StageKind.FORWARD_RECEIPT) is None
        and bool(case.stage(StageKind.REVIEW) or case.last(StageKind.REVIEW))
    )


def upward(case: CaseFile) -> bool:
    """Say whether the case goes up through the levels."""
    return bool(case.kind == CaseKind.UPWARD)


def reported(case: CaseFile) -> bool:
    """Say whether a higher body was asked to decide."""
    return any(stage.kind == StageKind.REPORT for stage in case.stages)
