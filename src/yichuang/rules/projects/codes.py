"""The code of an investment project (项目代码): year, region, industry, kind, serial, in the national shape."""

from __future__ import annotations

import re

from yichuang.rules.verdict import ALLOWED, Verdict, refuse

_CODE = re.compile(r"(\d{4})-(\d{6})-(\d{2})-(\d{2})-(\d{6})")
_INDUSTRY = "48"  # of ours: 土木工程建筑业, where the applicant brings no code of the national platform
_KIND = "01"


def code_of(year: int, region_code: str, serial: int) -> str:
    """Return a code in the national shape: 2026-990100-48-01-000001."""
    return f"{year:04d}-{region_code[:6]}-{_INDUSTRY}-{_KIND}-{serial:06d}"


def check(code: str) -> Verdict:
    """Say whether a code that somebody typed has the national shape.  Basis: S4-二(四)"""
    return ALLOWED if _CODE.fullmatch(code) else refuse("project_code_odd", "S4-二(四)", typed=code)
