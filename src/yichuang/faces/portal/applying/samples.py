"""演示号码: in the demonstration, a number that checks and belongs to nobody, so that the step can be tried."""

from __future__ import annotations

from django.conf import settings

from yichuang.rules.check_characters import organisation_check, person_check, uscc_check

_NOBODY = "99010019850315001"  # a division code that does not exist
_NO_FIRM = "MA990001"


def sample_numbers(*, company: bool) -> list[tuple[str, str]]:
    """Return label and number for the demonstration, nothing elsewhere."""
    if not settings.DEMO:
        return []
    if company:
        first = f"91990100{_NO_FIRM}{organisation_check(_NO_FIRM)}"
        return [("统一社会信用代码", first + uscc_check(first)), ("手机", "13900000001")]
    return [("公民身份号码", _NOBODY + person_check(_NOBODY)), ("手机", "13900000001")]
