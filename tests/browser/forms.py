"""Filling in forms as people do: by the words of the labels; and the papers that people bring along."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import pikepdf
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page

from yichuang.rules.check_characters import person_check


def citizen_number(birth: str, serial: int = 42) -> str:
    """Return a number that checks and belongs to nobody; `birth` as 19500607."""
    body = f"990100{birth}{serial:03d}"
    return body + person_check(body)


def fill(page: Page, told: Mapping[str, str]) -> None:
    """Answer what the page asks, in its order, from what is told; optional questions without an answer stay open."""
    for field in page.locator("main .field").all():
        title = field.locator("label, legend").first
        if not title.is_visible() or field.locator("input[type=file]").count():
            continue
        words = title.inner_text().strip()
        optional = words.endswith("（选填）") or field.get_attribute("data-show-if")  # always shown without scripts
        name = words.removesuffix("（选填）").strip()
        if name in told:
            _answer(field, told[name])
        elif not optional and not _answered(field):
            raise KeyError(f"{page.url} asks for {name}")


def _answered(field: Locator) -> bool:
    if field.locator("input:checked").count():
        return True
    typed = field.locator("select, textarea, input:not([type=radio], [type=checkbox])")
    return typed.count() > 0 and typed.input_value() != ""


def _answer(field: Locator, words: str) -> None:
    choices = field.locator("input[type=radio], input[type=checkbox]")
    if choices.count():
        field.get_by_label(words, exact=True).check()
    elif field.locator("select").count():
        field.locator("select").select_option(label=words)
    else:
        field.locator("input, textarea").fill(words)


def a_pdf() -> FilePayload:
    """Return a real PDF of one page."""
    buffer, document = BytesIO(), pikepdf.new()
    document.add_blank_page()
    document.save(buffer)
    return FilePayload(name="论证报告.pdf", mimeType="application/pdf", buffer=buffer.getvalue())


def a_photo() -> FilePayload:
    """Return a real picture."""
    buffer = BytesIO()
    Image.new("RGB", (640, 480), "seagreen").save(buffer, "PNG")
    return FilePayload(name="现场照片.png", mimeType="image/png", buffer=buffer.getvalue())


def a_liar() -> FilePayload:
    """Return a program that calls itself a PDF."""
    return FilePayload(name="申请书.pdf", mimeType="application/pdf", buffer=b"MZ\x90\x00" + bytes(300))
