"""Pages of a second round and of 同意上报: what the lead and the co-department see and do."""

from __future__ import annotations

from tests.acts.joint.city import JointCity, routed_joint
from tests.acts.joint.told import conclude, part_of
from tests.faces.office.conftest import Login, form
from tests.faces.office.test_joint import DAY, enter, joint, pytestmark, words

__all__ = ["enter", "joint", "pytestmark"]


def test_a_reply_is_put_down_and_the_lead_sees_it(joint: JointCity, enter: Login) -> None:
    no = routed_joint(joint, DAY)
    conclude(joint, no, "fire", "upward", day=DAY)
    assert "待批复 1" in words(enter("fire_verifier").get("/joint/parts/"))
    assert "1 个等批复" in words(enter("reviewer").get("/joint/"))
    path = f"/cases/{no}/part-reply/"
    assert "写批复文号" in words(enter("fire_verifier").post(path, form(no, agree="no")))
    answer = enter("fire_verifier").post(path, form(no, agree="yes", reply_no="国批〔2026〕7号"))
    assert answer.status_code == 302
    page = words(enter("reviewer").get(f"/cases/{no}/"))
    assert "批复同意" in page
    assert "国批〔2026〕7号" in page


def test_the_lead_asks_again_and_the_first_conclusion_stays_visible(joint: JointCity, enter: Login) -> None:
    no = routed_joint(joint, DAY)
    conclude(joint, no, "fire", "disagree", day=DAY, opinion="安全间距不足。")
    lead, path = enter("reviewer"), f"/cases/{no}/ask-again/{part_of(joint, 'fire').id}/"
    assert path in lead.get(f"/cases/{no}/").content.decode()
    assert "安全间距不足。" in words(lead.get(path))
    assert lead.post(path, form(no, reason=" ")).status_code == 422
    assert lead.post(path, form(no, reason="补正了平面图")).status_code == 302
    page = words(lead.get(f"/cases/{no}/"))
    assert "再次征求 补正了平面图" in page
    assert "不同意：安全间距不足。" in page
    assert "待领取 1" in words(enter("fire_verifier").get("/joint/parts/"))
