"""Run the law cases: what a legal officer wrote must be what the rules say by the law in force (法规算例)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.law_cases.bulletins_asked import BULLETINS
from tests.law_cases.consulting_asked import CONSULTING
from tests.law_cases.feedback_asked import FEEDBACK
from tests.law_cases.hall_asked import HALL
from tests.law_cases.hearing_questions import HEARING
from tests.law_cases.level_questions import LEVEL_QUESTIONS
from tests.law_cases.procedure_asked import PROCEDURE
from tests.law_cases.projects_asked import PROJECTS
from tests.law_cases.roster import standing_in
from tests.law_cases.rounds_asked import ROUNDS
from tests.law_cases.staffing_asked import STAFFING
from tests.law_cases.statistics_asked import STATISTICS
from tests.law_cases.steps_asked import STEPS_ASKED
from tests.law_cases.supervision_asked import SUPERVISION
from yichuang.faces.common.wording.refusals import SENTENCES
from yichuang.law.book import book
from yichuang.rules import acceptance, limits
from yichuang.rules.clock import Clock, ClockTerms, clock_terms, fold
from yichuang.rules.clockwork.pauses import kind_of
from yichuang.rules.clockwork.promises import may_promise
from yichuang.rules.explain import ExplainedDay, explain, explain_term
from yichuang.rules.facts import ClockFact, FactKind
from yichuang.rules.joint.part_clock import part_due, part_start, part_terms
from yichuang.rules.lights import light
from yichuang.rules.norms import Norms, Term, Unit
from yichuang.rules.periods import deemed_renewed, end_of, latest_before
from yichuang.rules.remedies import remedies
from yichuang.rules.verdict import Verdict

HERE = Path(__file__).parent
UNITS = {"个工作日": Unit.WORKING_DAY, "日": Unit.CALENDAR_DAY, "个月": Unit.MONTH, "年": Unit.YEAR}
STEPS = {
    "收件": FactKind.RECEIVED, "补正告知": FactKind.CORRECTION_NOTIFIED, "补正": FactKind.SUPPLEMENTED,
    "受理": FactKind.ACCEPTED,
}  # fmt: skip
KNOWN = {*STEPS, "中止", "延期", "事项时限", "承诺时限", "联办", "今天"}
REQUIRED = """L07 L17 L18 L20 L21 L25 L26 L37 L38 L40 L41 L42 R005 R007 R009 R012 R015 R016 R017 R019 R020 R023
    R025 R027 R029 R036 R039 R040 R041 R043 R044 R048 R084 R085 R099 R151 R156""".split()


@dataclass(frozen=True)
class Example:
    """One example of one rule. `given` and `expected` are what the officer wrote."""

    no: str
    basis: str
    profile: str
    question: str
    given: Mapping[str, Any]
    expected: Mapping[str, Any]

    @property
    def norms(self) -> Norms:
        days = [on for on in self.given.values() if isinstance(on, date)]
        return book().norms(self.profile, min(days, default=date(2026, 3, 2)))

    def yes(self, name: str) -> bool:
        """是 is yes; nothing, or 否, is no."""
        return self.given.get(name, "否") in ("是", True)


def written() -> Iterator[dict[str, Any]]:
    for path in sorted(HERE.glob("*.yaml")):
        yield from yaml.safe_load(path.read_text(encoding="utf-8"))


def examples() -> Iterator[Any]:
    for case in written():
        for number, row in enumerate(case["算例"], 1):
            profile = row.get("适用", case.get("适用", "cn"))
            example = Example(case["编号"], case["条文"], profile, row.get("问", "时限"), row["已知"], row["应为"])
            yield pytest.param(example, id=f"{example.no}-{number}")


@pytest.mark.parametrize("example", list(examples()))
def test_the_law_case(example: Example) -> None:
    found = QUESTIONS[example.question](example)
    for name, expected in example.expected.items():
        assert name in found, f"{example.no}：没有“{name}”这个结论"
        if name == "原因":
            assert expected in str(found[name])
        else:
            assert found[name] == expected, f"{example.no}：{name}"


@pytest.mark.parametrize("case", list(written()), ids=lambda case: case["编号"])
def test_the_article_is_known(case: dict[str, Any]) -> None:
    assert book().cite(case["条文"])
    assert case["规则"]


def test_no_required_row_is_missing() -> None:
    assert set(REQUIRED) <= {case["编号"] for case in written()}


def run(example: Example) -> tuple[Clock, ClockTerms, tuple[ExplainedDay, ...]]:
    """Fold the history that the example tells."""
    unknown = set(example.given) - KNOWN - {"行为", "日数", "批准人", "环节", "第二人", "补正期限"}
    assert not unknown, f"没有“{unknown}”这一栏"
    item, promise = example.given.get("事项时限"), example.given.get("承诺时限")
    terms = clock_terms(
        example.norms,
        item_limit=Term(item, Unit.WORKING_DAY, example.basis) if item else None,
        promised=Term(promise, Unit.WORKING_DAY, example.basis) if promise else None,
        joint=example.yes("联办"),
    )
    facts, calendar = tuple(history(example.given)), book().calendar(example.profile)
    clock = fold(facts, terms, calendar, as_of=example.given.get("今天", facts[-1].on))
    return clock, terms, explain(clock, terms, calendar)


def history(given: Mapping[str, Any]) -> Iterator[ClockFact]:
    for name, kind in STEPS.items():
        if name in given:
            yield ClockFact(kind, given[name])
    for span in given.get("中止", ()):
        first, last, word = re.split(r"\.\.|:", span)
        kind = kind_of(word) or ""
        yield ClockFact(FactKind.PAUSED, date.fromisoformat(first), pause=kind)
        if last:
            yield ClockFact(FactKind.RESUMED, date.fromisoformat(last), pause=kind)
    if "延期" in given:
        yield ClockFact(FactKind.EXTENDED, given.get("收件", given.get("受理")), days=given["延期"])


def clock_of(example: Example) -> dict[str, Any]:
    clock, terms, days = run(example)
    due, promised = clock.due and clock.due.on, clock.promised and clock.promised.on
    if due:
        assert [day.on for day in days if day.counts][-1] == due
    return {
        "法定到期日": due or "无",
        "承诺到期日": promised or "无",
        "答复期限": clock.answer_by or "无",
        "受理日期": clock.accepted_on or "无",
        "视为受理": "是" if clock.deemed else "否",
        "暂定": "是" if clock.provisional else "否",
        "时限": terms.decision.number,
        "首个计入日": next((day.on for day in days if day.counts), "无"),
        "不计入": [day.on for day in days if "不计入" in day.why],
        "灯": light(clock, clock.as_of).value,
    }


def term_of(example: Example) -> Term:
    if "参数" in example.given:
        return example.norms.term(example.given["参数"])
    number, unit = example.given["期限"].split()
    return Term(int(number), UNITS[unit], example.basis)


def period(example: Example) -> dict[str, Any]:
    start, term, calendar = example.given["起"], term_of(example), book().calendar(example.profile)
    end = end_of(start, term, calendar)
    days = explain_term(start, term, calendar)
    assert (days[-1].on if days else start) == end  # nothing is counted in a term of the same day
    return {"期满": end}


def latest(example: Example) -> dict[str, Any]:
    return {"最迟": latest_before(example.given["事件"], term_of(example), book().calendar(example.profile))}


def co_department(example: Example) -> dict[str, Any]:
    calendar, terms = book().calendar(example.profile), part_terms(example.norms)
    start = part_start(example.given["受理"], example.given.get("领取"), terms, calendar)
    pauses = history({"中止": example.given.get("中止", ())})
    return {"期满": part_due(start, terms, pauses, calendar, case_due=None)}


def remedy(example: Example) -> dict[str, Any]:
    found = remedies(example.given["送达"], example.norms, book().calendar(example.profile))
    return {"复议": found.review_by, "起诉": found.court_by}


def renewal(example: Example) -> dict[str, Any]:
    given = example.given
    silent = deemed_renewed(
        expires_on=given["届满"], applied_on=given["申请"], decided_on=given.get("决定"), today=given["今天"],
        norms=example.norms,
    )  # fmt: skip
    return {"视为准予延续": "是" if silent else "否"}


def parameter(example: Example) -> dict[str, Any]:
    return {"值": example.norms.norm(example.given["参数"]).value}


def allowed(example: Example) -> dict[str, Any]:
    verdict = ACTS[example.given["行为"]](example)
    if verdict.allowed:
        return {"准许": "是"}
    what = SENTENCES[verdict.code][0].format_map(verdict.facts)
    return {"准许": "否", "原因": what, "依据": verdict.basis}


def extending(example: Example) -> Verdict:
    may = limits.may_extend_joint if example.yes("联办") else limits.may_extend
    given = example.given
    return may(run(example)[0], days=given["日数"], approver=given["批准人"], norms=example.norms, today=given["今天"])


def pausing(example: Example) -> Verdict:
    given = example.given
    return limits.may_pause(
        run(example)[0], kind=kind_of(given["环节"]) or "", approver=given["批准人"], handler_is_approver=False,
        norms=example.norms, today=given["今天"],
    )  # fmt: skip


def notifying(example: Example) -> Verdict:
    second, today = "补正告知" in example.given, example.given["今天"]
    return limits.may_notify_correction(run(example)[0], second=second, norms=example.norms, today=today)


def refusing(example: Example) -> Verdict:
    told = example.given["行为"] == "不受理"
    outcome = acceptance.Outcome.NOT_NEEDED if told else acceptance.Outcome.REFUSED
    assert acceptance.still_open(run(example)[0]).allowed
    return acceptance.may_refuse(
        outcome=outcome, by_role="window_clerk", second_person=example.yes("第二人"), norms=example.norms
    )


def refusing_after_correction(example: Example) -> Verdict:
    given = example.given
    return acceptance.may_refuse_after_correction(
        run(example)[0], correction_due_on=given["补正期限"], today=given["今天"], norms=example.norms
    )


def promising(example: Example) -> Verdict:
    statutory, promised = example.given.get("法定时限"), example.given.get("承诺")
    return may_promise(
        Term(promised, Unit.WORKING_DAY, "") if promised else None,
        statutory=Term(statutory, Unit.WORKING_DAY, "") if statutory else None,
        norms=example.norms,
        complex_item=example.yes("复杂事项"),
    )


ACTS: dict[str, Callable[[Example], Verdict]] = {
    "延期": extending,
    "中止": pausing,
    "补正告知": notifying,
    "不受理": refusing,
    "不予受理": refusing,
    "逾期不补正": refusing_after_correction,
    "承诺": promising,
}
QUESTIONS: dict[str, Callable[[Example], dict[str, Any]]] = {
    **LEVEL_QUESTIONS,
    "时限": clock_of,
    "期限": period,
    "最迟": latest,
    "协办": co_department,
    "救济": remedy,
    "延续": renewal,
    "参数": parameter,
    "准许": allowed,
    "顶岗": lambda example: standing_in(example.given),
    **CONSULTING,
    **HEARING,
    **PROJECTS,
    **STEPS_ASKED,
    **HALL,
    **SUPERVISION,
    **FEEDBACK,
    **STATISTICS,
    **BULLETINS,
    **STAFFING,
    **ROUNDS,
    **PROCEDURE,
}
