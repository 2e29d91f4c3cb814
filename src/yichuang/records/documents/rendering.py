"""Papers made of their frozen fields (制作文书): Typst through its wheel, PDF/A-2a, the same bytes every time.

Values go in as data and are never mark-up. System fonts are never used. No current time: the paper's own.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any, Protocol

from yichuang.records.documents import pressing
from yichuang.records.documents.codes import code_128, qr
from yichuang.records.documents.editing.bound import press_bound
from yichuang.records.documents.editing.editions import wording_for
from yichuang.records.documents.editing.wording import STANDARD, Wording
from yichuang.records.documents.models import DocumentKind, title_of
from yichuang.records.documents.press import THE_PRESS, Press

_TEMPLATE = re.compile(r"[a-z_]+@\d{4}-\d{2}")
_UNPRINTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe0e\ufe0f\ufeff\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_PICTURES = re.compile("[\U0001f000-\U0001faff]+")
_DIGITS = re.compile(r"(?![0-9０-９])\d")
_RUN = re.compile("[!-~\u00a1-\u024f\u0370-\u052f]{18}")  # without a blank; it has to break somewhere
A4, STRIP = "a4", "80mm"
# What is handed out at a window and may be printed on receipt paper.
SLIPS = frozenset((DocumentKind.RECEIPT, DocumentKind.RECEIPT_PENDING, DocumentKind.PICK_UP, DocumentKind.FEE_RECEIPT))
PATIENCE = 15.0  # seconds for a sheet whose source somebody typed
BOUND_PRESS = Press(press_bound, PATIENCE)
_SHORT = {DocumentKind.RECEIPT: "凭证", DocumentKind.FEE_RECEIPT: "收据"}
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_SINGLY = 24  # characters that no font has, marked one by one; then everything uncommon on the sheet at once
_UNCOMMON = re.compile("[^\n -~\u00a0-\u00ff\u200b\u2010-\u2027\u3000-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]")
_MISSING = re.compile(r'the text `?"(.+?)"`? could not be displayed')


class RenderingFault(Exception):
    """A paper could not be made; the words say why."""


class MissingGlyph(RenderingFault):
    """A character that no font of ours has (缺字). Never printed as a box."""

    def __init__(self, characters: str) -> None:
        super().__init__(f"字库缺字：{characters}")
        self.characters = characters


class Numbered(Protocol):
    """What is printed of a document's row."""

    region_code: str
    kind: str
    no: str
    on: date
    template: str
    fields: Mapping[str, Any]
    drawn_at: datetime


def render(
    document: Numbered, case_no: str, public_url: str = "", *, paper: str = A4, wording: Wording | None = None
) -> bytes:
    """Return the PDF of a numbered paper: same row, same bytes. Slips also come on receipt paper of 80 mm (小票纸).

    It is worded as the region words this kind on the paper's day, unless another wording is given (预览). A
    character that no font has is told in its place, 〔缺字U+0F56〕, so that no paper waits; of a wording it is a fault.

    Raises: MissingGlyph, RenderingFault (no such template, a field that it needs is not there).
    """
    worded = _worded(document) if wording is None else wording
    how = {"format": "pdf", "pdf_standards": ["a-2a"], "marked": wording is None}
    made: bytes = _compile(document, case_no, public_url, paper, worded, **how)
    return made


def picture(
    document: Numbered, case_no: str, *, ppi: int = 96, paper: str = A4, wording: Wording | None = None
) -> list[bytes]:
    """Return each page as a PNG (预览); its codes hold no address. Raises: RenderingFault."""
    worded = _worded(document) if wording is None else wording
    found = _compile(document, case_no, "", paper, worded, format="png", ppi=ppi)
    return found if isinstance(found, list) else [found]


def target_of(document: Numbered, case_no: str, public_url: str) -> str:
    """Return what the QR code holds: a certificate's verification, where to pay, else the progress page of the case.

    Without a public address the codes hold the path, or the case number for the scanner at the desk.
    """
    token, path = document.fields.get("verify_token"), document.fields.get("pay_path")
    path = path or document.fields.get("page_path")
    if token:
        return f"{public_url}/verify/{token}/"
    if path:
        return f"{public_url}{path}"
    return f"{public_url}/track/?no={case_no}" if public_url else case_no


def sheet_of(template: str, sheet: Mapping[str, Any], at: datetime) -> bytes:
    """Return the PDF of a sheet without a number: a form as somebody filled it in (填好的申请表).

    A character that no font has is told in its place. Raises: RenderingFault.
    """
    inputs = {"sheet": json.dumps(_printable(sheet), ensure_ascii=False, sort_keys=True, default=str)}
    return _compiled(_source(template), inputs, at, format="pdf", pdf_standards=["a-2a"], marked=True)


def _worded(document: Numbered) -> Wording:
    """Return the region's wording; what belongs to no region (a sample) is worded as the standard is."""
    return wording_for(document.region_code, document.kind, document.on) if document.region_code else STANDARD


def standard_source(kind: str, version: str) -> str:
    """Return the Typst source of a standard template. Raises: RenderingFault."""
    return _source(f"{kind}@{version}").read_text(encoding="utf-8")


def _compile(document: Numbered, case_no: str, public_url: str, paper: str, worded: Wording, **how: Any) -> Any:
    if paper != A4 and (paper != STRIP or document.kind not in SLIPS):
        raise RenderingFault(f"{title_of(document.kind, document.fields)}：没有 {paper} 的版式")
    inputs = _inputs(document, case_no, public_url, paper, worded.texts)
    source = _source(document.template)
    if worded.source:
        return _pressed(BOUND_PRESS, worded.source, source, inputs, document.drawn_at, base=worded.base, **how)
    return _compiled(source, inputs, document.drawn_at, **how)


def _compiled(source: Path, inputs: Mapping[str, str], at: datetime, **how: Any) -> Any:
    return _pressed(THE_PRESS, str(source), source, inputs, at, **how)


def _pressed(press: Press, words: str, name: Path, inputs: Mapping[str, str], at: datetime, **how: Any) -> Any:
    """Make the sheet; where a character is missing, once more with the fonts of the place; then named, or marked."""
    given, marked = dict(inputs), how.pop("marked", False)
    for times in count():
        try:
            return press.make(words, given, int(at.timestamp()), how)
        except pressing.Fault as fault:
            missing = _MISSING.search(str(fault))
            if missing is None:
                raise RenderingFault(f"{name.stem}：{fault}") from fault
            characters, told = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), missing[1]), given["sheet"]
            if given.get("rare"):
                told = _told(told, characters, whole=times > _SINGLY) if marked else told
                if told == given["sheet"]:
                    raise MissingGlyph(characters) from fault
            given |= {"sheet": told, "rare": "yes"}
    raise AssertionError  # count() never ends


def _told(sheet: str, characters: str, *, whole: bool) -> str:
    """Return the sheet with what no font has told in its place (缺字): the characters, or everything uncommon at once.

    A sign that stands on a common letter is reported by the letter: then the uncommon is what is missing.
    """
    rare = [] if whole else _UNCOMMON.findall(characters)
    for those in ([_class(rare)] if rare else []) + [_UNCOMMON, _class(characters)]:
        marked = _texts(json.loads(sheet), lambda text, those=those: those.sub(_mark, text))  # type: ignore[misc]
        told = json.dumps(marked, ensure_ascii=False, sort_keys=True)
        if told != sheet:
            return told
    return sheet


def _class(characters: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, characters)))


def _mark(found: re.Match[str]) -> str:
    return f"〔缺字U+{ord(found[0]):04X}〕"


def _source(template: str) -> Path:
    """Return the file of a template named `kind@version`."""
    kind, _, version = template.partition("@")
    path = pressing.TEMPLATES / version / f"{kind}.typ"
    if not _TEMPLATE.fullmatch(template) or not path.is_file():
        raise RenderingFault(f"没有这个文书模板：{template}")
    return path


def _inputs(document: Numbered, case_no: str, public_url: str, paper: str, texts: Mapping[str, str]) -> dict[str, str]:
    kind, target = DocumentKind(document.kind), target_of(document, case_no, public_url)
    sheet = {
        "title": title_of(document.kind, document.fields),
        "short": _SHORT.get(kind, kind.label[-3:]),
        "no": document.no,
        "on": document.on.isoformat(),
        "case_no": case_no,
        "qr_words": _qr_words(document.fields),
        "paper": paper,
        "wording": dict(texts),
        "fields": dict(document.fields),
    }
    text = json.dumps(_printable(sheet), ensure_ascii=False, sort_keys=True, default=str)
    return {"sheet": text, "barcode": code_128(case_no), "qr": qr(target), "fit": pressing.GUESSED}


def _qr_words(fields: Mapping[str, Any]) -> str:
    if fields.get("verify_token"):
        return "扫码核验证照真伪"
    if fields.get("page_path"):
        return "扫码看公开的部分"
    return "扫码缴费" if fields.get("pay_path") else "扫码查进度"


def _printable(value: Any) -> Any:
    """Return the value without characters that print nothing or turn the reading direction; long runs may break.

    Digits of other scripts are written as ours, and where a picture (emoji) stood there is 〓, as in print.
    """
    return _texts(value, _plain)


def _plain(text: str) -> str:
    plain = _DIGITS.sub(lambda found: str(unicodedata.digit(found[0])), _UNPRINTED.sub("", text))
    return _RUN.sub("\\g<0>\u200b", _PICTURES.sub("〓", plain))


def _texts(value: Any, change: Callable[[str], str]) -> Any:
    """Return the value with every text changed; the names of its fields stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {name: _texts(inner, change) for name, inner in value.items()}
    return [_texts(inner, change) for inner in value] if isinstance(value, list | tuple) else value
