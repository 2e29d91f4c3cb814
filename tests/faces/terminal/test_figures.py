"""The source documents' own figures: quoted from their text, and computed by the code of the screens."""

from dataclasses import replace

import pytest

from yichuang.faces.terminal.figures.computing import computed
from yichuang.faces.terminal.figures.lives import load
from yichuang.faces.terminal.figures.told import Lives, Source, sources

_PARTS = {"water": 134, "land": 2947, "safety": 1170, "hall": 2936}


def test_the_documents_are_told_as_they_stand() -> None:
    assert {told.name: sum(lives.count for lives in told.lives) for told in sources()} == _PARTS
    assert all(sum(line[0] for line in told.parts.values()) in (0, _PARTS[told.name]) for told in sources())
    assert len(sources()[1].parts) == 11
    assert all(str(_PARTS[told.name]) in told.quote for told in sources())


@pytest.mark.django_db
def test_a_document_is_computed_and_a_difference_is_told() -> None:
    """The whole of it is ./yc figures; here a few cases of each way."""
    told = sources()[0]
    lives = (Lives("取水许可", "early", 4, 5, 16875000), Lives("土地登记", "last", 2), Lives("登记", "instant", 3),
             Lives("取水许可", "refused", 1))  # fmt: skip
    expected = {
        "received": "10", "accepted": "9", "not_accepted": "1", "early": "7", "accepted_instant": "3",
        "satisfaction": "100.0%", "fees": "675,000.00", "on_time_rate": "100.0%",
    }  # fmt: skip
    few = Source("water", "S0a", "样本，全年", "", told.first, told.last, lives, expected, {"取水许可": [4, "44.4"]})
    load(few)
    found = computed(few)
    assert [line for line in found.differences if "各项之和" not in line] == []
    assert found.figures == expected
    again = computed(replace(few, expected=expected | {"accepted": "10"}, parts={}))
    assert again.differences == ["受理：原文 10，算出 9"]
