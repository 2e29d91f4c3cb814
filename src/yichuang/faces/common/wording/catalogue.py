"""Refusals around items: publishing one (事项发布), and denying under no article of its own."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "version_number": ("这个事项已有别的新版本，下一版应是第 {next} 版", "请重新打开事项，看清现在的版本再改"),
    "version_too_early": ("新版本最早从 {first} 起施行：不得改动已经适用的规定", "请把生效日期改为这一天或者以后"),
    "version_too_far": ("施行日期最晚到 {last}：再往后，施行以前就不能再发布别的版本", "请核对施行日期的年份"),
    "denial_basis_missing": (
        "没有写不予的依据",
        "请写明不予许可所依据的条文；事项的设定依据说的是可以许可，不能作为不予的依据",
    ),
}
