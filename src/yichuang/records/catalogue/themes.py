"""主题: the two national theme lists of portals, and the special groups (themes.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import yaml


class Audience(StrEnum):
    """Whom an item serves (服务对象)."""

    PERSON = "person"  # 自然人
    ORGANISATION = "organisation"  # 法人和其他组织


_LISTS = yaml.load(Path(__file__).with_name("themes.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)

THEMES: Mapping[Audience, Mapping[str, str]] = {audience: _LISTS[audience.value] for audience in Audience}
GROUPS: tuple[str, ...] = tuple(_LISTS["groups"])


def theme_key(audience: Audience, code: str) -> str:
    """Return how a theme is kept on an item: "person:140"."""
    return f"{audience.value}:{code}"


def theme_name(audience: Audience, code: str) -> str:
    """Return the theme's name, or "" for a code that is not in the list."""
    return THEMES[audience].get(code, "")
