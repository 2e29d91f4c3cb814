"""Whose seal a paper bears: that of the body in its signature (印章与落款一致)."""

import pytest

from yichuang.records.documents.pressing import TEMPLATES
from yichuang.rules.seals.choosing import OF_CENTRE, body_of

FIELDS = {"centre": "嘉宁市政务服务中心", "agency": "嘉宁市水务局"}


@pytest.mark.parametrize("kind", sorted(path.stem for path in TEMPLATES.glob("*/*.typ")))
def test_it_is_the_one_who_signs(kind: str) -> None:
    source = next(TEMPLATES.glob(f"*/{kind}.typ")).read_text(encoding="utf-8")
    assert ("#signature(by: f.centre)" in source) == (kind in OF_CENTRE)


@pytest.mark.parametrize(("kind", "body"), [("pick_up", "centre"), ("receipt", "centre"), ("grant", "agency")])
def test_body_of(kind: str, body: str) -> None:
    assert body_of(kind, FIELDS) == FIELDS[body]
