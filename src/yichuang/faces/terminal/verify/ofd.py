"""An OFD of a paper (版式文件): readable beside the PDF, but it bears no seal, and so proves nothing by itself."""

from __future__ import annotations

import zipfile
from html import unescape
from re import search

from yichuang.faces.terminal.verify.asking import Asked, Found, Wrong

_MOST = 64 * 1024
FAULTS = {
    "ofd_unsealed": "OFD 没有电子签章，只供阅读，不能证明真伪；请核验同一份文书的 PDF",
    "ofd_signed": "OFD 里有签名，但本系统不出具签章的 OFD，不能采信；请核验同一份文书的 PDF",
    "unreadable": "不是完整的 OFD，打不开",
}


def check(asked: Asked) -> Found:
    """Say that it is an OFD and of which paper; never that it is genuine."""
    try:
        title, fault = _read(asked)
    except OSError:
        raise Wrong(f"文件读不了：{asked.path}") from None
    except (zipfile.BadZipFile, KeyError, ValueError, RuntimeError, NotImplementedError, EOFError):
        title, fault = "", "unreadable"
    name = asked.path.name
    told = f"（文件自称“{title}”）" if title else ""
    return Found(
        False, name, "ofd", fault, f"{name}：不通过。{FAULTS[fault]}{told}。", {"title": title, "sealed": False}
    )


def _read(asked: Asked) -> tuple[str, str]:
    with zipfile.ZipFile(asked.path) as package, package.open("OFD.xml") as source:
        head = source.read(_MOST).decode("utf-8", "replace")
        signed = "Signatures" in head or any("sign" in one.lower() for one in package.namelist())
    title = search(r"<ofd:Title>([^<]{1,200})</ofd:Title>", head)
    words = "".join(sign for sign in unescape(title[1]) if sign.isprintable()) if title else ""
    return words, "ofd_signed" if signed else "ofd_unsealed"
