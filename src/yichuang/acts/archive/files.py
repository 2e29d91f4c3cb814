"""The files of a case for its package (归档的文件): papers, materials, proofs, each under a path of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yichuang.records.cases.history import materials_of
from yichuang.records.cases.reading import CaseFile
from yichuang.records.delivery.models import DeliveryMethod
from yichuang.records.delivery.queries import dispatches_of
from yichuang.records.documents.models import Document

_NAME = re.compile(r"[^\w.\-]+")
_ENDINGS = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the case: kind, title, digest, and where it goes inside the package."""

    kind: str
    title: str
    digest: str
    path: str


def files_of_case(case: CaseFile) -> Iterator[Found]:
    """Yield the files of a case: each path once, named by its place and its digest."""
    papers = Document.objects.filter(region_code=case.region_code, case_id=case.id).exclude(digest="")
    for number, paper in enumerate(papers.order_by("drawn_at", "id"), 1):
        path = f"documents/{number:03d}-{paper.digest[:12]}.pdf"
        yield Found("document", f"{paper.title} {paper.no}", paper.digest, path)
    for material in materials_of(case.region_code, case.id):
        for number, file in enumerate(material.files, 1):
            name = f"{_safe(material.key)}-{number:02d}-{file['digest'][:12]}.{_ending(file)}"
            yield Found(
                "material", f"{material.name} {file.get('name', '')}".strip(), file["digest"], f"materials/{name}"
            )
    for attempt in dispatches_of(case.region_code, case.id):
        for number, file in enumerate(attempt.proofs, 1):
            name = f"{attempt.way}-{str(attempt.id)[-12:]}-{number:02d}-{file['digest'][:12]}.{_ending(file)}"
            yield Found(
                "proof", f"{DeliveryMethod(attempt.way).label} {file.get('name', '')}", file["digest"], f"proofs/{name}"
            )


def _safe(name: str) -> str:
    return _NAME.sub("-", name)[:40] or "file"


def _ending(file: dict[str, Any]) -> str:
    known = _ENDINGS.get(str(file.get("media_type", "")))
    return known or _safe(str(file.get("name", "")).rpartition(".")[2].lower())[:8] or "bin"
