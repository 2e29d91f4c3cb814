"""Rows of who watches over a centre: supervision, statistics, money, archive, items and the law."""

from __future__ import annotations

from tests.faces.matrix.rows.shapes import ONLY_MANAGER, Row, form, reads
from tests.faces.matrix.sights import ARCHIVE, CASEWORK, CENTRE, EVERYBODY, OFFICE, STAFF_SEES, WINDOW, people

OVERSIGHT = (
    reads("centre:board", CENTRE),
    reads("centre:cases", CENTRE),
    reads("centre:steps", CENTRE),
    reads("centre:proofs", CENTRE),
    reads("centre:alerts", CENTRE),
    *(reads(f"centre:{name}", CENTRE) for name in ("concentration", "performance", "institutions")),
    reads("centre:supervision", CENTRE),
    form("centre:checks", CENTRE | OFFICE),
    form("centre:bulletins", CENTRE | OFFICE | WINDOW),
    Row("centre:bulletin", CENTRE | OFFICE | WINDOW, get=404, post=404),
    reads("centre:bulletin_paper", CENTRE | OFFICE | WINDOW, get=404),
    Row("centre:check", CENTRE | OFFICE, get=404, post=404),
    Row("centre:alert", CENTRE, get=404, post=404),
    reads("centre:calls", CENTRE),
    Row("centre:call", CENTRE | OFFICE, get=404, post=404),  # nothing was called here
    reads("centre:call_notice", CENTRE | OFFICE, get=404),
    *(reads(f"centre:{name}", CENTRE) for name in ("money", "money_sheet")),
    *(form(f"centre:{name}", CENTRE, but=ONLY_MANAGER) for name in ("money_day", "money_refunds", "money_strays")),
    *(reads(f"centre:{name}", CENTRE) for name in ("statistics", "statistics_sheet", "now")),
    *(reads(f"centre:{name}", CENTRE) for name in ("statistics_joint", "statistics_joint_sheet")),
    reads("centre:statistics_cases", CENTRE, get=404),  # of no number
    *(reads(f"centre:{name}", CENTRE) for name in ("maps", "map", "map_what_if")),
    reads("centre:map_cases", CENTRE, get=404),  # of no way
    *(form(f"centre:{name}", CENTRE) for name in ("statistics_registers", "statistics_mail")),
    Row("centre:big_screen", but={("get", who): 302 if who == "anonymous" else 403 for who in EVERYBODY - CENTRE}),
    form("centre:money_standards", CENTRE | people("admin")),
    reads("centre:evidence", CENTRE, STAFF_SEES),
    reads("centre:ledger", CENTRE, STAFF_SEES),
    reads("centre:certificate_coverage", CENTRE),
    reads("centre:archive", ARCHIVE),
    *(
        Row(f"centre:{name}", people("manager archivist"), get=302, post=422)
        for name in "archive_register archive_export disposal_propose".split()
    ),
    reads("centre:archive_item", ARCHIVE, STAFF_SEES, get=404),  # nothing is archived
    *(Row(f"centre:archive_{name}", ARCHIVE, get=302, post=404) for name in ("hold", "download")),
    reads("centre:disposal", ARCHIVE, get=404),
    Row("centre:disposal_answer", ARCHIVE, get=302, post=404),
    Row("centre:doctor", people("manager auditor"), post=302),
    *(
        reads(f"centre:{name}", CENTRE | people("admin legal"))
        for name in "law parameter items item_limits item item_compare".split()
    ),
    form("centre:certificate_types", people("manager admin")),
    form("centre:certificate_lists", people("manager admin")),
    Row("centre:item_draft", people("manager admin"), post=200),  # shows what is typed; nothing is filed without a key
    reads("centre:numbers", CENTRE),
    form("centre:calendar", CENTRE | people("admin legal")),
    form("centre:seals", CASEWORK | people("admin archivist")),
    Row("centre:seal", CASEWORK | people("admin archivist"), get=404, post=404),  # a keeper sees his own
    reads("centre:templates", people("admin")),
    Row("centre:template", people("admin"), post=200),  # likewise
)
