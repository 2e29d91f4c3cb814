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
    "revoked": ("准予后撤销",),
}
RETENTIONS: Mapping[str, tuple[str, ...]] = {"permanent": ("永久",), "long": ("30年",), "short": ("10年",)}
CERTIFICATE_STATES = frozenset(
    {"valid", "suspended", "expired", "revoked", "withdrawn", "cancelled", "deregistered"}
)  # fmt: skip
FORMER: Mapping[str, tuple[str, ...]] = {}  # what steps were called before, by verb
WAYS: Mapping[str, str] = {
    "window": "窗口领取", "electronic": "电子送达", "post": "邮寄送达", "left": "留置送达", "notice": "公告送达",
}  # fmt: skip
# Members that every package has under the same path: their kind and their title.
FIXED: Mapping[str, tuple[str, str]] = {
    "ledger.json": ("ledger", "账目摘录"),
    "certificates.json": ("certificates", "证照登记"),
    "proof.json": ("checkpoint", "存证证明"),
    "verify_ledger.py": ("checkpoint", "离线核验程序"),
}
PROGRAM = "verify_ledger.py"
# SHA-256 of the verifiers in packages from before the ledger told which one goes along.
PROGRAMS = frozenset(
    """
b918bada402e6fd8c239d4e809166696e6178e1220d43b71c25024806be0c260
4f18fc7278c8d5a44689eaeb693a5af200fc099cd9f8b1f853d0df3b9b3fe122
2d2429040134fe025b2a1091cd233828adb738319dd3287ef3df76414b64ec2f
""".split()
)
