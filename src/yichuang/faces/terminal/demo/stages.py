"""Stages of the demonstration: a verification taken out of a review (一审一核), nodes of co-departments (共同流程)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yichuang.records.org.models import Centre, Department

Stage = Mapping[str, Any]
LEAD_DUTY = "统一受理，把材料转告各协办部门，汇总审批结论，统一办理"
RETURNS = "书面审批结论，写明依据；不同意的说明理由"


def split_verification(stages: Sequence[Stage], extra: Stage) -> list[dict[str, Any]]:
    """Return the stages with a verification (核准) taken out of the days of the named stage."""
    found: list[dict[str, Any]] = []
    for stage in stages:
        if stage["name"] != extra["from"]:
            found.append(dict(stage))
            continue
        found.append({**stage, "days": stage["days"] - extra["days"]})
        own = {name: extra[name] for name in ("name", "days", "post", "duties")}
        found.append({**stage, **own, "kind": "verification"})
    return [{**stage, "key": f"s{number}"} for number, stage in enumerate(found, 1)]


def joint_stages(stages: Sequence[Stage], joint: Stage, slugs: Sequence[str], centre: Centre) -> list[dict[str, Any]]:
    """Return the stages with the lead's duty and one node for each co-department (协办节点)."""
    names = dict(Department.objects.filter(centre=centre).values_list("slug", "short_name"))
    own = [{**stage, "duty": LEAD_DUTY} if stage["kind"] == "review" else dict(stage) for stage in stages]
    nodes = [
        {
            "key": f"co-{slug}", "kind": "co_review", "name": names[slug], "department": slug, "days": None,
            "post": "经办岗", "duty": co["scope"], "transfers": [], "returns": RETURNS,
            "limit": joint["co_days"]["number"], "sample": True,
        }
        for slug, co in zip(slugs, joint["co"], strict=True)
    ]  # fmt: skip
    return [*own, *nodes]
