"""Keys in a device (密码机、USB Key) that speaks PKCS#11: the private key never leaves it (OASIS PKCS#11 v2.40).

A seal's row names `pkcs11:<token label>/<key label>`; the settings name the device's library and hold its PIN. The
certificate of the key must lie in the device under the same label. P-256 only.
"""

from __future__ import annotations

import ctypes
from ctypes import byref, c_ubyte, c_ulong, c_void_p
from functools import lru_cache
from hashlib import sha256
from threading import Lock
from typing import Any

from yichuang.records.seals.signing import der
from yichuang.records.seals.signing.keys import ECDSA, Holder, KeyFault

_OK, _LOGGED_IN, _RUNNING = 0, 0x100, 0x191
_CLASS, _LABEL, _VALUE = 0x0, 0x3, 0x11
_CERTIFICATE, _PRIVATE = 0x1, 0x3
_MECHANISM, _SERIAL_SESSION, _USER = 0x1041, 0x4, 1  # CKM_ECDSA
_HALF, _LABEL_LENGTH = 32, 32
_LONGEST = 8192


class _Attribute(ctypes.Structure):
    _fields_ = (("kind", c_ulong), ("value", c_void_p), ("length", c_ulong))


class _Mechanism(ctypes.Structure):
    _fields_ = (("kind", c_ulong), ("parameter", c_void_p), ("length", c_ulong))


class _Device:
    """One library, one session for each token."""

    def __init__(self, library: str) -> None:
        try:
            self._calls = ctypes.CDLL(library)
        except OSError as fault:
            raise KeyFault(f"PKCS#11 库打不开：{library}") from fault
        self._lock = Lock()
        self._do("C_Initialize", None, good=(_OK, _RUNNING))

    def session(self, token: str, pin: str) -> c_ulong:
        """Log in to the token with this label.  Raises: KeyFault."""
        session = c_ulong()
        self._do("C_OpenSession", c_ulong(self._slot(token)), c_ulong(_SERIAL_SESSION), None, None, byref(session))
        told = pin.encode()
        self._do("C_Login", session, c_ulong(_USER), told, c_ulong(len(told)), good=(_OK, _LOGGED_IN))
        return session

    def find(self, session: c_ulong, kind: int, label: str) -> c_ulong:
        """Return the object of this class with this label.  Raises: KeyFault."""
        asked, name = c_ulong(kind), label.encode()
        wanted = (_Attribute * 2)(
            _Attribute(_CLASS, ctypes.cast(byref(asked), c_void_p), ctypes.sizeof(asked)),
            _Attribute(_LABEL, ctypes.cast(ctypes.c_char_p(name), c_void_p), len(name)),
        )
        found, count = c_ulong(), c_ulong()
        self._do("C_FindObjectsInit", session, wanted, c_ulong(2))
        self._do("C_FindObjects", session, byref(found), c_ulong(1), byref(count))
        self._do("C_FindObjectsFinal", session)
        if not count.value:
            raise KeyFault(f"设备里没有 {label}")
        return found

    def value(self, session: c_ulong, thing: c_ulong) -> bytes:
        """Return the value of an object: of a certificate its DER."""
        held = (c_ubyte * _LONGEST)()
        asked = _Attribute(_VALUE, ctypes.cast(held, c_void_p), _LONGEST)
        self._do("C_GetAttributeValue", session, thing, byref(asked), c_ulong(1))
        return bytes(held[: asked.length])

    def sign(self, session: c_ulong, key: c_ulong, digest: bytes) -> bytes:
        """Return r and s, one behind the other."""
        made, length = (c_ubyte * _LONGEST)(), c_ulong(_LONGEST)
        with self._lock:
            self._do("C_SignInit", session, byref(_Mechanism(_MECHANISM, None, 0)), key)
            self._do("C_Sign", session, digest, c_ulong(len(digest)), made, byref(length))
        return bytes(made[: length.value])

    def _slot(self, token: str) -> int:
        count = c_ulong()
        self._do("C_GetSlotList", c_ubyte(1), None, byref(count))
        slots = (c_ulong * count.value)()
        self._do("C_GetSlotList", c_ubyte(1), slots, byref(count))
        for slot in slots:
            told = (c_ubyte * 512)()  # CK_TOKEN_INFO begins with the label
            self._do("C_GetTokenInfo", c_ulong(slot), told)
            if bytes(told[:_LABEL_LENGTH]).decode("utf-8", "replace").rstrip() == token:
                return int(slot)
        raise KeyFault(f"没有插入设备 {token}")

    def _do(self, name: str, *about: Any, good: tuple[int, ...] = (_OK,)) -> None:
        call = getattr(self._calls, name)
        call.restype = c_ulong
        answer = call(*about)
        if answer not in good:
            raise KeyFault(f"设备没有完成 {name}（0x{answer:x}）")


class TokenKey:
    """A key in a device."""

    algorithm = ECDSA
    parameters: tuple[bytes, ...] = ()

    def __init__(self, device: _Device, session: c_ulong, key: c_ulong) -> None:
        self._device, self._session, self._key = device, session, key

    def sign(self, message: bytes) -> bytes:
        """Return the signature over SHA-256 of the message.  Raises: KeyFault."""
        raw = self._device.sign(self._session, self._key, sha256(message).digest())
        r, s = (int.from_bytes(half, "big") for half in (raw[:_HALF], raw[_HALF:]))
        return der.sequence(der.integer(r), der.integer(s))


@lru_cache(maxsize=8)
def _device(library: str) -> _Device:
    return _Device(library)


@lru_cache(maxsize=64)
def from_token(name: str, library: str, pin: str) -> Holder:
    """Return the key `token/label` in a device.  Raises: KeyFault."""
    if not library:
        raise KeyFault("没有设置 PKCS#11 库（YICHUANG_PKCS11_MODULE）")
    token, _, label = name.partition("/")
    device = _device(library)
    session = device.session(token, pin)
    certificate = device.value(session, device.find(session, _CERTIFICATE, label))
    return Holder(TokenKey(device, session, device.find(session, _PRIVATE, label)), certificate, ())
