"""`./yc token create|list|revoke`: tokens of the open interface (接口令牌)."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.site import ready

_DAYS = 365  # of ours, no law: how long a token is good unless told otherwise


def main(argv: list[str]) -> int:
    """Return 0, or 2 when what was asked for can't be."""
    wish = _parser().parse_args(argv)
    ready()
    return int(_COMMANDS[wish.command](wish))


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="yc token", description="开放接口的令牌：发放、列出、吊销")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    create = commands.add_parser("create", help="发放令牌，只显示一次")
    create.add_argument("user", metavar="用户名")
    create.add_argument(
        "--scope",
        action="append",
        required=True,
        metavar="范围",
        help="cases:read、cases:write、cases:system（业务系统代报）、hotline（12345热线），可以写多次",
    )
    create.add_argument("--days", type=int, default=_DAYS, help=f"有效天数（默认 {_DAYS}）")
    create.add_argument("--name", default="", help="用途，例如“某某系统”")
    listing = commands.add_parser("list", help="列出令牌")
    listing.add_argument("user", nargs="?", metavar="用户名")
    revoke = commands.add_parser("revoke", help="吊销令牌")
    revoke.add_argument("id", metavar="标识")
    for one in (create, listing, revoke):
        one.add_argument("--json", action="store_true", help="输出 JSON")
    return parser


def _create(wish: argparse.Namespace) -> int:
    from yichuang.records.org.tokens import SCOPES, give

    user, at = _user(wish.user), _now()
    unknown = [scope for scope in wish.scope if scope not in SCOPES]
    if user is None:
        return _fail(f"没有用户“{wish.user}”。用户名是登录时填的那个。")
    if unknown:
        return _fail(f"没有权限范围“{'、'.join(unknown)}”。可用的有：{'、'.join(SCOPES)}。")
    if not 1 <= wish.days <= 10 * _DAYS:
        return _fail(f"有效天数应当在 1 到 {10 * _DAYS} 之间。")
    given = give(user, wish.scope, at=at, until=at + timedelta(days=wish.days), name=wish.name)
    row = given.row
    if wish.json:
        told = {"token": given.secret, "id": str(row.id), "scopes": row.scopes}
        print(json.dumps(told | {"expires_at": row.expires_at.isoformat()}))
    else:
        print(given.secret)
        print(f"只显示这一次，请马上保存。{row.user}，{'、'.join(row.scopes)}，到 {_day(row.expires_at)} 失效。")
        print(f"吊销：./yc token revoke {row.id}")
    return 0


def _list(wish: argparse.Namespace) -> int:
    from yichuang.records.org.tokens import given

    user = _user(wish.user) if wish.user else None
    if wish.user and user is None:
        return _fail(f"没有用户“{wish.user}”。")
    rows = given(user)
    for row in rows:
        if wish.json:
            told = {"id": str(row.id), "user": row.user.username, "name": row.name, "scopes": row.scopes}
            print(json.dumps(told | {"state": _state(row), "expires_at": row.expires_at.isoformat()}))
        else:
            words = (str(row.id), row.user.username, row.name, " ".join(row.scopes), _state(row), _day(row.expires_at))
            print("　".join(word for word in words if word))
    if not rows and not wish.json:
        print("没有发放过令牌。")
    return 0


def _revoke(wish: argparse.Namespace) -> int:
    from yichuang.records.org.tokens import revoke

    try:
        found = revoke(UUID(wish.id), _now())
    except ValueError:
        found = False
    if not found:
        return _fail(f"没有标识为“{wish.id}”的有效令牌。用 ./yc token list 查。")
    print("已吊销，马上失效。")
    return 0


_COMMANDS = {"create": _create, "list": _list, "revoke": _revoke}


def _user(name: str) -> Any:
    from yichuang.records.org.models import User

    return User.objects.filter(username=name).first()


def _now() -> datetime:
    from yichuang.faces.common import clock

    return clock.now()


def _day(at: datetime) -> str:
    from yichuang.faces.common.clock import ZONE

    return at.astimezone(ZONE).date().isoformat()


def _state(row: Any) -> str:
    if row.revoked_at is not None:
        return "已吊销"
    return "已失效" if row.expires_at <= _now() else "有效"


def _fail(words: str) -> int:
    print(words, file=sys.stderr)
    return 2
