"""异常与催办: the list, the alert with its explained days, the measures, and the department's answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.test import Client

from tests.acts.city import City
from tests.acts.lives import submitted, under_review
from tests.records.hall.conftest import build_hall
from yichuang.acts.act import On
from yichuang.acts.intake.deem_accepted import Silence, deem_accepted
from yichuang.acts.supervision.watching import watch
from yichuang.records.hall.models import Hall
from yichuang.records.org.directory import forget
from yichuang.records.org.models import Posting
from yichuang.records.supervision.models import Alert, Measure
from yichuang.records.supervision.queries import Listed, Sought

Enter = Callable[[str], Client]
Day = Callable[[date], None]
LATE = date(2026, 3, 31)  # the decision was due on 2026-03-30
KEY = "k" * 24


def late(centre: City, on_day: Day) -> UUID:
    under_review(centre)
    watch("990100", centre.ctx("system", LATE))
    on_day(LATE)
    return Alert.objects.get(region_code="990100", rule="decision_late").id


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def post(client: Client, address: str, do: str, words: str, **more: str) -> str:
    wish = {"do": do, "words": words, "key": f"{KEY}{do}", **more}
    return client.post(address, wish, follow=True).content.decode()


def test_the_list_by_rule_light_and_standing(centre: City, enter: Enter, on_day: Day) -> None:
    late(centre, on_day)
    client = enter("supervisor")
    shown = {query: client.get(f"/supervision/alerts/?{query}").context["page"].paginator.count for query in (
        "", "group=overdue", "group=order", "light=yellow&standing=ended", "rule=promise_late", "standing=waiting",
        "standing=new", "q=jn-2026", "q=XX", "light=nonsense&page=99", "dept=water", "standing=all",
    )}  # fmt: skip
    assert list(shown.values()) == [2, 2, 0, 1, 1, 0, 2, 2, 0, 2, 2, 3]
    counted = {title: number for title, _, number, _ in client.get("/supervision/alerts/").context["figures"]}
    assert (counted["超时限"], counted["临期"], counted["待处理"], counted["待答复"]) == (2, 0, 2, 0)


def test_a_page_of_the_list_is_a_slice_of_it_and_the_dashboard_counts_the_same(
    centre: City, enter: Enter, on_day: Day
) -> None:
    late(centre, on_day)
    whole = sorted(Alert.objects.filter(region_code="990100"), key=lambda one: (one.on, one.id), reverse=True)
    whole.sort(key=lambda one: one.light)
    listed = Listed("990100", Sought(standing=""))
    assert {one.light for one in whole} == {"red", "yellow"}
    for first in range(len(whole) + 1):
        for last in range(first, len(whole) + 2):
            assert list(listed[first:last]) == whole[first:last]
    board = enter("supervisor").get("/supervision/").context
    assert board["kpis"][0][2] == len(Listed("990100", Sought(light="red"))) == 2
    assert [(line.slug, line.open) for line in board["lines"]] == [("water", 2)]
    assert enter("supervisor").get("/supervision/?kiosk=1").headers["Location"].startswith("/screens/big/?board=5")


def test_the_alert_shows_rule_facts_and_days(centre: City, enter: Enter, on_day: Day) -> None:
    shown = enter("supervisor").get(f"/supervision/alerts/{late(centre, on_day)}/")
    (proof,) = shown.context["proofs"]
    assert (proof.kind, proof.days[-1].on) == ("超过法定期限", date(2026, 3, 30))
    for words in ("期限到2026年3月30日，至今没有办", "第四十二条", "下发催办通知单", "还没有发过黄牌"):
        assert words in shown.content.decode()


def test_urged_answered_carded_and_appealed(centre: City, enter: Enter, on_day: Day) -> None:
    alert = late(centre, on_day)
    page = f"/supervision/alerts/{alert}/"
    assert "已下发催办通知单，嘉宁市政务催办〔2026〕1号" in post(enter("supervisor"), page, "urge", "请抓紧")
    assert "没有写内容" in post(enter("supervisor"), page, "yellow", " ")
    assert "已发黄牌，嘉宁市政务督办〔2026〕1号" in post(enter("supervisor"), page, "yellow", "责令改正")
    urging, yellow = (Measure.objects.get(region_code="990100", kind=kind).id for kind in ("urging", "yellow"))
    inbox = text(enter("deputy"), "/urgings/")
    assert str(urging) in inbox
    assert str(yellow) in inbox
    assert "已答复" in post(enter("deputy"), f"/urgings/{urging}/", "reply", "正在办")
    assert "已申请复核" in post(enter("deputy"), f"/urgings/{yellow}/", "appeal", "系统故障")
    assert "不能由您自己复核" in post(enter("supervisor"), page, "settle", "维持", lift="no")
    assert "已登记复核结果（" in post(enter("manager"), page, "settle", "理由成立", lift="yes")
    assert enter("reviewer").get(page).status_code == 403
    assert enter("supervisor").get(f"/urgings/{urging}/").status_code == 403


def test_who_settles_and_by_when_is_told_to_both_sides(centre: City, enter: Enter, on_day: Day) -> None:
    page = f"/supervision/alerts/{late(centre, on_day)}/"
    post(enter("supervisor"), page, "yellow", "责令改正")
    assert "等待复核" not in text(enter("supervisor"), page)
    yellow = f"/urgings/{Measure.objects.get(region_code='990100', kind='yellow').id}/"
    post(enter("deputy"), yellow, "appeal", "系统故障")
    shown = enter("supervisor").get(page).context["settling"]
    assert ([office for office, _ in shown.who], shown.by, shown.late) == (["中心主任"], date(2026, 4, 3), False)
    assert "前作出结果" in text(enter("deputy"), yellow)
    on_day(date(2026, 4, 7))
    assert "逾期未复核" in text(enter("manager"), page)


def test_an_alert_names_where_the_case_waited(centre: City, enter: Enter, on_day: Day) -> None:
    no = submitted(centre)
    deem_accepted(Silence(On(no)), centre.ctx("system", date(2026, 3, 10)))
    watch("990100", centre.ctx("system", LATE))
    on_day(LATE)
    alert = Alert.objects.get(region_code="990100", rule="answer_late")
    (span,) = enter("supervisor").get(f"/supervision/alerts/{alert.id}/").context["waited"]
    assert (span.step, span.place) == ("窗口受理", "综合窗口")
    assert span.who.startswith("没有人办理过")


def test_the_list_of_one_hall(centre: City, enter: Enter, on_day: Day) -> None:
    late(centre, on_day)
    hall = build_hall(centre).hall
    Hall.objects.create(centre=hall.centre, region_code="990100", slug="empty", name="分厅", kind="sub")
    Posting.objects.filter(user=centre.people["clerk"]).update(window=centre.window)
    forget()
    client = enter("supervisor")
    shown = [
        client.get(f"/supervision/alerts/?hall={slug}").context["page"].paginator.count for slug in ("hall", "empty")
    ]
    assert shown == [2, 0]
