"""Figures that are written into a register by hand (登记台账): consultations, praise, banners, complaints."""

from __future__ import annotations

from collections.abc import Mapping

from .shapes import Figure

KINDS: Mapping[str, str] = {
    "consultation": "咨询", "praise": "表扬卡（信）", "banner": "锦旗", "complaint": "投诉",
}  # fmt: skip
FIGURES = tuple(
    Figure(kind, words, f"期间内登记台账中{words}的数量；登记有误的划去，不再计入", (kind,), basis="S0e",
           unit="面" if kind == "banner" else "张" if kind == "praise" else "件")
    for kind, words in KINDS.items()
)  # fmt: skip
