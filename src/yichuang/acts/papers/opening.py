"""What stands in the clear on a paper alone (只印在文书上的内容): kept as a ciphertext among its fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from yichuang.records.applicants.vault import unseal


def opened(fields: Mapping[str, Any], case_id: UUID) -> dict[str, Any]:
    """Return what is printed: the address of delivery opened, everything else as it is."""
    told = dict(fields)
    cipher = told.pop("deliver_to_cipher", "")
    return told | {"deliver_to": unseal(cipher, case_id)} if cipher else told
