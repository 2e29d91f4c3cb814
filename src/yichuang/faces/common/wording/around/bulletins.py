"""Words of refusals about bulletins (通报)."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "bulletin_not_used": ("本中心没有这种周期的通报", "请选本地规定的周期"),
    "bulletin_no_year": ("这一年没有办件账目", "请核对年份后再提交"),
    "bulletin_early": ("这一期还没有到起草的时候，{on} 起可以起草", "请到时再办；到期会自动起草"),
    "bulletin_known": ("这一期的通报已经起草过", "请打开已有的通报；签发以后有差错的，另发更正"),
    "bulletin_signed": ("通报已经签发，不能再改", "有差错的，请发更正通报"),
    "bulletin_unsigned": ("通报还没有签发", "草稿直接修改就可以，不用更正"),
    "bulletin_reason": ("没有写更正说明", "请写明哪里有差错、为什么"),
    "bulletin_empty": ("通报没有文字", "请写明总体情况后再提交"),
    "bulletin_long": ("一段文字最多 {most} 个字", "请改短以后再提交"),
    "bulletin_no_figure": ("没有叫做“{what}”的数字", "请照指标表里的名称写在【】里"),
    "bulletin_typed_figure": ("“{what}”是手写的数字", "通报里的数字不能手写，请写指标名称，例如【收件】"),
}
