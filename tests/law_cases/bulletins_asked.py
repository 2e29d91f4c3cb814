"""What law cases ask of bulletins: which are to be drafted by a day."""

from __future__ import annotations

from typing import Any

from yichuang.law.book import book
from yichuang.rules.statistics.bulletins import due


def bulletins(example: Any) -> dict[str, Any]:
    """The periods whose bulletin is due today."""
    today = example.given["今天"]
    every = example.norms.choices("bulletin_period")
    return {"起草": "、".join(one.name for one in due(every, today, book().calendar(example.profile)))}


BULLETINS = {"通报": bulletins}
