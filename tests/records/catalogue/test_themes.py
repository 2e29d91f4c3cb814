"""The two national theme lists."""

from yichuang.records.catalogue.themes import GROUPS, THEMES, Audience, theme_key, theme_name


def test_it_works() -> None:
    assert theme_name(Audience.PERSON, "005") == "生育收养"
    assert theme_name(Audience.ORGANISATION, "105") == "水务气象"


def test_codes_keep_their_zeros() -> None:
    assert all(len(code) == 3 for names in THEMES.values() for code in names)


def test_unknown_code() -> None:
    assert theme_name(Audience.PERSON, "000") == ""


def test_keys_and_groups() -> None:
    assert theme_key(Audience.PERSON, "140") == "person:140"
    assert "老人" in GROUPS
