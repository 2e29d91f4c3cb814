"""办理方式: each way has its route; on line to the end and fetched at the window differ in the last step."""

from types import SimpleNamespace

from yichuang.law.book import book
from yichuang.records.catalogue.levels import _STEPS, ends_electronically, modes_of


def test_the_two_ways_on_line_end_differently() -> None:
    version = SimpleNamespace(handling_modes=["online_collected", "online_whole"])
    collected, whole = modes_of(version)
    assert (collected.steps[:1], whole.steps[:1]) == (("线上申请",), ("线上申请",))
    assert (collected.steps[-1], whole.steps[-1]) == ("线下领证", "电子送达")
    assert ends_electronically(version)
    assert not ends_electronically(SimpleNamespace(handling_modes=["online_collected"]))


def test_every_way_a_place_may_offer_has_a_route() -> None:
    assert set(book().parameter("handling_modes").options) == set(_STEPS)
