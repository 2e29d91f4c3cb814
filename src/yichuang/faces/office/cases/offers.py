"""What may be done with a case now, and why not (可办的事): every button asks its act beforehand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from yichuang.acts.act import On, norms_of
from yichuang.acts.context import Context
from yichuang.acts.decision.close import Closing, close
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.decision.issue import Issue, issue
from yichuang.acts.handling.claim import Claim, claim
from yichuang.acts.handling.extend import Extension, extend
from yichuang.acts.handling.pause import Pause, pause
from yichuang.acts.handling.propose_extension import ExtensionProposal, propose_extension
from yichuang.acts.handling.propose_step import StepProposal, propose_step
from yichuang.acts.handling.resume import Resumption, resume
from yichuang.acts.handling.return_to_review import Return, return_to_review
from yichuang.acts.handling.review import Review, review
from yichuang.acts.handling.route import Routing, route
from yichuang.acts.handling.verify import Verification, verify
from yichuang.acts.intake.return_refusal import ReturnedRefusal, return_refusal
from yichuang.acts.joint.conclude_part import PartConclusion, conclude_part
from yichuang.acts.joint.pick_up import PickUp, pick_up
from yichuang.acts.passing.sign_for import SigningFor, sign_for, unsigned
from yichuang.faces.common.sentences import article, refusal
from yichuang.faces.office.staff.giving import Giving
from yichuang.records.cases.access import place_of
from yichuang.records.cases.models import StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.options import lawful_steps
from yichuang.records.catalogue.versions import version_of
from yichuang.records.org.models import Role
from yichuang.rules import transitions
from yichuang.rules.joint.conclusions import Concluded
from yichuang.rules.norms import Norm
from yichuang.rules.permissions import OFFICE, RIGHTS, grant_for
from yichuang.rules.staff.passing_on import places_back
from yichuang.rules.steps.discretionary import Step, kinds_open, takes_steps
from yichuang.rules.steps.proposing import proposal_needed
from yichuang.rules.verdict import Refused

_AGREED = Concluded("agree")
_OF_PARTS = ("conclude", "pick-up")
_APPROVERS = {
    "case.extended": "extension_approver", "case.paused": "pause_approver", "case.fee_lapsed": "denial_approver",
}  # fmt: skip
_CITED = frozenset({"case.decided"})  # what bars a decision is told with its article at once
_OF_LEAD = ("case.paused", "case.resumed")
_ANY = "预先核对"  # stands for the words that the officer will write
_ROLES = dict(Role.choices)
POST, PAGE, HERE = "post", "page", "here"


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to do: where it leads, how, and why it can't be done ("" when it can).

    `reason` is the id of the line that says why; acts with the same reason share it.
    """

    name: str
    label: str
    way: str
    why: str = ""
    key: str = ""

    @property
    def reason(self) -> str:
        """Return the id of the line with the reason."""
        return f"why-{crc32(self.why.encode()):08x}" if self.why else ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why some acts can't be done now."""

    id: str
    labels: str
    why: str


@dataclass(frozen=True, slots=True)
class _Spec:
    act: Any
    label: str
    way: str
    wish: Callable[[CaseFile], Any]
    name: str
    key: str = ""
    only_holders: bool = False
    of_part: bool = False  # what a co-department does with its own part


def _first_kind(case: CaseFile) -> str:
    """Return a procedure that stops the clock here, one that the law asks of the item first."""
    kinds, lawful = norms_of(case).choices("pause_kinds"), lawful_steps(version_of(case.item_version_id))
    return min(kinds, key=lambda kind: kind not in lawful, default="")


def some_step(case: CaseFile) -> StepProposal:
    """Return a proposal to try with: a step that may be asked for, on the last day it may."""
    kinds = kinds_open(lawful_steps(version_of(case.item_version_id)), norms_of(case))
    last = case.due_on or case.promised_due_on or case.received_on
    return StepProposal(On(case.no), Step(next(iter(kinds), ""), last, last), _ANY)


_SPECS = (
    _Spec(review, "提交审查意见", HERE, lambda c: Review(On(c.no), True, _ANY), "review"),
    _Spec(verify, "提交核准意见", HERE, lambda c: Verification(On(c.no), True, _ANY), "verify"),
    _Spec(decide, "作出决定", HERE, lambda c: Decision(On(c.no), True, _ANY, _ANY), "decide"),
    _Spec(return_refusal, "审核不予受理", PAGE, lambda c: ReturnedRefusal(On(c.no), _ANY), "refusal"),
    _Spec(route, "转审查", POST, lambda c: Routing(On(c.no)), "route", only_holders=True),
    _Spec(issue, "制作证照", POST, lambda c: Issue(On(c.no)), "issue", only_holders=True),
    _Spec(close, "办结", POST, lambda c: Closing(On(c.no)), "close", only_holders=True),
    _Spec(conclude_part, "出具协办结论", PAGE, lambda c: PartConclusion(On(c.no), _AGREED), "conclude", of_part=True),
    _Spec(pick_up, "领取材料", POST, lambda c: PickUp(On(c.no), _ANY), "pick-up", key="p", of_part=True),
    _Spec(claim, "认领", POST, lambda c: Claim(On(c.no)), "claim", key="c"),
    _Spec(
        return_to_review,
        "退回",
        PAGE,
        lambda c: Return(On(c.no), _ANY, places_back(c.state, verified=False)[0]),
        "return",
    ),
    _Spec(Giving, "移交", PAGE, lambda c: None, "handover"),
    _Spec(sign_for, "签收材料", POST, lambda c: SigningFor(On(c.no)), "sign"),
    _Spec(pause, "特别程序", PAGE, lambda c: Pause(On(c.no), _first_kind(c), 1, _ANY), "pause"),
    _Spec(propose_step, "报审特殊环节", PAGE, some_step, "step"),
    _Spec(resume, "恢复计时", PAGE, lambda c: Resumption(On(c.no), _ANY), "resume"),
    _Spec(propose_extension, "提请延期", PAGE, lambda c: ExtensionProposal(On(c.no), 1, _ANY), "propose-extension"),
    _Spec(extend, "延长期限", PAGE, lambda c: Extension(On(c.no), 1, _ANY), "extend"),
)


def offers_of(case: CaseFile, ctx: Context) -> list[Offer]:
    """Return what could be done with the case in its state, in the order of the buttons.

    Who only looks on is not told why others' acts can't be done.
    """
    place = place_of(case)
    inside = ctx.officer.grant(OFFICE, region_code=place.region_code, department_id=place.department_id)
    return [offer for offer in _offers(case, ctx) if inside or not offer.why or offer.name in _OF_PARTS]


def reasons_of(offers: Iterable[Offer]) -> list[Reason]:
    """Return the reasons, each once, with the acts it bars."""
    found: dict[str, list[Offer]] = {}
    for offer in offers:
        if offer.why:
            found.setdefault(offer.why, []).append(offer)
    return [Reason(barred[0].reason, "、".join(o.label for o in barred), why) for why, barred in found.items()]


def why_not(act: Any, case: CaseFile, wish: Any, ctx: Context) -> str:
    """Return why the act would be refused, "" when it would be done."""
    try:
        act.judged(case, wish, ctx)
    except Refused as refused:
        told = _reason(refused, act.verb, case, ctx)
        return _with_article(told, refused.basis) if refused.code != "not_yours" and act.verb in _CITED else told
    return ""


def _with_article(words: str, basis: str) -> str:
    cited = article(basis)[0]
    return f"{words}（依据：{cited}）" if cited else words


def barred_by(act: Any, case: CaseFile, wish: Any, ctx: Context) -> str:
    """Return why the page of an act leads no further, with the article; "" when it does."""
    try:
        act.judged(case, wish, ctx)
    except Refused as refused:
        norm = _approver(act.verb, case) if refused.code == "not_yours" else None
        return _with_article(_reason(refused, act.verb, case, ctx), norm.basis if norm else refused.basis)
    return ""


def asks_why(case: CaseFile, ctx: Context) -> bool:
    """Say whether the material is picked up later than on the day itself: then a form asks for the reason first.

    Basis: S0h-二(一)1.2
    """
    try:
        pick_up.judged(case, PickUp(On(case.no)), ctx)  # type: ignore[attr-defined]
    except Refused as refused:
        return refused.code == "pickup_reason_missing"
    return False


def _offers(case: CaseFile, ctx: Context) -> Iterator[Offer]:
    for spec in _SPECS:
        verb = spec.act.verb
        if transitions.find(verb, case.state, case.kind) is None or not _concerns(spec, case, ctx):
            continue
        if spec.only_holders and grant_for(verb, ctx.officer, place_of(case)) is None:
            continue
        way = PAGE if spec.act is pick_up and asks_why(case, ctx) else spec.way
        yield Offer(spec.name, spec.label, way, why_not(spec.act, case, spec.wish(case), ctx), spec.key)


def _concerns(spec: _Spec, case: CaseFile, ctx: Context) -> bool:
    """Say whether the act is worth a button now: no pause while one runs, no claim of one's own case."""
    if spec.of_part:
        part = case.part(StageKind.CO_REVIEW, {g.department_id for g in ctx.officer.grants if g.department_id})
        return part is not None and (spec.name != "pick-up" or part.picked_up_on is None)
    if case.kind == "upward" and spec.name in ("review", "claim") and case.state == "reviewing":
        return case.stage(StageKind.REVIEW) is not None  # below it is the levels' turn
    if spec.name in ("step", "propose-extension"):
        return _asked_for(spec.name, case)
    if spec.name in ("pause", "resume"):
        return case.paused == (spec.name == "resume")
    if spec.name == "handover":
        return case.handler_id is not None
    if spec.name == "sign":
        stage = unsigned(case)
        return stage is not None and stage.picked_up_on is None and norms_of(case).get("hand_over_limit") is not None
    if spec.name == "claim":
        return case.handler_id is None or case.handler_id != ctx.officer.user_id
    return spec.name != "refusal" or case.stage(StageKind.REFUSAL) is not None


def _asked_for(name: str, case: CaseFile) -> bool:
    """Say whether a step or more days may be asked for here, and nothing of the kind waits for an answer."""
    norms = norms_of(case)
    if name == "step":
        return takes_steps(norms) and not case.paused and case.stage(StageKind.SPECIAL_STEP) is None
    return proposal_needed(norms) and case.stage(StageKind.EXTENSION) is None


def _reason(refused: Refused, verb: str, case: CaseFile, ctx: Context) -> str:
    if refused.code == "not_yours":
        told = str(refused.facts.get("verb", verb))
        if told in _OF_LEAD and _from_elsewhere(case, ctx):
            return "并联审批只有牵头部门可以中止、恢复计时。需要特殊环节的，请写进协办结论，或者告诉牵头部门"
        return _approved_by(told, case) or f"由{_posts(RIGHTS[told if told in RIGHTS else verb].roles)}办理"
    said = refusal(refused, ctx.today)
    return f"{said.what}。{said.todo}" if said.todo else said.what


def _from_elsewhere(case: CaseFile, ctx: Context) -> bool:
    """Say whether a joint case is looked at from a department that doesn't lead it."""
    place = place_of(case)
    inside = ctx.officer.grant(OFFICE, region_code=place.region_code, department_id=place.department_id)
    return case.kind == "joint" and not inside


def _approver(verb: str, case: CaseFile) -> Norm | None:
    """Return the norm of the case that names who approves the act."""
    name = _APPROVERS.get(verb, "")
    return norms_of(case).get(f"joint_{name}" if case.kind == "joint" and verb == "case.extended" else name)


def _approved_by(verb: str, case: CaseFile) -> str:
    """Return who approves the act by the norms of the case, "" where no norm names anybody."""
    norm = _approver(verb, case)
    if norm is None:
        return ""
    return f"由{_posts(norm.value if isinstance(norm.value, tuple) else (str(norm.value),))}批准"


def _posts(roles: Collection[str]) -> str:
    return "、".join(_ROLES[role] for role in Role.values if role in roles)
