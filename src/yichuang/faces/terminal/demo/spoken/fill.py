"""What people said about the centre, and what was done about it (评价与诉求示例)."""

from __future__ import annotations

from datetime import datetime, timedelta

from yichuang.acts.context import Context
from yichuang.acts.evaluating.complete import EvaluationSheet, complete_evaluation
from yichuang.acts.evaluating.open import open_due
from yichuang.faces.terminal.demo.data import read
from yichuang.faces.terminal.demo.spoken.concerns import build_concerns
from yichuang.faces.terminal.demo.spoken.people import HOME, People
from yichuang.faces.terminal.demo.spoken.ratings import build_ratings
from yichuang.law.book import book
from yichuang.records.feedback.models import Evaluation, EvaluationKind
from yichuang.records.ids import new_id
from yichuang.records.org.directory import directory
from yichuang.rules.officers import SYSTEM

_MONTHS = (93, 62, 31, 0)  # days back: each falls into another month
_OPEN = 40  # evaluations of periods that ended within these days are still to be done
_WORDS = {
    "openness": "事项和指南全部公开，两项指南更新不及时",
    "efficiency": "提前办结的比上期多",
    "violations": "没有发现",
}


def build_spoken(now: datetime) -> int:
    """Fill ratings, concerns and evaluations; return how many."""
    told, people = read("spoken/spoken"), People(now, directory())
    return build_ratings(told, people) + build_concerns(told, people) + build_evaluations(people)


def build_evaluations(people: People) -> int:
    """List what was due in the last months; the earlier ones were done two days later, what was listed today today."""
    early = (people.now - timedelta(days=_OPEN)).date()
    waiting = Evaluation.objects.filter(region_code=HOME, done_at=None, ends_on__lt=early).order_by("ends_on", "kind")
    for row in waiting:
        _completed(row, people.now, people)
    for back in _MONTHS:
        at = people.now - timedelta(days=back)
        open_due(HOME, Context(SYSTEM, at, people.place, new_id().hex), [])
        for row in waiting.all():
            _completed(row, at + timedelta(days=2), people)
    return Evaluation.objects.filter(region_code=HOME).count()


def _completed(row: Evaluation, at: datetime, people: People) -> None:
    profile, done = people.place.centres[HOME].profile, row.starts_on.month
    sections = book().norms(profile, at.date()).choices("evaluation_sections")
    marks = {name: 88 + (done * 3 + place * 5) % 11 for place, name in enumerate(sections)}
    evaluator = "嘉宁市社会调查中心（示例）" if row.kind == EvaluationKind.THIRD_PARTY else ""
    officer = people.place.officer(people.ids["manager"], at.date())
    sheet = EvaluationSheet(HOME, row.id, marks, _WORDS, evaluator)
    complete_evaluation(sheet, Context(officer, at, people.place, new_id().hex))
