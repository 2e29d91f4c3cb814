"""Templates: an edition holds from its day on, earlier papers keep their bytes, and what is unfit is not published."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.acts.city import START, City
from tests.records.documents.reading import text_of
from yichuang.acts.filing.shapes import Conflict, Filed
from yichuang.acts.inspection.doctor import examine
from yichuang.acts.papers.publish_template import TemplateWish, publish_template
from yichuang.records.documents.editing.editions import wording_for
from yichuang.records.documents.editing.wording import STANDARD
from yichuang.records.documents.models import TemplateEdition
from yichuang.records.documents.rendering import render, standard_source
from yichuang.records.documents.samples import case_no, sample_of
from yichuang.records.org.directory import directory, forget
from yichuang.rules.verdict import Refused

pytestmark = pytest.mark.django_db
R, FROM = "990100", START + timedelta(days=1)
WORDS = {
    "letterhead": "嘉宁市水利局文件",
    "extra": "请关注#政务服务$公众号$。",
    "closing": "特此告知",
    "contact": "微信同号",
}


@pytest.fixture
def city(city: City) -> City:
    """The city with an administrator."""
    city.give("stranger", "system_admin")
    forget()
    return city


def publish(city: City, who: str = "stranger", on: date = START, **changed: Any) -> Filed:
    told: dict[str, Any] = {"effective_on": FROM, "texts": WORDS} | changed
    return publish_template(TemplateWish(R, "receipt", **told), city.ctx(who, on))


def made(on: date) -> bytes:
    return render(sample_of("receipt"), case_no(), wording=wording_for(R, "receipt", on))


def test_it_works(city: City) -> None:
    before = made(START)
    assert publish(city).answer == {"number": 1}
    assert made(START) == before == render(sample_of("receipt"), case_no())
    words = text_of(made(FROM))
    assert [said for said in WORDS.values() if said not in words] == []
    assert (wording_for(R, "acceptance", FROM), wording_for("990200", "receipt", FROM)) == (STANDARD, STANDARD)
    assert list(examine(R, directory())) == []


def test_a_paper_of_the_region_is_worded_by_itself(city: City) -> None:
    publish(city)
    row = sample_of("receipt")
    row.region_code, row.on = R, FROM
    assert "嘉宁市水利局文件" in text_of(render(row, case_no()))


def test_nothing_typed_brings_the_standard_back(city: City) -> None:
    publish(city)
    publish(city, effective_on=FROM + timedelta(days=1), texts={"extra": " "})
    assert made(FROM + timedelta(days=1)) == made(START) != made(FROM)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"effective_on": START}, "template_too_early"),
        ({"who": "manager"}, "not_yours"),
        ({"texts": {"letterhead": "长" * 41}}, "template_faulty"),
        ({"texts": {"footer": "多"}}, "template_faulty"),
        ({"texts": {"extra": "缺字\U000323a0"}}, "template_faulty"),
    ],
)
def test_what_is_unfit_is_refused(city: City, changed: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        publish(city, **changed)
    assert (refused.value.code, TemplateEdition.objects.filter(region_code=R).count()) == (code, 0)


def test_later_editions_come_later(city: City) -> None:
    publish(city, effective_on=date(2026, 4, 1))
    with pytest.raises(Refused, match="template_before_latest"):
        publish(city)
    with pytest.raises(Conflict):
        publish(city, effective_on=date(2026, 4, 1), after=0)


def test_a_typed_source_is_bound(city: City) -> None:
    """One after the other in one process: it reads no file, fetches nothing, ends in time, and loses nothing."""
    sound = standard_source("receipt", "2026-11")
    hostile = {
        '\n#read("/etc/passwd")': "标准模板里的文件", '\n#let p = "@pre" + "view/cetz:0.3.0"\n#import p: *': "程序包",
        "\n#let a = ": "第 20 行第 8 列：这里缺一个表达式", "\n#while true {}": "循环不会结束",
        "\n#range(90000000).map(x => str(x))": "没有完成",
    }  # fmt: skip
    for more, said in hostile.items():
        with pytest.raises(Refused) as refused:
            publish(city, source=sound + more)
        assert said in str(refused.value.facts["errors"])
    with pytest.raises(Refused) as refused:
        publish(city, source=sound.replace("#material-list()", ""))
    assert "没有印出“取水许可申请书”" in str(refused.value.facts["errors"])
    assert publish(city, source=sound.replace("本凭证只证明", "本凭证仅证明")).answer == {"number": 1}
    assert "本凭证仅证明" in text_of(made(FROM))
