"""The simulated devices (模拟外设): a sample card, a sample scan, and the page that plugs them in and out."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from html import escape

from PIL import Image, ImageDraw

from yichuang.rules.check_characters import person_check

DEVICES: Mapping[str, str] = {
    "idcard.read": "身份证读卡器",
    "camera.capture": "高拍仪",
    "rating.show": "评价器",
    "print.raw": "打印机",
}
_SHOWN = 20


def sample_card() -> dict[str, str]:
    """Return what an invented card says; its number has the right check digit and belongs to nobody."""
    first = "99010019850615123"
    return {"name": "周文静", "number": first + person_check(first), "address": "嘉宁市安岭区示例路 8 号"}


def sample_scan(number: int) -> bytes:
    """Return a picture as a document camera takes it."""
    page = Image.new("RGB", (620, 877), "white")
    pen = ImageDraw.Draw(page)
    pen.rectangle((20, 20, 600, 857), outline="#334155", width=3)
    pen.text((60, 60), f"SAMPLE SCAN {number}", fill="#0b5d57", font_size=34)
    for line in range(160, 800, 34):
        pen.line((60, line, 560 - line % 90, line), fill="#94a3b8", width=4)
    out = io.BytesIO()
    page.save(out, "JPEG", quality=80)
    return out.getvalue()


def bridge_page(plugged: Iterable[str], card: bool, out: list[str]) -> str:
    """Return the page of the simulator: what is plugged in, and what the devices did."""
    there = set(plugged)
    boxes = "".join(
        f'<p><label><input type="checkbox" name="device" value="{name}"{" checked" if name in there else ""}> '
        f"{words} <small>{name}</small></label></p>"
        for name, words in DEVICES.items()
    )
    done = "".join(f"<li>{escape(words)}</li>" for words in reversed(out[-_SHOWN:])) or "<li>还没有动作</li>"
    lies = " checked" if card else ""
    return f"""<!doctype html><html lang="zh-Hans"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>模拟设备桥</title>
<link rel="stylesheet" href="/sandbox.css"><main>
<section><p class="note">这是模拟设备桥：没有接真实设备，身份证是虚构的。</p>
<h1>接着的设备</h1><form method="post" action="/set">{boxes}
<p><label><input type="checkbox" name="card" value="1"{lies}> 读卡器上放着身份证</label></p><button>改好</button></form>
</section><section><h1>设备做了什么</h1><ol>{done}</ol></section></main></html>"""
