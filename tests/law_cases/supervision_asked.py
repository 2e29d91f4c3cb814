"""What law cases ask of supervision: what is found on a day, and by when an urging notice is to be answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from yichuang.acts.supervision.words import RULES
from yichuang.law.book import book
from yichuang.rules.clock import clock_terms
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.norms import Term, Unit
from yichuang.rules.periods import end_of
from yichuang.rules.supervision import findings
from yichuang.rules.supervision.history import History, Signed, Step

_FACTS = {"收件": FactKind.RECEIVED, "受理": FactKind.ACCEPTED, "决定": FactKind.DECIDED}
_VERBS = {"提交": "case.submitted", "受理": "case.accepted", "转办": "case.routed", "审查": "case.reviewed",
          "核准": "case.verified", "决定": "case.decided"}  # fmt: skip
_HERE = UUID(int=1)


def _steps(given: Any) -> Iterator[Step]:
    """Yield the consultation and the check of a promise, with their days."""
    if "发函" in given:
        yield Step(UUID(int=2), "consultation", _HERE, given["反馈期限"], given.get("反馈"), given["发函"])
    if "核查期限" in given:
        yield Step(UUID(int=3), "after_check", _HERE, given["核查期限"], given.get("核查"), given["决定"])


def supervised(example: Any) -> dict[str, Any]:
    """What is found on the day, in the order in which it arose; powers are not asked for here."""
    given, norms, calendar = example.given, example.norms, book().calendar(example.profile)
    limit = given.get("事项时限")
    terms = clock_terms(norms, item_limit=Term(limit, Unit.WORKING_DAY, example.basis) if limit else None)
    facts = tuple(ClockFact(kind, given[word]) for word, kind in _FACTS.items() if word in given)
    words = given.get("账目") or ("提交", "受理", *(() if "转办" in given else ("转办",)))
    entries = tuple(Signed(seq, _VERBS[word], facts[0].on) for seq, word in enumerate(words, 1))
    if "转办" in given:  # its day, and its half of it
        seq, afternoon = len(entries) + 1, given.get("时刻") == "下午"
        entries += (Signed(seq, "case.routed", given["转办"], afternoon=afternoon),)
    case = History("promised", _HERE, terms, facts, entries, tuple(_steps(given)))
    found = findings(case, norms, calendar, given["今天"])
    asked = [one for one in found if one.rule not in ("over_authority", "near_due")]
    return {
        "异常": "、".join(dict.fromkeys(RULES[one.rule] for one in asked)) or "无",
        "出现": asked[0].on if asked else "无",
        "依据": asked[0].basis if asked else "",
        "催办答复期限": end_of(given["今天"], norms.term("urging_answer_limit"), calendar),
    }


SUPERVISION = {"监察": supervised}
