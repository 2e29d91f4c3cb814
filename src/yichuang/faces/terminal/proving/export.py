"""`./yc export-ledger --out FILE`: the ledger as lines that the offline verifier reads, without personal data."""

from __future__ import annotations

import sys
from pathlib import Path

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.site import BEHIND, has_tables, is_behind, ready

_VERIFIER = "verify_ledger.py"


def main(argv: list[str]) -> int:
    """Write the export, and the verifier beside it."""
    parser = Parser(prog="yc export-ledger", description="导出账目，供离线核验；不含个人信息，除非加 --payloads")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="写到哪个文件")
    parser.add_argument("--payloads", action="store_true", help="连附带内容一起导出：含个人信息，妥善保管")
    wish = parser.parse_args(argv)
    ready()
    if not has_tables() or is_behind():
        print(BEHIND, file=sys.stderr)
        return 2
    from yichuang.acts.proofs.running import signing
    from yichuang.records.ledger.proofs import export, verifier
    from yichuang.records.org.directory import directory

    count = 0
    try:
        with wish.out.open("wb") as out:
            for line in export.lines(directory().centres, signing().origin, payloads=wish.payloads):
                out.write(line)
                count += line.startswith(b"E")
        (wish.out.parent / _VERIFIER).write_bytes(verifier.source())
    except OSError as fault:
        print(f"写不了：{fault.filename}", file=sys.stderr)
        return 2
    print(f"导出账目 {count} 条：{wish.out}。核验：python3 {wish.out.parent / _VERIFIER} {wish.out}")
    return 0
