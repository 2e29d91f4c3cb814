"""Words of refusals about templates of papers (文书模板)."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "template_too_early": ("模板最早从 {today} 的次日起施行：已经编号的文书不得改变", "请把施行日期改为明天或者以后"),
    "template_before_latest": ("上一版从 {first} 起施行，新版不能更早", "请把施行日期改为这一天或者以后"),
    "template_too_late": ("施行日期太晚，最晚到 {last}", "请核对年份"),
    "template_faulty": ("模板还不能发布：{errors}", "请按提示改好，预览正确以后再发布"),
}
