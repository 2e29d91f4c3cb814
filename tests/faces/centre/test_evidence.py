"""The evidence: what was owed, by when, which entry is missing, who had it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.test import Client

from tests.acts.city import City
from tests.acts.lives import accepted, promised_life, submitted, to_decide, under_review
from yichuang.acts.act import On
from yichuang.acts.decision.decide import Decision, decide
from yichuang.acts.intake.deem_accepted import Silence, deem_accepted

Enter = Callable[[str], Client]
Day = Callable[[date], None]


def evidence(client: Client, no: str) -> list:
    return client.get(f"/centre/cases/{no}/evidence/").context["proofs"]


def test_a_case_nobody_took_up(centre: City, enter: Enter, on_day: Day) -> None:
    no = under_review(centre)
    on_day(date(2026, 3, 16))
    (proof,) = evidence(enter("supervisor"), no)
    assert (proof.kind, proof.due, proof.owed, proof.late, proof.done) == (
        "超过承诺期限", date(2026, 3, 12), "决定", 2, None,
    )  # fmt: skip
    assert [(span.step, span.place, span.who) for span in proof.holders] == [("审查", "市水利局", "没有人认领")]
    assert (proof.last.seq, proof.last_words) == (3, "转办")
    assert proof.days[-1].on == proof.due


def test_silence_on_a_receipt(centre: City, enter: Enter, on_day: Day) -> None:
    no = submitted(centre)
    on_day(date(2026, 3, 10))
    before = evidence(enter("supervisor"), no)
    deem_accepted(Silence(On(no)), centre.ctx("system", date(2026, 3, 10)))
    after = evidence(enter("supervisor"), no)
    for (proof,) in (before, after):
        assert (proof.kind, proof.due, proof.done) == ("逾期未告知", date(2026, 3, 9), None)
        assert "受理" in proof.owed
        assert proof.holders[0].who == "没有人办理过（首席代表 chief）"
        assert "三十二条" in proof.cited
        assert "五日" in proof.article


def test_a_late_decision_stays_in_evidence(centre: City, enter: Enter, on_day: Day) -> None:
    no = to_decide(centre)
    decide(Decision(On(no), True, "", "《水法》第七条"), centre.ctx("agency", date(2026, 3, 17)))
    on_day(date(2026, 3, 18))
    (proof,) = evidence(enter("supervisor"), no)
    assert (proof.kind, proof.late, proof.done.verb) == ("超过承诺期限", 3, "case.decided")
    assert proof.holders[0].step == "决定"


def test_a_certificate_not_handed_over(centre: City, enter: Enter, on_day: Day) -> None:
    no = to_decide(centre)
    decide(Decision(On(no), True, "", "《水法》第七条"), centre.ctx("agency", date(2026, 3, 6)))
    on_day(date(2026, 5, 6))
    (proof,) = evidence(enter("auditor"), no)
    assert (proof.kind, proof.owed) == ("逾期未送达", "送达")
    assert proof.holders[0].step == "制证和送达"


def test_a_life_in_time_has_none(centre: City, enter: Enter, on_day: Day) -> None:
    no = promised_life(centre)
    on_day(date(2026, 4, 1))
    page = enter("supervisor").get(f"/centre/cases/{no}/evidence/")
    assert page.context["proofs"] == []
    assert "没有逾期事实" in page.content.decode()
    assert [span.step for span in page.context["spans"]][:3] == ["窗口受理", "申请人补正", "窗口受理"]


def test_days_of_a_pause_are_not_counted_against_anybody(centre: City, enter: Enter, on_day: Day) -> None:
    no = promised_life(centre)
    on_day(date(2026, 4, 1))
    spans = enter("supervisor").get(f"/centre/cases/{no}/evidence/").context["spans"]
    review = next(span for span in spans if span.step == "审查")
    assert (review.used, review.stopped) == (3, 3)


def test_queries(centre: City, enter: Enter, django_assert_max_num_queries: Callable) -> None:
    no, client = accepted(centre), enter("supervisor")
    client.get("/centre/")
    with django_assert_max_num_queries(12):
        client.get(f"/centre/cases/{no}/evidence/")


def test_a_watcher_sees_his_own_region_only(centre: City, enter: Enter) -> None:
    accepted(centre)
    client = enter("supervisor")
    for no in ("JN-2026-999999", "XX-2026-000001", "..", "%00", "JN-2026-000001'"):
        assert client.get(f"/centre/cases/{no}/evidence/").status_code == 404
