"""Which profiles a profile inherits from, most general first (适用范围的继承)."""

from __future__ import annotations

import re

_FORM = re.compile(r"(?P<country>[a-z]{2})(?:\.(?P<region>\d{6})(?:\.(?P<rest>[a-z0-9_.]+))?)?")


def chain(profile: str) -> tuple[str, ...]:
    """Return country, province, city, county, department: cn.350302 is below cn.350300, cn.350000 and cn."""
    found = _FORM.fullmatch(profile)
    if found is None:
        raise ValueError(profile)
    names = [found["country"]]
    region = found["region"]
    if region:
        for code in (region[:2] + "0000", region[:4] + "00", region):
            names.append(f"{found['country']}.{code}")
    for word in (found["rest"] or "").split("."):
        names += [f"{names[-1]}.{word}"] if word else []
    return tuple(dict.fromkeys(names))
