"""Asking other departments (会签、征求意见、征询): rows of the transition table, and who may do them."""

from __future__ import annotations

from .shapes import LEADERS, OFFICE, OPEN, RUNNING, WINDOW, Right, Transition

_ASKABLE = ("received", *RUNNING)

ROWS: tuple[Transition, ...] = (
    Transition("case.asked", "送会签或征求意见", _ASKABLE, "", "S0b-12", while_paused=True),
    Transition("case.answered", "反馈意见", OPEN, "", "S0b-12", while_paused=True),
    Transition("case.ask_recalled", "撤回征询", OPEN, "", "S0b-12", while_paused=True),
    Transition("case.answer_deemed", "逾期不反馈视为同意", OPEN, "", "S0b-13", while_paused=True),
    Transition("case.marked_major", "标注重大项目", RUNNING, "", "S0b-17", while_paused=True),
    Transition("case.major_unmarked", "撤销重大项目标注", RUNNING, "", "S0b-17", while_paused=True),
    Transition("case.reported_to_head", "向主要负责人汇报", RUNNING, "", "S0b-17", while_paused=True),
)

RIGHTS: dict[str, Right] = {
    "case.asked": Right(OFFICE | WINDOW),  # the window asks only whether to accept: rules.consulting.asking
    "case.answered": Right(OFFICE, part=True),
    "case.ask_recalled": Right(OFFICE | WINDOW),
    "case.answer_deemed": Right(frozenset(), system=True),
    "case.marked_major": Right(OFFICE, department=True),
    "case.major_unmarked": Right(OFFICE, department=True),
    "case.reported_to_head": Right(LEADERS | {"reviewer", "verifier"}, department=True),
}
