"""The guide of a joint item: co-departments stand beside the review in the chart, not one after the other."""

from yichuang.faces.portal.reading.process import process
from yichuang.law.book import book
from yichuang.records.catalogue.models import Item


def test_it_works() -> None:
    item = Item.objects.get(region_code="990100", name="危险化学品经营许可证(乙证)核发")
    version = item.versions.get()
    told = process(item, version, book().norms("cn.990100", version.effective_on))
    assert [box.name for box in told.chart] == ["受理", "联合审查", "决定", "送达"]
    beside = [(one.name, one.words) for one in told.chart[1].specials if one.counted]
    assert beside[0] == ("市消防救援支队", "协办 · 5 日内返回")
    assert len(beside) == 3
    last = [row for row in told.stages if row.name == "协办"]
    assert [row.department for row in last] == ["市消防救援支队", "市生态环境局", "市公安局"]
    assert last[0].days == "5 个工作日内返回"
