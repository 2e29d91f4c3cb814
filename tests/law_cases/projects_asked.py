"""What law cases ask of projects: the stages with their leads, the day on which an agent is answered."""

from __future__ import annotations

from typing import Any

from yichuang.law.book import book
from yichuang.rules.projects.agents import answer_due
from yichuang.rules.projects.stages import template


def stages(example: Any) -> dict[str, Any]:
    """The template for a nature, in words."""
    plan, say = template(example.norms, example.given.get("性质", "")), book().parameter("project_stages").say
    lead = book().parameter("project_lead_completion").say
    return {
        "阶段": [say(stage.key) for stage in plan],
        "牵头": [lead(stage.lead) for stage in plan],
        "鼓励预审会审": [say(stage.key) for stage in plan if stage.prereview],
    }


def coordination(example: Any) -> dict[str, Any]:
    """The last day to answer an agent."""
    return {"期满": answer_due(example.given["提出"], example.norms, book().calendar(example.profile))}


def joint_kinds(example: Any) -> dict[str, Any]:
    """What departments may do together in a stage."""
    parameter = book().parameter("project_joint_kinds")
    return {"方式": [parameter.say(word) for word in example.norms.choices("project_joint_kinds")]}


PROJECTS = {"项目阶段": stages, "当日协调": coordination, "联合办理": joint_kinds}
