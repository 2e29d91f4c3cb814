"""Investment projects and bundles (投资项目、一件事): the one move of a case, and who may do what to a project."""

from __future__ import annotations

from .shapes import LEADERS, OFFICE, WINDOW, Right, Transition

ROWS: tuple[Transition, ...] = (
    Transition("case.next_stage_told", "告知下一阶段", ("decided", "issued", "closed"), "", "S0h-二(三)3.2", True),
    Transition("case.results_combined", "出具综合结果单", ("closed",), "", "XKF-26.2"),
)

_OF_STAGE = Right(OFFICE, department=True)
_AGENT = Right(frozenset(), applicant=True)  # asked with the agent as the person of the place
RIGHTS: dict[str, Right] = {
    "case.next_stage_told": _OF_STAGE,
    "case.results_combined": Right(WINDOW, applicant=True, system=True),
    "project.registered": Right(WINDOW, applicant=True),
    "project.case_added": Right(WINDOW, applicant=True),
    "project.stage_finished": _OF_STAGE,
    "project.joint_called": _OF_STAGE,
    "project.agent_named": Right(WINDOW | {"centre_manager"}, applicant=True),
    "project.noted": _AGENT,
    "project.coordination_asked": _AGENT,
    "project.answered": Right(OFFICE | LEADERS, department=True),
    "bundle.submitted": Right(WINDOW, applicant=True),
    "bundle.agent_named": Right(WINDOW | {"centre_manager"}, applicant=True),
}
