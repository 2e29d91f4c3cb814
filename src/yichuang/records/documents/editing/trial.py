"""Is an edition fit to be published (模板试排): it can be made, and nothing that the standard paper says is lost."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from yichuang.records.documents.editing.wording import PLACES, SOURCE_MAX, Wording
from yichuang.records.documents.rendering import RenderingFault, render
from yichuang.records.documents.samples import Sample, case_no, sample_of

_STROKES = re.compile(rb"(?:[-0-9.]+ [-0-9.]+ [ml] ){40,}")


def faults_of(kind: str, wording: Wording) -> tuple[str, ...]:
    """Return why the edition can't be published, as sentences; nothing where it can."""
    too_long = limits_of(wording)
    if too_long:
        return too_long
    document = sample_of(kind)
    try:
        made = render(document, case_no(), wording=wording)
    except RenderingFault as fault:
        return (said(fault),)
    if not wording.source:
        return ()
    return tuple(_lost(document, made, render(document, case_no(), wording=Wording(wording.texts))))


def limits_of(wording: Wording) -> tuple[str, ...]:
    """Return what is longer than its place, as sentences."""
    texts = wording.texts
    too_long = [
        f"{place.label}最多 {place.longest} 个字" for place in PLACES if _long(texts, place.name) > place.longest
    ]
    if set(wording.texts) - {place.name for place in PLACES}:
        too_long.append("有不认识的栏目")
    if len(wording.source) > SOURCE_MAX:
        too_long.append(f"模板源文最多 {SOURCE_MAX} 个字符")
    return tuple(too_long)


def pages_of(kind: str, wording: Wording, *, ppi: int, paper: str) -> list[bytes]:
    """Return the pages of the sample as pictures (实时预览). Raises: RenderingFault."""
    import pypdfium2  # as the other tools of this file: only where somebody edits a template

    pdf = pypdfium2.PdfDocument(render(sample_of(kind), case_no(), paper=paper, wording=wording))
    return [_png(page.render(scale=ppi / 72).to_pil()) for page in pdf]


def said(fault: RenderingFault) -> str:
    """Return a fault of rendering without the name of the template."""
    words = str(fault).split("：", 1)[-1] if fault.__class__ is RenderingFault else str(fault)
    return f"{words}（超过 15 秒或者内存上限）" if words == "制作没有完成" else words


def _png(page: Any) -> bytes:
    out = io.BytesIO()
    page.convert("L").quantize(16).save(out, "PNG", optimize=True)
    return out.getvalue()


def _long(texts: Mapping[str, str], name: str) -> int:
    return len(texts.get(name, ""))


def _lost(document: Sample, made: bytes, standard: bytes) -> Iterator[str]:
    """Yield what the standard paper prints of the case, and this one does not."""
    must, edited = _text(standard), _text(made)
    facts = [case_no(), document.no, *_leaves(document.fields)]
    for fact in dict.fromkeys("".join(fact.split()) for fact in facts):
        if fact and fact in must and fact not in edited:
            yield f"没有印出“{fact[:40]}”，标准文书里有"
    if not _codes(standard) <= _codes(made):
        yield "没有印出条形码和二维码"


def _codes(pdf: bytes) -> set[bytes]:
    """Return the drawings made of many strokes: bar code and QR code, wherever and however large they stand."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return {drawn for page in opened.pages for drawn in _STROKES.findall(page.Contents.read_bytes())}


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner)


def _text(pdf: bytes) -> str:
    import pypdfium2

    pages = pypdfium2.PdfDocument(pdf)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in pages).replace("\u200b", "")
