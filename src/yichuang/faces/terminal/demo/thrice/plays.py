"""Play them all."""

from __future__ import annotations

from yichuang.faces.terminal.demo.items import Publish
from yichuang.faces.terminal.demo.reform.steps import StepLife
from yichuang.faces.terminal.demo.thrice.asked import play_asked
from yichuang.faces.terminal.demo.thrice.cast import Cast
from yichuang.faces.terminal.demo.thrice.heard import play_heard, play_renewed
from yichuang.faces.terminal.demo.thrice.land import build_land
from yichuang.faces.terminal.demo.thrice.reported import play_reported, play_unpaid
from yichuang.records.org.directory import directory, forget


def build_thrice(cast: Cast, publish: Publish) -> int:
    """Put two more items in force and play every life; return how many cases."""
    build_land(cast.now, publish)
    forget()
    cast.place = directory()
    for play in (play_step, play_asked, play_heard, play_renewed, play_reported, play_unpaid):
        play(cast)
    return cast.count


def play_step(cast: Cast) -> None:
    """One more special step that no law asks for: the centre has not settled it yet."""
    life = cast.life(StepLife, "pt-urban", 6)
    life.submitted(3, "window").accepted(3).routed(2).claimed(2)
    life.proposed(0, "site_visit", "占用的人行道上有盲道，需要到现场踏勘后再定围挡位置。")
