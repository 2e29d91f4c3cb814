"""OpenAPI 3.1 of this interface (接口描述): problems with their own media type, every status declared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yichuang.faces.api.problems import KINDS, MEDIA_TYPE
from yichuang.faces.api.shapes import ProblemOut

_ALWAYS = ("unknown_address",)  # an address with characters that none of ours has


def problems(*codes: str) -> dict[int, type[ProblemOut]]:
    """Return the problem answers of an operation by status, for `response=`."""
    return {KINDS[code].status: ProblemOut for code in (*codes, *_ALWAYS)}


def finished(schema: dict[str, Any]) -> dict[str, Any]:
    """Return ninja's schema with problem+json where a problem is answered, and the codes in words."""
    for operation in operations(schema):
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                response["description"] = "；".join(
                    f"{code} {kind.title}" for code, kind in KINDS.items() if kind.status == int(status)
                )
                content = response.get("content", {})
                if "application/json" in content:
                    response["content"] = {MEDIA_TYPE: content["application/json"]}
        operation["responses"] = {str(status): body for status, body in operation["responses"].items()}
    return schema


def operations(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every operation of a schema."""
    for path in schema["paths"].values():
        yield from (operation for operation in path.values() if isinstance(operation, dict))
