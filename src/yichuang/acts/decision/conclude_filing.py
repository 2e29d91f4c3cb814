"""备案结论: filed, or not filed with everything that is missing, told once; nothing else may be concluded."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import On, Work, case_act, norms_of
from yichuang.acts.consulting.heard import all_heard
from yichuang.acts.context import Context
from yichuang.acts.decision.signing import may_decide
from yichuang.acts.filing.shapes import Change
from yichuang.acts.handling.stages import open_stage
from yichuang.acts.papers.about import about
from yichuang.acts.papers.paper import Paper, numbered
from yichuang.acts.papers.remedies import remedy_fields
from yichuang.records.cases.models import CaseOutcome, Conclusion, Stage, StageKind
from yichuang.records.cases.reading import CaseFile
from yichuang.records.catalogue.options import is_filing
from yichuang.records.catalogue.versions import version_of
from yichuang.records.documents.models import DocumentKind
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.filings import concluding
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class FilingConclusion:
    """Filed or not; all that is missing or wrong, one entry each."""

    on: On
    filed: bool
    missing: tuple[str, ...] = ()


@case_act(verb="case.filing_concluded")
def conclude_filing(case: CaseFile, wish: FilingConclusion, ctx: Context) -> Work:
    """Conclude a filing, at once or through its department; whoever took it in signs only where one person may.

    Basis: S0h-二(二)2, S0h-二(一)2.1
    """
    if not is_filing(version_of(case.item_version_id)):
        raise Refused("filing_none", "S0h-二(二)2")
    missing = tuple(words.strip() for words in wish.missing if words.strip())
    conclusion = concluding.FILED if wish.filed else concluding.NOT_FILED
    concluding.may_conclude(conclusion, missing, norms_of(case)).raise_if_refused()
    all_heard(case, ctx, grant=wish.filed)
    may_decide(case, ctx, grant=wish.filed, act="case.filing_concluded")
    verdict = (Conclusion.AGREE if wish.filed else Conclusion.DISAGREE).value
    done = {"assignee_id": ctx.officer.user_id, "done_at": ctx.at, "conclusion": verdict}
    return Work(
        clock=(ClockFact(FactKind.DECIDED, ctx.today),),
        set={"decided_on": ctx.today, "handler_id": None},
        outcome=(CaseOutcome.FILED if wish.filed else CaseOutcome.NOT_FILED).value,
        change=tuple(Change(Stage, stage.id, done) for stage in case.stages if not stage.done),
        add=(open_stage(case, StageKind.DECISION.value, ctx, **done),),
        papers=(_paper(case, missing, ctx),),
        payload={"reason": "；".join(missing)},
    )


def _paper(case: CaseFile, missing: tuple[str, ...], ctx: Context) -> Paper:
    if not missing:
        return numbered(DocumentKind.FILED, about(case, ctx), ctx)
    return numbered(DocumentKind.NOT_FILED, about(case, ctx), ctx, missing=list(missing), **remedy_fields(case, ctx))
