"""接入参数: where the gateway is, our merchant number there, and the keys. In the data folder, never in the code."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from yichuang.acts.fees.gateway.protocol import RSA2, SM3, Keys, new_pair

_MINE, _MINE_PUBLIC, _THEIRS, _THEIRS_PUBLIC = "merchant.pem", "merchant.pub", "gateway.pem", "gateway.pub"
_SHARED, _TERMS = "shared.key", "gateway.json"


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed with the gateway (接入参数)."""

    url: str
    merchant: str
    keys: Keys
    region_code: str = ""  # whose inbox takes money that names no case


def terms_in(folder: Path) -> Terms | None:
    """Return what the folder holds, None where no gateway was set up or it is incomplete.

    gateway.json: url, merchant, sign_type, region; beside it merchant.pem and gateway.pub, or shared.key.
    """
    try:
        told = json.loads((folder / _TERMS).read_text(encoding="utf-8"))
        kind = str(told.get("sign_type", RSA2))
        own, other = (_SHARED, _SHARED) if kind == SM3 else (_MINE, _THEIRS_PUBLIC)
        keys = Keys(kind, (folder / own).read_bytes(), (folder / other).read_bytes())
        return Terms(_address(told["url"]), str(told["merchant"]), keys, str(told.get("region", "")))
    except (OSError, ValueError, KeyError, AttributeError):
        return None


def set_up(folder: Path, told: Mapping[str, str]) -> Keys:
    """Make keys for both sides where there are none, write what was agreed, return the gateway's keys (沙箱)."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not (folder / _THEIRS_PUBLIC).exists():
        for private, public in ((_MINE, _MINE_PUBLIC), (_THEIRS, _THEIRS_PUBLIC)):
            made = new_pair()
            _write(folder / private, made[0])
            _write(folder / public, made[1])
        _write(folder / _SHARED, secrets.token_hex(32).encode())
    _write(folder / _TERMS, json.dumps(dict(told), ensure_ascii=False).encode())
    kind = told.get("sign_type", RSA2)
    own, other = (_SHARED, _SHARED) if kind == SM3 else (_THEIRS, _MINE_PUBLIC)
    return Keys(kind, (folder / own).read_bytes(), (folder / other).read_bytes())


def _address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ValueError(url)
    return url.rstrip("/")


def _write(path: Path, content: bytes) -> None:
    """Write for the owner only; a reader sees the old or the new content."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
    fresh.replace(path)
