"""Words of refusals about what was typed (填写)."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "typed_too_long": ("“{what}”最多 {most} 个字，没有保存", "请改短以后再提交；系统不会替您截断"),
    "sum_unreadable": ("金额写法不对", "请填以元为单位的数字，例如 1260 或者 1260.50，最多两位小数"),
    "sum_too_large": ("金额太大", "请核对有没有多写几位"),
}
