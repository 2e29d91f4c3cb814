"""`./yc check uscc|id|org|licence VALUE`: is this identifier right? (号码校验) No Django.

Exit code: 0 valid, 1 invalid, 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from yichuang.faces.common.wording.identifiers import KIND_NAMES, identifier_sentence
from yichuang.faces.terminal.parser import Parser
from yichuang.rules.identifiers import IdentifierCheck, IdentifierKind, check

OFFICE_ZONE = ZoneInfo("Asia/Shanghai")


def main(argv: Sequence[str] | None = None) -> int:
    """Check one identifier and say in one sentence what is wrong and what to do."""
    wish = _parser().parse_args(argv)
    answer = check(IdentifierKind(wish.kind), wish.value, today=wish.today)
    print(_as_json(answer) if wish.json else _as_text(answer))
    return 0 if answer.ok else 1


def _parser() -> argparse.ArgumentParser:
    kinds = "，".join(f"{kind.value} {name}" for kind, name in KIND_NAMES.items())
    parser = Parser(prog="yc check", description=f"校验号码：{kinds}")
    parser.add_argument("kind", choices=[kind.value for kind in IdentifierKind], help="号码种类")
    parser.add_argument("value", help="要校验的号码")
    parser.add_argument(
        "--today",
        type=date.fromisoformat,
        default=datetime.now(OFFICE_ZONE).date(),
        metavar="DATE",
        help="把这一天当作今天，如 2026-11-22（默认：今天）",
    )
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    return parser


def _as_text(answer: IdentifierCheck) -> str:
    sentence = identifier_sentence(answer)
    return f"{answer.normalized}  {sentence}" if answer.ok else sentence


def _as_json(answer: IdentifierCheck) -> str:
    reason = None if answer.ok else identifier_sentence(answer)
    facts = {name: value.isoformat() if isinstance(value, date) else value for name, value in answer.facts.items()}
    shown = {
        "valid": answer.ok,
        "kind": answer.kind.value,
        "normalized": answer.normalized,
        "fault": None if answer.ok else answer.fault.value,
        "reason": reason,
        "facts": facts,
    }
    return json.dumps(shown, ensure_ascii=False)


if __name__ == "__main__":
    raise SystemExit(main())
