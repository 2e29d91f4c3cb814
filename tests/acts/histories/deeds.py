"""What anybody may try to do to a case on the desk: each act with its right person and a wish that could do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from tests.acts.city import on
from tests.acts.histories.desk import Desk
from yichuang.acts.consulting.answer import Answer, answer
from yichuang.acts.consulting.ask import Ask, ask
from yichuang.acts.consulting.deem_answer import SilentAnswer, deem_answer
from yichuang.acts.consulting.recall import Recall, recall
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.withdraw import Withdrawal, withdraw
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.decline_extension import DeclinedExtension, decline_extension
from yichuang.acts.handling.extend import Extension, extend
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.propose_extension import ExtensionProposal, propose_extension
from yichuang.acts.handling.resume import Resumption, resume
from yichuang.acts.handling.return_to_review import Return, return_to_review
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.deem_accepted import Silence, deem_accepted
from yichuang.acts.intake.not_needed import NotNeeded, tell_not_needed
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.acts.intake.propose_refusal import RefusalProposal, propose_refusal
from yichuang.acts.intake.refuse_acceptance import AcceptanceRefusal, refuse_acceptance
from yichuang.acts.intake.supplement import Supplement, supplement
from yichuang.acts.joint.again import AskAgain, ask_again
from yichuang.acts.joint.conclude_part import PartConclusion, conclude_part
from yichuang.acts.joint.default_part import Lapse, default_part
from yichuang.acts.joint.pick_up import PickUp, pick_up
from yichuang.acts.joint.remind_part import Reminder, remind_part
from yichuang.acts.joint.reply_part import PartReply, reply_part
from yichuang.rules.consulting.asking import KINDS
from yichuang.rules.joint.conclusions import Concluded


class Deed(NamedTuple):
    """One act, whose it is, and the wish for a case, a day and a pick."""

    act: Any
    who: str
    wish: Callable[[Desk, date, int], Any]


def _plain(act: Any, who: str, wish: type[Any], *more: Any) -> Deed:
    return Deed(act, who, lambda desk, day, pick: wish(on(desk.case.no), *more))


def _part(desk: Desk, slug: str) -> UUID:
    """Return the part of a department. Raises LookupError."""
    parts = [s for s in desk.case.stages if s.kind == "co_review" and s.department_id == _co(desk, slug)]
    return parts[-1].id


def _co(desk: Desk, slug: str) -> UUID:
    return next(d.id for d in desk.place.departments.values() if d.slug == slug)


def _asked(desk: Desk, pick: int) -> UUID:
    rows = [stage for stage in desk.case.stages if stage.kind in KINDS]
    return rows[pick % len(rows)].id if rows else desk.case.id


def _ask(desk: Desk, day: date, pick: int) -> Ask:
    kind, whom = KINDS[pick % 4], ("land", "eco")[: 1 + pick // 4 % 2]
    ids = tuple(_co(desk, slug) for slug in whom)
    return Ask(on(desk.case.no), kind, ids, "是否？", day + timedelta(days=pick % 3), in_turn=pick % 8 == 4)


def _concluded(desk: Desk, day: date, pick: int) -> PartConclusion:
    word = ("agree", "disagree", "upward")[pick % 3]
    return PartConclusion(on(desk.case.no), Concluded(word, "安全间距不足"))


INTAKE = (
    _plain(accept, "clerk", Acceptance),
    _plain(notify_correction, "clerk", CorrectionNotice, {"map": "缺图", "form": "缺页"}),
    _plain(supplement, "resident", Supplement, {}, frozenset({"map", "form"})),
    _plain(propose_refusal, "clerk", RefusalProposal, "不属于本机关"),
    _plain(refuse_acceptance, "chief", AcceptanceRefusal, "不属于本机关", "许可法", "省水利厅"),
    _plain(deem_accepted, "system", Silence),
    _plain(tell_not_needed, "clerk", NotNeeded, "依法不需要"),
)
COURSE = (
    _plain(route, "clerk", Routing),
    _plain(claim, "reviewer", Claim),
    _plain(pause, "agency", Pause, "hearing", 5, "听证"),
    _plain(pause, "main", Pause, "expert_review", 3, "评审"),
    _plain(resume, "reviewer", Resumption, "合格"),
    Deed(extend, "agency", lambda desk, day, pick: Extension(on(desk.case.no), 5 + pick % 3 * 5, "复杂")),
    Deed(extend, "deputy", lambda desk, day, pick: Extension(on(desk.case.no), 5 + pick % 3 * 5, "复杂")),
    Deed(extend, "main", lambda desk, day, pick: Extension(on(desk.case.no), 5 + pick % 2 * 5, "复杂")),
    Deed(extend, "mayor", lambda desk, day, pick: Extension(on(desk.case.no), 15 + pick % 2, "复杂")),
    _plain(propose_extension, "reviewer", ExtensionProposal, 5, "复杂"),
    _plain(decline_extension, "agency", DeclinedExtension, "不需要"),
    Deed(review, "reviewer", lambda desk, day, pick: Review(on(desk.case.no), pick % 4 != 0, "看过")),
    Deed(verify, "verifier", lambda desk, day, pick: Verification(on(desk.case.no), pick % 4 != 0, "看过")),
    Deed(
        return_to_review,
        "agency",
        lambda desk, day, pick: Return(on(desk.case.no), "再核", ("review", "verification", "window")[pick % 3]),
    ),
    Deed(decide, "agency", lambda desk, day, pick: Decision(on(desk.case.no), pick % 3 != 0, "已逐条处理", "《水法》")),
    _plain(withdraw, "resident", Withdrawal),
)
ASKING = (
    Deed(ask, "reviewer", _ask),
    Deed(answer, "land", lambda desk, day, pick: Answer(on(desk.case.no), _asked(desk, pick), pick % 2 == 0, "好")),
    Deed(answer, "eco", lambda desk, day, pick: Answer(on(desk.case.no), _asked(desk, pick), pick % 2 == 0, "好")),
    Deed(recall, "reviewer", lambda desk, day, pick: Recall(on(desk.case.no), _asked(desk, pick), "不涉及")),
    _plain(deem_answer, "system", SilentAnswer),
)
PARTS = (
    _plain(pick_up, "fire_reviewer", PickUp, "情况特殊"),
    _plain(pick_up, "env_reviewer", PickUp, "情况特殊"),
    Deed(conclude_part, "fire_verifier", _concluded),
    Deed(conclude_part, "env_verifier", _concluded),
    Deed(ask_again, "reviewer", lambda desk, day, pick: AskAgain(on(desk.case.no), _co(desk, "env"), "补正")),
    _plain(reply_part, "env_reviewer", PartReply, True, "1号"),
    Deed(remind_part, "reviewer", lambda desk, day, pick: Reminder(on(desk.case.no), _part(desk, "env"), "酌定")),
    Deed(default_part, "system", lambda desk, day, pick: Lapse(on(desk.case.no), _part(desk, "fire"))),
)
ADVANCING = (accept, route, review, verify, decide, pick_up, conclude_part, answer)


def _weighted(deeds: tuple[Deed, ...]) -> tuple[Deed, ...]:
    """Name what brings a case forward four times, or few histories would come to their end."""
    return tuple(deed for deed in deeds for _ in range(4 if deed.act in ADVANCING else 1))


PROMISED = _weighted((*INTAKE, *COURSE, *ASKING))
JOINT = _weighted((*COURSE, *PARTS, *ASKING))
