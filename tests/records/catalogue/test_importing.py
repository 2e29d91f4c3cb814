"""Guides in Chinese become item versions."""

from __future__ import annotations

import pytest

from yichuang.records.catalogue.importing import papers, procedure
from yichuang.records.catalogue.importing.citing import citation, cited, has_article, source_id


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("水法 第七条", "《中华人民共和国水法》第七条"),
        ("城市绿化条例 第二十条", "《城市绿化条例》第二十条"),
        ("船舶登记条例 第五条", "《中华人民共和国船舶登记条例》第五条"),
        ("社会救助暂行办法 第十一条", "《社会救助暂行办法》第十一条"),
        (
            "生产建设项目水土保持方案管理办法（水利部令第53号） 第十八条",
            "《生产建设项目水土保持方案管理办法》（水利部令第53号）第十八条",
        ),
        ("地方规定（示例）", "地方规定（示例）"),
        ("法律、行政法规未规定办结时限", "法律、行政法规未规定办结时限"),
    ],
)
def test_citations_are_printed(words: str, printed: str) -> None:
    assert cited(words) == printed


def test_laws_that_are_held_get_their_id() -> None:
    assert source_id("取水许可和水资源费征收管理条例 第十九条") == "QSTL-19"
    assert source_id("行政许可法 第四十二条") == "XKF-42"
    assert source_id("建筑法 第八条") == "《中华人民共和国建筑法》第八条"


def test_articles_are_seen() -> None:
    assert has_article("《水法》第七条")
    assert not has_article("地方规定")


def test_unchecked_stays_unchecked() -> None:
    assert citation({"basis": "水法 第七条", "checked": False})["checked"] is False


def test_days_of_the_calendar_stay_days_of_the_calendar() -> None:
    limit = {"number": 30, "unit": "日", "basis": "建筑法 第八条"}
    columns = procedure.limits({"statutory_limit": limit, "promised_limit": {"number": 3, "unit": "工作日"}})
    assert (columns["statutory_unit"], columns["promised_unit"]) == ("calendar_day", "working_day")


def test_no_statutory_limit() -> None:
    columns = procedure.limits({"statutory_limit": {"number": None, "unit": None, "basis": "无"}})
    assert columns["statutory_number"] is None
    assert columns["statutory_basis"] == ""


def test_a_material_needed_only_sometimes_says_when() -> None:
    row = {
        "code": "A1", "name": "监理合同", "required": "情形必要", "when": "必须监理的", "originals": 0, "copies": 1,
        "medium": ["纸质"], "issued_by": "建设单位", "share_exempt": False, "deferrable": True, "blank_form": False,
        "legal_basis": {"basis": "建筑法 第八条"}, "situations": ["new"],
    }  # fmt: skip
    (made,) = papers.materials({"materials": [row]})
    assert (made["required"], made["when"], made["paper"], made["electronic"]) == (False, "必须监理的", True, False)
