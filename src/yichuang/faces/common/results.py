"""The result line on the page after an act (结果提示): what happened, and where to go on."""

from __future__ import annotations

import json

from django.contrib import messages
from django.http import HttpRequest


def done(request: HttpRequest, words: str, *links: tuple[str, str]) -> None:
    """Show one line on the next page with links (label, url): 打印, 下一件, 撤销."""
    extra = json.dumps([{"label": label, "url": url} for label, url in links], ensure_ascii=False)
    messages.success(request, words, extra_tags=extra)


def warned(request: HttpRequest, words: str) -> None:
    """Show one line of warning on the next page."""
    messages.warning(request, words)
