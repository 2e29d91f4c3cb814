"""Who calls (令牌与核验码): a bearer token within its scopes, or number and verification code for a masked view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from ninja.security import APIKeyHeader, HttpBearer

from yichuang.faces.api.problems import ApiProblem
from yichuang.records.org.tokens import SCOPES, holder

TOKEN, CODE = "token", "code"  # what `yc_access` says of an address
CODE_HEADER = "X-Verification-Code"


@dataclass(frozen=True, slots=True)
class Code:
    """The last six characters of the applicant's identity number, as told."""

    told: str


class BearerToken(HttpBearer):
    """The token's user becomes the officer of the request; a session counts for nothing here."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """Return the token. Raises ApiProblem when it lacks the scope."""
        row = holder(token.strip(), request.at)
        if row is None:
            return None
        if self.scope not in row.scopes:
            words = f"这个令牌没有“{SCOPES[self.scope]}”（{self.scope}）的权限。请申领带有这项权限的令牌。"
            raise ApiProblem("scope_missing", words)
        officer = request.directory.officer(row.user_id, request.today)
        request.officer = officer if officer.name else type(officer)(row.user_id, str(row.user), officer.grants)
        return row


class VerificationCode(APIKeyHeader):
    """办件编号加核验码: whoever holds the receipt slip may see the masked progress."""

    param_name = CODE_HEADER

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        """Return the code as told; whether it fits is known when the case is read."""
        return Code(key.strip()) if key and key.strip() else None
