"""`./yc sweep`: record what the law itself did on silence. To be run every day, or as often as you like."""

from __future__ import annotations

from yichuang.faces.terminal.parser import Parser
from yichuang.faces.terminal.site import ready


def main(argv: list[str]) -> int:
    """Return 0; cases that could not be moved are named."""
    parser = Parser(prog="yc sweep", description="定时处理：视为受理、重算暂定日期、补制文书")
    parser.add_argument("--recount", action="store_true", help="统计从头重算一遍：结果应当与随账累加的相同")
    parser.add_argument("--recheck", action="store_true", help="监察从头重算一遍：已有的异常不变，缺的补上")
    parser.add_argument("--hands", type=int, default=1, help="从头核对时同时用几个进程（PostgreSQL；结果相同）")
    options = parser.parse_args(argv)
    ready()
    from yichuang.acts.statistics.counting import count_anew
    from yichuang.acts.statistics.mailing import send_all
    from yichuang.acts.statistics.trailing import follow_anew
    from yichuang.acts.supervision.watching import watch_anew
    from yichuang.acts.sweep import sweep
    from yichuang.faces.common import clock

    swept = sweep(clock.now())
    print(
        f"视为受理 {swept.deemed} 件，视为准予延续 {swept.renewed} 件，"
        f"重算到期日 {swept.recomputed} 件，补制文书 {swept.papers} 份，"
        f"登记送达 {swept.delivered} 件，综合结果单 {swept.combined} 份，"
        f"封装归档 {swept.archived} 件，清除 {swept.erased} 件，清除没有收下的手机来件 {swept.purged} 个，"
        f"监察发现异常 {swept.alerts} 项，统计入册 {swept.counted} 件，起草通报 {swept.bulletins} 份。"
    )
    if options.recheck:
        print(f"监察从头重算，补上异常 {watch_anew(clock.now(), _hands(options.hands))} 项。")
    print(f"发送统计邮件 {send_all(clock.now())} 封。")
    if options.recount:
        print(f"统计从头重算，共 {count_anew(clock.now())} 件，办理轨迹 {follow_anew(clock.now())} 件。")
    for line in swept.left:
        print(f"留待下次：{line}")
    return 0


def _hands(wanted: int) -> int:
    """Return how many processes may look: SQLite serves one."""
    from django.db import connection

    return max(wanted, 1) if connection.vendor == "postgresql" else 1
