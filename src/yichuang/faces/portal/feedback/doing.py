"""Acts of somebody who is no applicant by log-in, but holds a link or has shown number and code (凭链接办理)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Filed
from yichuang.rules.officers import ANONYMOUS, SYSTEM

Wish = TypeVar("Wish")


def by_link(act: Callable[[Wish, Context], Filed]) -> Callable[[Wish, Context], Filed]:
    """Return the act as done by the link itself: nobody's name stands in the ledger."""

    def done(wish: Wish, ctx: Context) -> Filed:
        return act(wish, replace(ctx, officer=SYSTEM))

    return done


def unnamed(act: Callable[[Wish, Context], Filed]) -> Callable[[Wish, Context], Filed]:
    """Return the act as done by nobody (匿名): neither actor nor key tell who was logged in."""

    def done(wish: Wish, ctx: Context) -> Filed:
        key = f"anonymous:{ctx.key.partition(':')[2]}"
        return act(wish, replace(ctx, officer=ANONYMOUS, key=key))

    return done
