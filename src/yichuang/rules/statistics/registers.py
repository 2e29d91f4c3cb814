"""Figures that are written into a register by hand (登记台账): consultations, praise, banners, complaints."""

from __future__ import annotations

from collections.abc import Mapping

from .shapes import Figure

KINDS: Mapping[str, str] = {
    "consultation": "咨询", "praise": "表扬卡（信）", "banner": "锦旗", "complaint": "投诉",
}  # fmt: skip
_UNITS: Mapping[str, str] = {"banner": "面", "praise": "张"}
_WORDS = "期间内{}的数量：诉求登记里的，加上登记台账里手工登记的；登记有误的划去，不再计入"
FIGURES = tuple(
    Figure(kind, words, _WORDS.format(words), (kind,), basis="S0e", unit=_UNITS.get(kind, "件"))
    for kind, words in KINDS.items()
)
