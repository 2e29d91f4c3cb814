"""A life in which the centre approves a special step that no law asks for."""

from datetime import date

from tests.acts.city import City, on
from tests.acts.lives import under_review
from tests.acts.special.lives import under
from yichuang.acts.consulting.mark_major import MajorMark, mark_major
from yichuang.acts.consulting.unmark_major import MajorUnmark, unmark_major
from yichuang.acts.handling.decline_extension import DeclinedExtension, decline_extension
from yichuang.acts.handling.note_step_result import StepResult, note_step_result
from yichuang.acts.handling.propose_extension import ExtensionProposal, propose_extension
from yichuang.acts.handling.propose_step import StepProposal, propose_step
from yichuang.acts.handling.settle_step import StepSettlement, settle_step
from yichuang.records.cases.models import Stage
from yichuang.rules.steps.discretionary import Step

DAY, LAST = date(2026, 3, 3), date(2026, 3, 30)  # the statutory limit of a case accepted on 2026-03-02
BOTH = frozenset({"reform", "efficiency"})


def proposed(city: City, kind: str = "expert_review", ends: date = date(2026, 3, 6), reason: str = "取水量大。") -> str:
    """Return the number of a case whose department asked for a step."""
    no = under_review(city)
    propose_step(StepProposal(on(no), Step(kind, DAY, ends), reason), city.ctx("reviewer", DAY))
    return no


def step_life(city: City) -> None:
    """Asked for, approved, and its result put down."""
    no = proposed(city)
    settle_step(StepSettlement(on(no), True, "同意。", BOTH), city.ctx("manager", DAY))
    stage = Stage.objects.get(region_code="990100", case__no=no, kind="special_step")
    note_step_result(StepResult(on(no), stage.id, "同意。"), city.ctx("reviewer", DAY))


def major_life(city: City) -> None:
    """Marked as major by its reviewer, who takes the mark back."""
    no = under_review(city)
    mark_major(MajorMark(on(no), "省重点项目。"), city.ctx("reviewer", DAY))
    unmark_major(MajorUnmark(on(no), "标错了。"), city.ctx("reviewer", DAY))


def extension_life(city: City) -> None:
    """More days are asked for in vain."""
    no = under_review(city)
    propose_extension(ExtensionProposal(on(no), 5, "复核界址。"), city.ctx("reviewer", DAY))
    decline_extension(DeclinedExtension(on(no), "期限足够。"), city.ctx("deputy", DAY))


STEPS = (
    under("cn.350300", step_life),
    under("cn.990000.land", major_life),
    under("cn.990000.land", extension_life),
)
