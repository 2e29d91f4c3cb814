"""免提交: a certificate of the library in the place of a material, and the mark on its copy by trust level."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yichuang.rules.after.renewal import is_over
from yichuang.rules.verdict import ALLOWED, Verdict, refuse


def satisfies(slot: Mapping[str, Any], type_name: str, type_code: str = "") -> bool:
    """Say whether a certificate of this type is the material: named by type code, else by its name.

    A material "取水许可证" or "取水许可证（副本）" is the certificate of this name; "取水许可证申请书" is not.
    Basis: ZXZW-11, S4-免提交
    """
    if named := str(slot.get("certificate_type", "")):
        return named in (type_code, type_name)
    name = str(slot.get("name", "")).strip()
    for ending in ("（副本）", "（正本）", "（正、副本）", "（复印件）", "(副本)", "复印件", "副本", "正本", "原件"):
        name = name.removesuffix(ending).strip()
    return bool(type_name) and name == type_name


def may_use(status: str, valid_to: date | None, today: date) -> Verdict:
    """Say whether a certificate can stand for a material today: in force and not run out.

    Basis: ZXZW-11
    """
    if status != "valid" or is_over(valid_to, today):
        return refuse("certificate_not_in_force", "ZXZW-11")
    return ALLOWED


_STANDS = {
    "A": "此件来自电子证照库",
    "B": "此件经与原件核对无误",
    "C": "此件由用户上传，使用前须核对原件",
    "D": "此件由用户自行提供并承诺真实",
}
_PURPOSE_MOST = 24  # characters of an item's name that stand in a watermark


def viewing_mark(level: str, item: str, who: str, when: str) -> tuple[str, ...]:
    """Return the lines across an upload as an officer sees it (查看水印): how far it is good, for what, who, when.

    The stored file stays as it came; only what is shown is marked.  Basis: ZXZW-7, GRXX-51, YC
    """
    name = item if len(item) <= _PURPOSE_MOST else f"{item[: _PURPOSE_MOST - 1]}…"
    return (_STANDS.get(level, _STANDS["D"]), f"仅供办理{name}使用", f"{who} {when} 查看")


def mark(level: str, issuer: str, until: date) -> str:
    """Return the words of the watermark of a copy (水印) by trust level.

    A is the wording of the national guide; B begins as it does there. For C and D no wording was published: ours says
    what the level means.  Basis: ZXZW-10, YC
    """
    good = f"有效期至{until.year}年{until.month}月{until.day}日"
    words = {
        "A": f"此件由{issuer}提供，仅供办理政务服务事项时使用，{good}",
        "B": f"此件经与原件核对无误，仅供办理政务服务事项时使用，{good}",
        "C": f"此件由用户上传，使用前须核对原件，仅供办理政务服务事项时使用，{good}",
        "D": f"此件由用户自行提供并承诺真实，仅供办理政务服务事项时使用，{good}",
    }
    return words.get(level, words["D"])
