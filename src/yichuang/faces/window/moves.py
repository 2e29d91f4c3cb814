"""What may be done with an application on the desk (受理台上的处理): each act, or in words why not.

The acts themselves are asked (`judged`), so the desk never knows a rule of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from yichuang.acts.act import On, Work
from yichuang.acts.context import Context
from yichuang.acts.intake.accept import Acceptance, accept
from yichuang.acts.intake.not_needed import NotNeeded, tell_not_needed
from yichuang.acts.intake.notify_correction import CorrectionNotice, notify_correction
from yichuang.acts.intake.propose_refusal import RefusalProposal, propose_refusal
from yichuang.acts.intake.receive import Receipt, receive
from yichuang.acts.intake.refuse_acceptance import AcceptanceRefusal, refuse_acceptance
from yichuang.faces.common.sentences import Refusal, refusal
from yichuang.faces.window import sheet
from yichuang.faces.window.fitting import FILING_NOTE, FILING_WORDS, deferring, files
from yichuang.faces.window.sheet import Line
from yichuang.records.cases.reading import CaseFile
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.verdict import Refused

ANY_REASON = "（理由）"


@dataclass(frozen=True, slots=True)
class Move:
    """One act: its name in the form, its words, its key, and why it can't be done now."""

    do: str
    words: str
    key: str = ""
    css: str = "sec"
    refused: Refusal | None = None
    papers: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """Return the reason in words, "" when the act can be done."""
        return f"{self.refused.what}。{self.refused.todo}。" if self.refused else ""


@dataclass(frozen=True, slots=True)
class Moves:
    """All acts on an application that was not answered yet."""

    correct: Move
    accept: Move
    hold: Move
    not_needed: Move
    refuse: Move
    defers: bool = False  # something may be handed in later (可容缺)
    late: bool = False  # something is ticked 容缺
    until: date | None = None  # the last day for what is handed in later
    promised: bool = False
    no_later: str = ""  # why nothing may be handed in later here
    filing: bool = False  # 备案: nothing but its own two conclusions fits

    @property
    def everything(self) -> tuple[Move, ...]:
        """Return the acts in the order of their buttons."""
        if self.filing:
            return tuple(replace(move, words=FILING_WORDS[move.do]) for move in (self.accept, self.hold))
        return (self.correct, self.accept, self.hold, self.not_needed, self.refuse)

    @property
    def note(self) -> str:
        """Return what the clerk must know of the answers that fit, "" where all do."""
        return FILING_NOTE if self.filing else ""

    @property
    def papers(self) -> tuple[str, ...]:
        """Return what the obvious act would print."""
        return next((move.papers for move in (self.accept, self.correct) if not move.refused), ())


def moves(case: CaseFile, lines: Sequence[Line], notice: CorrectionNotice, ctx: Context) -> Moves:
    """Ask every act that answers an application."""
    on = On(case.no)
    correcting, correct_papers = ask(lambda: notify_correction.judged(case, notice, ctx), ctx)
    accepting, accept_papers = ask(
        lambda: accept.judged(case, Acceptance(on, sheet.verdicts(lines), sheet.promised(lines)), ctx), ctx
    )
    holding, _ = ask(lambda: receive.judged(case, Receipt(on, undecided=True), ctx), ctx)
    telling, _ = ask(lambda: tell_not_needed.judged(case, NotNeeded(on, ANY_REASON), ctx), ctx)
    first = "correct" if any(line.wrong for line in lines) else "accept"
    days = case.terms.answer.number
    return Moves(
        Move("correct", "一次性告知补正", "F8", _css(first == "correct"), correcting, correct_papers),
        Move("accept", "受理并打印", "F9", _css(first == "accept"), _named(accepting, lines), accept_papers),
        Move("hold", f"先收件，{days} 日内告知是否受理", "", "sec", holding),
        Move("not_needed", "不受理…", "", "sec", telling),
        _refusing(case, on, ctx),
        filing=files(case),
        **deferring(case, lines, ctx),
    )


def refuses_alone(case: CaseFile, ctx: Context) -> bool:
    """Return whether this officer may refuse now; else a refusal can only be proposed to a second person."""
    wish = AcceptanceRefusal(On(case.no), ANY_REASON, ANY_REASON, ANY_REASON)
    return ask(lambda: refuse_acceptance.judged(case, wish, ctx), ctx)[0] is None


def _refusing(case: CaseFile, on: On, ctx: Context) -> Move:
    if refuses_alone(case, ctx):
        return Move("refuse", "不予受理…", "", "danger")
    refused, _ = ask(lambda: propose_refusal.judged(case, RefusalProposal(on, ANY_REASON), ctx), ctx)
    return Move("refuse", "提请不予受理…", "", "danger", refused)


def _css(first: bool) -> str:
    return "" if first else "sec"


def ask(judge: Callable[[], Work], ctx: Context) -> tuple[Refusal | None, tuple[str, ...]]:
    """Return why not, or which papers there would be."""
    try:
        work = judge()
    except Refused as refused:
        return refusal(refused, ctx.today), ()
    return None, tuple(DocumentKind(paper.kind).label for paper in work.papers)


def _named(refused: Refusal | None, lines: Sequence[Line]) -> Refusal | None:
    """Name the lines by their numbers where materials are the reason."""
    if refused is None or refused.code != "materials_open":
        return refused
    wrong = [line for line in lines if line.required and line.wrong]
    asked = [line for line in lines if line.required and not line.spared]
    unseen = [line for line in asked if not line.wrong and not line.ok and not line.late]
    if wrong:
        names = "、".join(f"第 {line.number} 项“{line.name}”" for line in wrong)
        return replace(refused, what=f"{names}标为“补正”，所以“受理”不可用", todo="改为符合后可受理")
    numbers = "、".join(str(line.number) for line in unseen)
    return replace(refused, what=f"还有 {len(unseen)} 份材料没有核对：第 {numbers} 项", todo="逐份标“符合”后可受理")
