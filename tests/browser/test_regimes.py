"""One procedure, many norms (各地规范): at each sample centre a case goes its whole way, as the local text has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.browser.conftest import People
from tests.browser.test_permit import accept, decide, give_opinion, hand_out
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser
Step = Callable[[People, str], None]


def counted_from_receipt(people: People, no: str) -> None:
    """国土厅: the clock starts when the window receives, not when it accepts."""
    deputy = people("gt-deputy")
    deputy.open(f"/cases/{no}/clock/")
    deputy.check()
    assert "窗口收到材料当日不计入" in deputy.text


def extended_by_the_main_head(people: People, no: str) -> None:
    """重庆: five days more, by the main head and nobody below."""
    deputy, head = people("cq-deputy"), people("cq-head")
    deputy.open(f"/cases/{no}/extend/")
    deputy.check()
    assert "延期要由主要负责人批准，这里是分管负责人" in deputy.text
    head.open(f"/cases/{no}/extend/")
    head.check()
    assert head.page.locator("select[name=days] option").count() == 1 + 5
    head.page.locator("select[name=days]").select_option("5")
    head.page.get_by_label("理由").fill("情况复杂，需要进一步核实。")
    head.press("批准延长并告知申请人")
    head.check()
    assert "已延长" in head.text


def turned_away_by_two(people: People, no: str) -> None:
    """莆田: the window has no veto; it proposes, another person refuses."""
    clerk = people("pt-clerk")
    clerk.open(f"/desk/{no}/refuse/")
    clerk.check()
    assert "窗口无否决权" in clerk.text


def decided_by_another(people: People, no: str) -> None:
    """平凉: who reviewed doesn't sign (一审一核)."""
    reviewer = people("pl-reviewer")
    reviewer.open(f"/cases/{no}/")
    reviewer.check()
    assert reviewer.page.locator("button:has-text('作出准予许可决定'):not([aria-disabled=true])").count() == 0


def accepted_with_one_missing(people: People, no: str) -> None:
    """泉州: on the green channel, with the main papers there, one may follow within thirty days."""
    deputy, clerk = people("qz-deputy"), people("qz-clerk")
    deputy.open(f"/cases/{no}/expedite/")
    deputy.check()
    deputy.page.get_by_label("理由").fill("市重点项目（示例）。")
    deputy.press("批准列入")
    deputy.check()
    clerk.open(f"/desk/{no}/")
    for row in clerk.page.locator("#sheet tbody tr").all():
        row.get_by_text("符合", exact=True).click()
    clerk.page.locator("#sheet tbody tr").nth(3).get_by_text("容缺", exact=True).click()
    clerk.page.get_by_label("申请人已签容缺承诺").check()
    clerk.page.locator("button[value=accept]:not([aria-disabled=true])").wait_for()
    clerk.press("受理并打印")
    clerk.check()
    assert f"已受理 {no}" in clerk.text


@dataclass(frozen=True)
class Regime:
    """A sample centre: its prefix, whether a second person verifies, and what is peculiar before and in its middle."""

    prefix: str
    verified: bool = False
    first: Step = lambda people, no: None
    taken: Step = lambda people, no: accept(people(f"{no[:2].lower()}-clerk"), no)
    middle: Step = lambda people, no: None
    issuing: str = "clerk"  # who hands out


REGIMES = (
    Regime("gt", verified=True, middle=counted_from_receipt),
    Regime("cq", middle=extended_by_the_main_head),
    Regime("pt", first=turned_away_by_two),
    Regime("pl", middle=decided_by_another),
    Regime("qz", taken=accepted_with_one_missing),
    Regime("ly", issuing="issuing"),  # 统一出件: one window hands out for all
)


@pytest.mark.parametrize("regime", REGIMES, ids=lambda regime: regime.prefix)
def test_a_case_goes_its_whole_way(people: People, regime: Regime) -> None:
    no = f"{regime.prefix.upper()}-2026-000001"
    regime.first(people, no)
    regime.taken(people, no)
    give_opinion(claimed(people(f"{regime.prefix}-reviewer"), no), no, "review")
    if regime.verified:
        give_opinion(people(f"{regime.prefix}-verifier"), no, "verify")
    regime.middle(people, no)
    decide(people(f"{regime.prefix}-deputy"), no)
    hand_out(people(f"{regime.prefix}-{regime.issuing}"), no)


def test_a_case_goes_up_from_the_village_to_the_county(people: People) -> None:
    """楚雄: the township signs for the village and says on what ground; each level reads what those below said."""
    no, town, county = "CXY-2026-000001", people("cx-town-reviewer"), people("cx-reviewer")
    accept(people("cx-village"), no)
    lower(town, no, "电话")
    lower(town, no, "")
    pass_on(town, no, "forward", "转报上级")
    pass_on(county, no, "receive", "接收并出具回执")
    assert "代签" in county.text
    give_opinion(county, no, "review")
    decide(people("cx-deputy"), no)
    hand_out(people("cx-town-clerk"), no)


def lower(officer: Visitor, no: str, ground: str) -> None:
    """Give a lower level's opinion; a ground where it is on behalf of the level below."""
    officer.open(f"/cases/{no}/lower/")
    officer.check()
    if ground:
        officer.page.locator(".choices label", has_text=ground).click()
    officer.page.get_by_text("同意", exact=True).first.click()
    officer.page.get_by_label("意见与依据").fill("与村级宣传员核对，情况与申请一致。")
    officer.press("出具初审意见")
    officer.check()
    assert "已出具初审意见" in officer.text


def pass_on(officer: Visitor, no: str, act: str, words: str) -> None:
    """Send the case up, or take it over."""
    officer.open(f"/cases/{no}/{act}/")
    officer.check()
    officer.press_in(f"form.act button:has-text('{words}')")
    officer.check()


def claimed(reviewer: Visitor, no: str) -> Visitor:
    """Take the case over."""
    reviewer.open("/worklist/?tab=unclaimed")
    reviewer.page.locator(f"tr:has-text('{no}') input[name=case]").check()
    reviewer.press_in(".bulk button:visible")
    return reviewer


def test_a_visitor_chooses_where_to_look(people: People) -> None:
    anybody = people()
    anybody.open("/places/")
    anybody.check()
    anybody.press_in("button[name=place][value=GT]")
    anybody.check()
    assert "临时用地审批" in anybody.text
    assert "取水许可" not in anybody.text
