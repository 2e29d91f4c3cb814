"""接口令牌: given out once, kept as a digest, good within their scopes until they expire or are revoked."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yichuang.records.org.models import ApiToken, User

PREFIX = "yc_"
SYSTEM = "cases:system"
HOTLINE = "hotline"
SCOPES = {
    "cases:read": "查询本人办件",
    "cases:write": "提交申请、上传材料",
    SYSTEM: "业务系统代报：替任何申请人提交",
    HOTLINE: "12345热线：发送工单、取回办理情况",
}


@dataclass(frozen=True, slots=True)
class Given:
    """A token just given out: `secret` is shown once and never again."""

    secret: str
    row: ApiToken


def give(user: User, scopes: Iterable[str], *, at: datetime, until: datetime, name: str = "") -> Given:
    """Give out a token. Raises ValueError for an unknown scope or a term that is over."""
    wanted = sorted(set(scopes))
    unknown = [scope for scope in wanted if scope not in SCOPES]
    if unknown or not wanted:
        raise ValueError("、".join(unknown) or "scope")
    if until <= at:
        raise ValueError("until")
    secret = PREFIX + secrets.token_urlsafe(32)
    row = ApiToken(user=user, name=name, digest=_digest(secret), scopes=wanted, created_at=at, expires_at=until)
    row.save(force_insert=True)
    return Given(secret, row)


def holder(secret: str, at: datetime) -> ApiToken | None:
    """Return the token with its user, if it is good at that time. One query."""
    if not secret.startswith(PREFIX) or len(secret) > 100:
        return None
    row = ApiToken.objects.select_related("user").filter(digest=_digest(secret)).first()
    if row is None or not row.user.is_active or row.revoked_at is not None or row.expires_at <= at:
        return None
    return row


def given(user: User | None = None) -> list[ApiToken]:
    """Return the tokens given out, the newest first."""
    rows = ApiToken.objects.select_related("user").order_by("-created_at")
    return list(rows.filter(user=user) if user else rows)


def revoke(token_id: UUID, at: datetime) -> bool:
    """Revoke a token; say whether it was there and still good."""
    return bool(ApiToken.objects.filter(pk=token_id, revoked_at=None).update(revoked_at=at))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
