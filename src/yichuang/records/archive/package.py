"""How an archive package looks (归档包): what its manifest says, and the page a person reads. Pure; part of the format.

A package is a ZIP of stored members: `manifest.json`, then the others by name. Its manifest names every other
member with its SHA-256; `index.html` is nothing but the manifest in words, so that a verifier can write it again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

FORMAT = "yichuang-archive/1"
SET_FORMAT = "yichuang-archive-set/1"
MANIFEST, INDEX, LEDGER, PROOF = "manifest.json", "index.html", "ledger.json", "proof.json"
_STYLE = (
    "body{font:16px/1.7 'Noto Sans SC','Source Han Sans SC',sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
    "color:#1b1f24}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #c9ced6;padding:.4rem .6rem;text-align:left;vertical-align:top}th{white-space:nowrap}"
    "code{font-size:.8rem;word-break:break-all}small{color:#5b6470}"
)
_HEAD = (
    ("archive_no", "档号"), ("fonds", "全宗号"), ("year", "年度"), ("department", "机构"),
    ("retention_words", "保管期限"), ("keep_until", "保管到期日"), ("case_no", "办件编号"), ("item", "事项"),
    ("outcome_words", "办理结果"),
    ("received_on", "收件日期"), ("closed_on", "办结日期"), ("registered_on", "归档登记"),
)  # fmt: skip
_KINDS = {
    "document": "文书",
    "material": "申请材料",
    "proof": "送达凭据",
    "ledger": "账目",
    "certificates": "证照登记",
    "checkpoint": "存证",
}


def canonical(value: Any) -> bytes:
    """Return the one form in which a JSON member of a package is written."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def index_page(manifest: Mapping[str, Any]) -> bytes:
    """Return the page of a package: what it is, what happened, which files there are."""
    name = _text(manifest["archive_no"])
    parts = [
        f'<!doctype html>\n<html lang="zh-Hans"><head><meta charset="utf-8"><title>{name}</title>'
        f"<style>{_STYLE}</style></head><body><h1>归档包 {name}</h1>",
        _table([(label, _text(manifest.get(key))) for key, label in _HEAD if manifest.get(key)]),
        f"<h2>文件（{len(manifest['files'])} 个）</h2>",
        _rows(("种类", "名称", "文件", "SHA256"), [_file(file) for file in manifest["files"]]),
        f"<h2>办理经过（账目 {manifest['ledger']['seq']} 条）</h2>",
        _rows(("序号", "时间", "行为"), [_step(step) for step in manifest["course"]]),
        f"<p>账目末条哈希 <code>{_text(manifest['ledger']['hash'])}</code></p>",
        _missing(manifest.get("missing", ())),
        "<p><small>核验：把整个归档包交给 <code>./yc verify 文件</code>，不需要联网，也不需要原系统。</small></p>",
        "</body></html>\n",
    ]
    return "".join(parts).encode()


def _text(value: Any) -> str:
    return escape("" if value is None else str(value))


def _table(pairs: Sequence[tuple[str, str]]) -> str:
    return "<table>" + "".join(f'<tr><th scope="row">{a}</th><td>{b}</td></tr>' for a, b in pairs) + "</table>"


def _rows(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{words}</th>" for words in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _file(file: Mapping[str, Any]) -> tuple[str, ...]:
    path = _text(file["path"])
    return (
        _KINDS.get(str(file["kind"]), _text(file["kind"])), _text(file["title"]), f'<a href="{path}">{path}</a>',
        f"<code>{_text(file['sha256'])}</code>",
    )  # fmt: skip


def _step(step: Mapping[str, Any]) -> tuple[str, ...]:
    words = _text(step["words"]) + ("（内容已依规清除）" if step.get("erased") else "")
    return str(int(step["seq"])), _text(str(step["at"])[:19].replace("T", " ")), words


def _missing(missing: Sequence[Mapping[str, Any]]) -> str:
    if not missing:
        return ""
    names = "".join(f"<li>{_text(one['title'])} <code>{_text(one['sha256'])}</code></li>" for one in missing)
    return f"<h2>已依规清除的文件</h2><ul>{names}</ul>"


def set_page(manifest: Mapping[str, Any]) -> bytes:
    """Return the page of a set of packages (案卷目录)."""
    rows = [
        (
            _text(one["archive_no"]), _text(one["case_no"]), _text(one["item"]), _text(one["keep_until"] or "永久"),
            f'<a href="{_text(one["path"])}">{_text(one["path"])}</a>', f"<code>{_text(one['sha256'])}</code>",
        )
        for one in manifest["packages"]
    ]  # fmt: skip
    title = _text(manifest["title"])
    head = f'<!doctype html>\n<html lang="zh-Hans"><head><meta charset="utf-8"><title>{title}</title>'
    body = _rows(("档号", "办件编号", "事项", "保管到期日", "归档包", "SHA256"), rows)
    page = f"{head}<style>{_STYLE}</style></head><body><h1>{title}</h1><p>共 {len(rows)} 件</p>{body}</body></html>\n"
    return page.encode()
