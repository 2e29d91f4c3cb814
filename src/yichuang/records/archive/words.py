"""Words that a package tells beside a value (归档包用语): what a verifier accepts. Part of the format.

Who rewords one keeps the old word here, too: packages are read for decades.
"""

from __future__ import annotations

from collections.abc import Mapping

OUTCOMES: Mapping[str, tuple[str, ...]] = {
    "granted": ("准予",),
    "denied": ("不予许可",),
    "not_needed": ("不受理",),
    "refused": ("不予受理",),
    "withdrawn": ("申请人撤回",),
    "upward": ("同意上报",),
    "filed": ("予以备案",),
    "not_filed": ("不予备案",),
    "lapsed": ("逾期未补齐",),
    "unpaid": ("逾期未缴费",),
}
RETENTIONS: Mapping[str, tuple[str, ...]] = {"permanent": ("永久",), "long": ("30年",), "short": ("10年",)}
CERTIFICATE_STATES = frozenset(
    {"valid", "suspended", "expired", "revoked", "withdrawn", "cancelled", "deregistered"}
)  # fmt: skip
FORMER: Mapping[str, tuple[str, ...]] = {}  # what steps were called before, by verb
