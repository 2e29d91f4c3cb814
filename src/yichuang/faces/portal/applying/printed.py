"""填好的申请表: the form as it was filled in, as a PDF among the materials."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from yichuang.faces.common.clock import ZONE
from yichuang.faces.common.forms.schema_form import answers
from yichuang.faces.portal.applying.applicant import agent_of, name_of, questions
from yichuang.faces.portal.applying.filling import Filling
from yichuang.records.documents.rendering import sheet_of
from yichuang.records.filestore import store

TEMPLATE = "filled_form@2026-11"
PROMISE = "我承诺所填内容和材料真实，愿意承担相应的法律责任（《行政许可法》第三十一条）。"


def form_file(filling: Filling, name: str, at: datetime) -> dict[str, Any]:
    """Make the form of what is filled in, put it into the store, and return it as a file of a material.

    Raises: RenderingFault.
    """
    stored = store().put(sheet_of(TEMPLATE, _sheet(filling, name, at), at))
    named = {"digest": stored.digest, "name": f"{name}.pdf", "media_type": "application/pdf", "size": stored.size}
    return {**named, "trust": "D"}  # declared by the applicant himself


def _sheet(filling: Filling, name: str, at: datetime) -> dict[str, Any]:
    asked = questions(filling.told["behalf"])
    blocks = [*answers(asked, filling.told), *answers(filling.spec, filling.answers)]
    return {
        "title": name,
        "applicant": name_of(filling.told),
        "about": _about(filling),
        "blocks": [{"title": s.title, "rows": [[row.title, row.text] for row in rows]} for s, rows in blocks],
        "promise": PROMISE,
        "made": f"由申请人在网上填写，{at.astimezone(ZONE):%Y-%m-%d %H:%M} 生成",
    }


def _about(filling: Filling) -> list[list[str]]:
    item = filling.item
    rows = [["事项", item.name], ["情形", filling.situation], ["受理机关", item.department.name]]
    agent = agent_of(filling.told) if len(filling.told) > 1 else {}
    rows.append(["代为填写", f"{agent['name']}，{agent['relation']}" if agent else ""])
    return [row for row in rows if row[1]]
