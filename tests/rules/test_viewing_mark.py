"""Watermarks of uploads as an officer sees them (查看水印)."""

from __future__ import annotations

import pytest

from yichuang.rules.library.reusing import viewing_mark


@pytest.mark.parametrize(
    ("level", "stands"),
    [("B", "此件经与原件核对无误"), ("C", "此件由用户上传，使用前须核对原件"), ("?", "此件由用户自行提供并承诺真实")],
)
def test_it_works(level: str, stands: str) -> None:
    told = viewing_mark(level, "取水许可审批", "陈立", "2026-11-23 14:05")
    assert told == (stands, "仅供办理取水许可审批使用", "陈立 2026-11-23 14:05 查看")


def test_a_long_name_is_cut() -> None:
    assert viewing_mark("C", "水" * 40, "陈立", "")[1] == f"仅供办理{'水' * 23}…使用"
