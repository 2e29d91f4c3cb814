"""The guide page: every element, the situation switch, dates, and what is not open."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from yichuang.faces.portal.reading.expected import expected
from yichuang.records.catalogue.models import Item, ItemStatus
from yichuang.records.catalogue.queries import guide_of
from yichuang.records.org.directory import Directory

ITEM = "取水许可审批"
LABELS = (
    "事项类型 实施机构 法定办结时限 承诺办结时限 结果名称 办理形式 通办范围 预约办理 "
    "网上支付 物流快递 咨询电话 监督电话 数量限制"
).split()
SECTIONS = (
    "申请材料 受理条件 办理流程 收费 办理地点与时间 结果样本 审查标准 基本信息 设定依据 常见问题 不服怎么办".split()
)


def text_of(client: Client, url: str, **headers: str) -> str:
    return client.get(url, headers=headers).content.decode()


def test_it_works(client: Client, address: Any) -> None:
    text = text_of(client, address(ITEM))
    assert [words for words in (*SECTIONS, *LABELS) if words not in text] == []


def test_every_open_item_tells_every_element(client: Client, address: Any) -> None:
    for item in Item.objects.filter(status=ItemStatus.OPEN):
        text = text_of(client, f"/items/{item.code}/")
        assert [words for words in (*SECTIONS, *LABELS) if words not in text] == [], item.name


def test_no_heading_without_content(client: Client) -> None:
    for item in Item.objects.all():
        text = text_of(client, f"/items/{item.code}/")
        assert not re.search(r"<dt>[^<]+</dt>\s*<dd>\s*</dd>", text), item.name
        assert "None" not in text, item.name


def test_the_situation_chooses_the_materials(client: Client, address: Any) -> None:
    first = client.get(address(ITEM)).context["materials"]
    change = client.get(address(ITEM) + "?situation=change").context["materials"]
    assert (len(first.rows), len(change.rows)) == (6, 3)
    assert "原取水许可证" in {row.name for row in change.rows}


def test_htmx_gets_the_list_and_the_count(client: Client, address: Any) -> None:
    text = text_of(client, address(ITEM) + "?situation=renew", **{"HX-Request": "true"})
    assert "<html" not in text
    assert 'id="mat-count" hx-swap-oob="true"' in text


def test_unknown_situation_is_the_first(client: Client, address: Any) -> None:
    assert client.get(address(ITEM) + "?situation=%27").context["materials"].situation == "new"


def test_the_chart_has_the_items_own_stages(client: Client, address: Any) -> None:
    names = [stage.name for stage in client.get(address(ITEM)).context["process"].chart]
    assert names == ["受理", "审查", "核准", "决定", "送达"]


def test_what_is_not_open_says_where_to_go(client: Client, address: Any) -> None:
    text = text_of(client, address("采矿权登记"))
    assert "暂未开通网上办理" in text
    assert "窗口" in text
    assert "/apply/" not in text


@pytest.mark.parametrize(("name", "online"), [("施工许可审批", True), ("最低生活保障申请", False)])
def test_joint_and_upward_items_show_their_whole_guide(
    client: Client, address: Any, name: str, *, online: bool
) -> None:
    text = text_of(client, address(name))
    assert "设定依据" in text
    assert ("暂未开通网上办理" in text, "/apply/" in text) == (not online, online)


def test_a_historical_item_is_not_taken(client: Client, address: Any) -> None:
    text = text_of(client, address("流动人口婚育证明"))
    assert "历史事项，不再受理" in text
    assert "/apply/" not in text


@pytest.mark.parametrize(
    ("name", "on", "accepted", "decided"),
    [
        (ITEM, date(2026, 11, 23), date(2026, 11, 23), date(2026, 12, 9)),
        (ITEM, date(2026, 11, 22), date(2026, 11, 23), date(2026, 12, 9)),  # Sunday
        ("老年优待证申领", date(2026, 11, 23), date(2026, 11, 23), date(2026, 11, 23)),
        ("船舶所有权登记", date(2026, 9, 30), date(2026, 9, 30), date(2026, 10, 10)),  # National Day, make-up Saturday
    ],
)
def test_dates(place: Directory, today: date, name: str, on: date, accepted: date, decided: date) -> None:
    found = guide_of(Item.objects.get(name=name).code, max(on, today))
    assert found is not None
    dates = expected(found.version, found.item.department, place, on)
    assert dates is not None
    assert (dates.accepted_on, dates.decided_by) == (accepted, decided)


def test_beyond_the_published_calendar_a_date_is_provisional(place: Directory, today: date) -> None:
    found = guide_of(Item.objects.get(name=ITEM).code, today)
    assert found is not None
    dates = expected(found.version, found.item.department, place, date(2026, 12, 30))
    assert dates is not None
    assert dates.provisional


def test_the_last_counted_day_is_the_date(client: Client, address: Any) -> None:
    context = client.get(address(ITEM, "clock")).context
    assert next(row for row in context["rows"] if "due" in row.css).on == context["dates"].decided_by


def test_instant_items_have_no_count_to_explain(client: Client, address: Any) -> None:
    assert client.get(address("老年优待证申领", "clock")).status_code == 404


def test_self_check_answers_with_ones_own_list(client: Client, address: Any) -> None:
    given = {"situation": "new", "when": "委托他人办理的", "done": "1"}
    context = client.get(address(ITEM, "check"), given).context
    assert [row.key for row in context["bring"]] == ["QS01", "QS02", "QS09"]
    assert [row.key for row in context["exempt"]] == ["QS05"]


def test_only_blanks_that_exist(client: Client, address: Any) -> None:
    assert client.get(address(ITEM, "blank", "QS05")).status_code == 404


@pytest.mark.parametrize(("paper", "said"), [
    ("notice", ["告知单", "审批依据", "申报条件", "申报材料", "办理程序", "承诺时限", "收费标准"]),
    ("handbook", ["许可手册", "审查工作细则", "注意事项", "不当审查行为的后果", "容易出错的地方", "编号样本"]),
])  # fmt: skip
def test_the_papers_of_the_window_are_printed_from_the_guide(client: Client, paper: str, said: list[str]) -> None:
    code = Item.objects.get(name="取水许可审批", status=ItemStatus.OPEN).code
    page = client.get(f"/items/{code}/{paper}/").content.decode()
    assert [word for word in said if word not in page] == []
    assert f'href="/items/{code}/{paper}/"' in client.get(f"/items/{code}/").content.decode()
    listed = Item.objects.filter(status=ItemStatus.LISTED)[0].code
    assert client.get(f"/items/{listed}/{paper}/").status_code == 404
