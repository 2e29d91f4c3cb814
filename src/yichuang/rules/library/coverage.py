"""电子证照覆盖: how many of the certificates have an electronic one, against the target of the place."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from yichuang.rules.norms import Norm


@dataclass(frozen=True, slots=True)
class Covered:
    """One type: how many were issued in the period, how many are valid, and those with an electronic certificate.

    `listed`: the catalogue of types (证照类型目录) has it; without it no identifier can be made.
    """

    name: str
    listed: bool
    issued: int = 0
    issued_electronic: int = 0
    valid: int = 0
    valid_electronic: int = 0


def share(part: int, whole: int) -> Fraction | None:
    """Return the share with an electronic certificate (生成率), None where there is nothing to share.

    Basis: S3-二(四)2
    """
    return Fraction(part, whole) if whole else None


def meets(reached: Fraction | None, target: Norm | None) -> bool | None:
    """Say whether the target in force is met; None where nothing was issued or the place has no target.

    Basis: S3-二(四)2
    """
    if reached is None or target is None:
        return None
    return reached >= Fraction(str(target.value))


def total(rows: tuple[Covered, ...]) -> Covered:
    """Return the line at the foot (合计).

    Basis: S3-二(四)2
    """
    return Covered(
        "合计",
        all(row.listed for row in rows),
        sum(row.issued for row in rows),
        sum(row.issued_electronic for row in rows),
        sum(row.valid for row in rows),
        sum(row.valid_electronic for row in rows),
    )
