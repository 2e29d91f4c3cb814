"""Rows of the back offices: their work on cases, on projects, with other levels, and their own room of staff."""

from __future__ import annotations

from tests.faces.matrix.rows.shapes import Row, button, form, reads
from tests.faces.matrix.sights import CASE, CASEWORK, CENTRE, OFFICE, OWN, STAFF_SEES, USERS, WINDOW, people

ROSTER_BUTTONS = (("absence_one", WINDOW | OFFICE | people("manager")), ("delegation_one", OFFICE))
LEVELS = (
    reads("office:levels", WINDOW | OFFICE),
    *(
        form(f"office:{name}", WINDOW | OFFICE, STAFF_SEES)
        for name in "lower forward receive answer_upper ask_lower report_up reply".split()
    ),
)
STAFF_LEADS = people("chief leader leader_land head manager")
STAFF_HALL = WINDOW | OFFICE | people("manager supervisor")
STAFF_ROOM = (
    form("office:my_staff_page", STAFF_HALL),
    form("office:leaves", STAFF_LEADS),
    form("office:attendance", STAFF_LEADS | people("supervisor")),
    Row("office:patrol_photo", STAFF_LEADS | people("supervisor"), get=404),  # of no patrol
    reads("office:staff_files", STAFF_LEADS),
    Row("office:staff_file", STAFF_LEADS, get=404, post=404),  # of nobody
    form("office:sheets", STAFF_LEADS | people("supervisor")),
    Row("office:sheet", STAFF_HALL, get=404, post=404),
    reads("office:sheet_paper", STAFF_HALL, get=404),
    form("office:units", STAFF_LEADS),
    form("office:community", people("manager")),  # besides who sits on a community's committee
    reads("office:staff_warnings", people("manager")),
    Row("office:staff_paper", STAFF_HALL, get=404),
)
BACK_OFFICE = (
    *STAFF_ROOM,
    *LEVELS,
    reads("office:worklist", OFFICE),
    reads("office:special", OFFICE),
    *(
        form(f"office:{name}", OFFICE, STAFF_SEES)
        for name in "fee_ask fee_assess fee_confirm fee_lapse filing tolerance_fail promise_check revoke_grant".split()
    ),
    *(form(f"office:{name}", OFFICE, STAFF_SEES) for name in ("expedite", "recover")),
    Row("office:claim_many", OFFICE, get=302, post=302),
    Row("office:hand_over_many", OFFICE, get=302, post=302),
    reads("office:hand_over", OFFICE, STAFF_SEES),
    reads("office:staff", WINDOW | OFFICE | people("manager")),
    form("office:absence", WINDOW | OFFICE | people("manager")),
    *(Row(f"office:{name}", who, get=405, post=422) for name, who in ROSTER_BUTTONS),
    form("office:delegation", OFFICE),
    form("office:posting", OFFICE | people("manager")),
    form("office:powers", OFFICE),
    reads("office:hand_over_list", OFFICE, get=404),  # of nobody
    reads("office:case", CASEWORK, STAFF_SEES),
    reads("office:clock", USERS, CASE),
    reads("office:part_clock", CASEWORK, STAFF_SEES, get=404),  # nobody was asked to work with it
    reads("office:slip", CASEWORK, STAFF_SEES),
    reads("office:document", USERS, CASE),
    reads("office:attachment", USERS, CASE),
    reads("office:copy", USERS, CASE, get=404),  # this file is broken
    reads("office:pages", USERS, CASE),
    reads("office:page", USERS, CASE, get=404),  # this file is broken
    form("office:review", CASEWORK, STAFF_SEES),
    button("office:reveal", CASEWORK),
    button("office:originals", OFFICE),
    button("office:claim", OFFICE),
    button("office:sign", OFFICE),
    *(button(f"office:{name}", WINDOW) for name in "route issue close".split()),
    button("office:verify", OFFICE, state="deciding"),
    button("office:decide", OFFICE, state="deciding"),
    *(form(f"office:{name}", OFFICE, STAFF_SEES, state="deciding") for name in "return deny".split()),
    *(
        form(f"office:{name}", OFFICE, STAFF_SEES)
        for name in "pause resume extend propose_extension decline_extension".split()
    ),
    form("office:step", OFFICE | people("manager"), STAFF_SEES),
    form("office:by_hand", OFFICE | WINDOW, STAFF_SEES),
    form("office:mark_major", OFFICE, STAFF_SEES),
    form("office:refusal", OFFICE, STAFF_SEES, state="proposed"),
    reads("office:asked", OFFICE),
    reads("office:urgings", OFFICE),
    Row("office:urging", OFFICE, get=404, post=404),
    form("office:ask", WINDOW | OFFICE, STAFF_SEES),
    Row("office:asked_reply", WINDOW | OFFICE, get=404, post=404),
    reads("office:meetings", CASEWORK, STAFF_SEES),
    *(form(f"office:{name}", OFFICE, STAFF_SEES) for name in "call_meeting meeting head_report".split()),
    reads("office:hearing", CASEWORK, STAFF_SEES),
    button("office:hearing_step", OFFICE),
    *(form(f"office:{name}", OFFICE, STAFF_SEES) for name in ("inspect", "assign", "mark")),
    button("office:archive_copy", OFFICE),
    reads("office:inspection_file", CASEWORK, STAFF_SEES, get=404),  # none was made
    reads("office:certificates", CASEWORK),
    reads("office:certificate", CASEWORK, STAFF_SEES),
    Row("office:certificate_step", OFFICE, STAFF_SEES, get=302, post=422),
    reads("office:joint", OFFICE | CENTRE),
    reads("office:parts", OFFICE),
    button("office:pick_up", OFFICE, blind=frozenset()),  # it is looked up whether a reason is asked for
    form("office:conclude", OFFICE, STAFF_SEES),
    Row("office:remind_part", OFFICE, STAFF_SEES, get=404, post=404),  # nobody takes part in these cases
    Row("office:ask_again", OFFICE, STAFF_SEES, get=404, post=404),
    form("office:part_reply", OFFICE, STAFF_SEES),
)
WORKS = (
    reads("bundles"),
    Row("bundle", post=422, but={("post", "anonymous"): 302}),
    reads("my_bundle", USERS, OWN),
    Row("my_bundle_agent", USERS, get=405, post=404),  # nobody was chosen
    Row("my_bundle_result", USERS, OWN, get=405, post=422),  # not every case is closed
    reads("my_projects", USERS),
    Row("my_project_new", USERS, get=404, post=404),  # the norms of this world know no stages of projects
    reads("my_project", USERS, OWN),
    Row("my_project_apply", USERS, OWN, get=405, post=422),
    Row("my_project_agent", USERS, get=405, post=404),  # nobody was chosen
    Row("agent_board", USERS, get=404, but={("get", "agent"): 200}),
    *(Row(f"agent_{name}", USERS, get=405, post=404) for name in ("note", "ask")),  # nobody's agent
    reads("office:projects", CASEWORK),
    reads("office:project", CASEWORK, STAFF_SEES),
    *(Row(f"office:project_{name}", CASEWORK, STAFF_SEES, get=405, post=422) for name in ("finish", "joint")),
    Row("office:project_answer", CASEWORK, get=405, post=404),  # nothing was asked
)
