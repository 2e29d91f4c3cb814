"""Evaluations: on the list at the end of each period, once; done with a sheet of seven sections."""

from datetime import date

import pytest

from tests.acts.city import City
from tests.acts.feedback.walks import REGION
from tests.acts.test_refusals import refused
from yichuang.acts.evaluating.complete import EvaluationSheet, complete_evaluation
from yichuang.acts.evaluating.open import EvaluationDue, open_due, open_evaluation
from yichuang.acts.inspection.doctor import examine
from yichuang.law.book import book
from yichuang.records.cases.access import NotFound
from yichuang.records.feedback.models import Evaluation
from yichuang.records.org.directory import directory
from yichuang.rules.feedback.evaluating import DueEvaluation

pytestmark = pytest.mark.django_db
SECTIONS = book().norms("cn.350300", date(2026, 3, 2)).choices("evaluation_sections")


def listed(city: City) -> dict[str, Evaluation]:
    open_due(REGION, city.ctx("system"), [])
    return {row.kind: row for row in Evaluation.objects.filter(region_code=REGION)}


def sheet(row: Evaluation, marks: int = 90, evaluator: str = "") -> EvaluationSheet:
    return EvaluationSheet(REGION, row.id, dict.fromkeys(SECTIONS, marks), {}, evaluator)


def test_it_works(city: City) -> None:
    """R168, R169: monthly, quarterly, yearly; seven sections."""
    rows = listed(city)
    assert {kind: str(row.ends_on) for kind, row in rows.items()} == {
        "self": "2026-02-28", "applicant": "2026-02-28", "call_back": "2025-12-31", "third_party": "2025-12-31",
    }  # fmt: skip
    assert open_due(REGION, city.ctx("system"), []) == 0
    complete_evaluation(sheet(rows["self"]), city.ctx("manager"))
    assert len(Evaluation.objects.get(region_code=REGION, kind="self").sheet) == 7
    assert list(examine(REGION, directory())) == []


def test_a_sheet_is_refused(city: City) -> None:
    rows = listed(city)
    refused("evaluation_marks", lambda: complete_evaluation(sheet(rows["self"], 101), city.ctx("manager")))
    refused("evaluator_missing", lambda: complete_evaluation(sheet(rows["third_party"]), city.ctx("manager")))
    with pytest.raises(NotFound):
        complete_evaluation(sheet(rows["self"]), city.ctx("reviewer"))
    complete_evaluation(sheet(rows["third_party"], evaluator="某研究院"), city.ctx("manager"))
    again = sheet(rows["third_party"], evaluator="某研究院")
    refused("evaluation_done", lambda: complete_evaluation(again, city.ctx("manager")))


def test_nobody_lists_evaluations_by_hand(city: City) -> None:
    due = DueEvaluation("self", date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 14))
    refused("not_yours", lambda: open_evaluation(EvaluationDue(REGION, due), city.ctx("manager")))
