"""What may be done between the levels (层级行为): each with its page, its fields, and when it is at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from yichuang.acts.act import On, norms_of
from yichuang.acts.levels.answer_upper import LowerAnswer, answer_upper
from yichuang.acts.levels.ask_lower import LowerQuestion, ask_lower
from yichuang.acts.levels.forward import Forwarding, forward
from yichuang.acts.levels.lower_review import LowerReview, lower_review
from yichuang.acts.levels.receive_forwarded import Reception, receive_forwarded
from yichuang.acts.levels.receive_reply import Reply, receive_reply
from yichuang.acts.levels.report_up import ReportUp, report_up
from yichuang.acts.levels.steps import departments_of
from yichuang.records.cases.access import place_of
from yichuang.records.cases.models import StageKind
from yichuang.rules.permissions import grant_for

_ANY = "预先核对"
Told = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form. kind: words (a line), text (several), agree, ground. `needed`: what to do when empty."""

    name: str
    label: str
    kind: str = "text"
    hint: str = ""
    needed: str = ""


@dataclass(frozen=True, slots=True)
class Spec:
    """One act between the levels as a page."""

    name: str
    label: str
    done: str
    act: Any
    wish: Callable[[On, Told], Any]
    kind: str
    fields: tuple[Field, ...] = ()
    hint: str = ""

    def at_hand(self, case: Any, ctx: Any) -> bool:
        """Say whether this is the officer's own business now: an open stage of his level, or of one he signs for."""
        if self.kind in (StageKind.DECISION, StageKind.REVIEW):
            return _upper(self, case, ctx)
        stage = case.stage(self.kind)
        if stage is None:
            return False
        return stage.department_id in departments_of(ctx.officer, self.act.verb) or (
            self.name == "lower" and signs_for(case, ctx)
        )

    def tried(self, case: Any, ctx: Any) -> Any:
        """Return a wish good enough to ask the act beforehand."""
        norms = norms_of(case)
        behalf = self.name == "lower" and signs_for(case, ctx) and norms.get("behalf_grounds") is not None
        ground = norms.choices("behalf_grounds")[0] if behalf else ""
        told = {field.name: _ANY for field in self.fields} | {"agree": "yes", "ground": ground}
        return self.wish(On(case.no), told)


def signs_for(case: Any, ctx: Any) -> bool:
    """Say whether the lower review that is open is another level's, which the officer's department may sign for."""
    stage, mine = case.stage(StageKind.LOWER_REVIEW), departments_of(ctx.officer, "case.lower_reviewed")
    return stage is not None and stage.department_id not in mine and case.department_id in mine


def _upper(spec: Spec, case: Any, ctx: Any) -> bool:
    """Say whether the upper level has the case, and may report it upwards, or ask the level below."""
    held = grant_for(spec.act.verb, ctx.officer, place_of(case)) is not None
    if spec.name == "report-up":
        offered = "upward" in norms_of(case).choices("decision_conclusions")
        return held and offered and case.state == "deciding"
    return held and case.last(StageKind.FORWARDING) is not None and case.state in ("reviewing", "verifying", "deciding")


_OPINION = Field("opinion", "意见与依据", hint="内部意见，上一级看得到，申请人看不到。", needed="写明意见和依据")
_AGREE = Field("agree", "结论", "agree", needed="选同意或者不同意")
SPECS = (
    Spec(
        "lower", "出具初审意见", "已出具初审意见", lower_review,
        lambda on, told: LowerReview(on, told["agree"] == "yes", told["opinion"], told["ground"]),
        StageKind.LOWER_REVIEW, (Field("ground", "代签依据", "ground"), _AGREE, _OPINION),
        "本级只出具初审意见，不作准予或者不予的决定；意见连同全部材料报上一级。",
    ),
    Spec(
        "forward", "转报上级", "已转报上级", forward, lambda on, told: Forwarding(on, told["note"]),
        StageKind.FORWARDING, (Field("note", "附言", hint="可以不写；写进《转报函》。"),),
        "系统当场编号《转报函》，列明各级初审意见和全部材料。",
    ),
    Spec(
        "receive", "接收并出具回执", "已接收，回执已编号", receive_forwarded, lambda on, told: Reception(on),
        StageKind.FORWARD_RECEIPT, (),
        "核对下级报送的意见和材料。出具《转报件接收回执》以后，本级才能审查，期限从今天起算。",
    ),
    Spec(
        "answer-upper", "答复上级", "已答复上级", answer_upper, lambda on, told: LowerAnswer(on, told["opinion"]),
        StageKind.LOWER_ANSWER, (Field("opinion", "说明", needed="写明要说明的情况"),), "期限照计，请尽快答复。",
    ),
    Spec(
        "ask-lower", "请下级说明", "已请下级说明", ask_lower, lambda on, told: LowerQuestion(on, told["question"]),
        StageKind.REVIEW, (Field("question", "要说明的事项", needed="写明要下级说明什么"),),
        "只问下级，不找申请人。案卷里的材料不得要求重复提供（《行政许可法》第三十五条）。期限照计。",
    ),
    Spec(
        "report-up", "同意上报", "已上报，并告知申请人", report_up,
        lambda on, told: ReportUp(on, told["higher"], told["opinion"]), StageKind.DECISION,
        (Field("higher", "报送机关", "words", "例如：水利部、省人民政府。", "写明报哪个机关"), _OPINION),
        "本机关的期限到今天为止；批复下达后由窗口送达。系统当场编号《上报告知书》。",
    ),
    Spec(
        "reply", "登记批复", "批复已登记，决定书已编号", receive_reply,
        lambda on, told: Reply(on, told["agree"] == "yes", told["reply_no"], told["reason"], told["basis_words"]),
        StageKind.REPORT,
        (
            Field("reply_no", "批复文号", "words", needed="写批复文号"), _AGREE,
            Field("basis_words", "依据", "words", "例如：《水法》第七条。", "写明依据的条款"),
            Field("reason", "说明", hint="批复不同意的，写明理由；写进决定书，申请人看得到。"),
        ),
        "照批复登记。登记后由窗口送达申请人。",
    ),
)  # fmt: skip
