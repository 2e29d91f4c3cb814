"""Who gets what (权限矩阵): one row for each route; people and places are those of world.py. Approved by reading.

How a call is answered: through the door (`who`, else 302 to log in, or 403), then by sight of the object (else 404),
then the status of the row. A new route needs a row here; what its view declares must say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.faces.matrix.sights import (
    ALL,
    ARCHIVE,
    CASE,
    CASEWORK,
    CENTRE,
    EVERYBODY,
    OFFICE,
    OWN,
    STAFF_SEES,
    USERS,
    WINDOW,
    Sight,
    people,
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One route. `blind` methods answer before the object is looked up; of others only 405 is, unless `strict`."""

    name: str
    who: frozenset[str] = EVERYBODY
    sees: Sight = field(default_factory=dict)
    get: int = 200
    post: int = 405
    state: str = "reviewing"
    blind: frozenset[str] = frozenset()
    strict: bool = False
    but: Mapping[tuple[str, str], int] = field(default_factory=dict)
    token: bool = False
    json: bool = False


GET, POST = people("get"), people("post")


def reads(name: str, who: frozenset[str] = EVERYBODY, sees: Sight = ALL, **more: object) -> Row:
    """A page that is only read."""
    return Row(name, who, sees, **more)  # type: ignore[arg-type]


def form(name: str, who: frozenset[str], sees: Sight = ALL, **more: object) -> Row:
    """A page with a form: without a key nothing is done, 422."""
    return Row(name, who, sees, **({"post": 422} | more))  # type: ignore[arg-type]


def button(name: str, who: frozenset[str], sees: Sight = STAFF_SEES, **more: object) -> Row:
    """A button of another page: to GET it only shows that page, or says that it can't be read."""
    return Row(name, who, sees, **({"get": 302, "post": 422, "blind": GET} | more))  # type: ignore[arg-type]


PUBLIC_PAGES = (
    *(reads(name) for name in "home items item item_print item_clock item_check departments department search".split()),
    *(reads(name) for name in ("item_notice", "item_handbook")),
    Row("party_hearing", post=422),
    reads("statistics"),
    *(reads(name) for name in "notices notice_decisions notice_hearings notice_deliveries notice_checks".split()),
    reads("notice_bulletins"),
    *(reads(name, get=404) for name in ("notice_check", "notice_check_lists", "notice_bulletin")),
    *(reads(name) for name in "proofs proof_newest proof_verifier".split()),
    *(Row(f"proof_{name}", get=404) for name in "one day inclusion".split()),  # nothing was signed yet
    *(Row(f"proof_{name}", get=422) for name in "consistency leaves".split()),
    Row("proof_witness", get=405, post=422),
    Row("track_proof", get=302),
    *(reads(name) for name in "item_blank identify accessibility verify verify_ask".split()),
    Row("mode", get=405, post=302),
    Row("places", post=422),
    Row("login", post=422),
    Row("logout", get=405, post=302),
    *(Row(name, get=404, post=404) for name in "demo demo_enter demo_time".split()),  # not there outside the demo
    Row("track", post=422),
    Row("shared", post=422),
    Row("phone_upload", get=404, post=404),  # nobody issued this token
    Row("track_case", get=302),  # back to the question: number and code were not proven
    Row("track_clock", get=302),
    Row("apply_start", post=422, but={("post", "anonymous"): 302}),
)
APPLYING = (
    Row("apply_draft", USERS, OWN, get=302, strict=True),
    Row("apply_tasks", USERS, OWN, strict=True),
    Row("apply_discard", USERS, OWN, post=302),
    Row("apply_applicant", USERS, OWN, post=422),
    Row("apply_section", USERS, OWN, post=422),
    Row("apply_materials", USERS, OWN, post=302),
    Row("apply_file", USERS, OWN, strict=True),
    Row("apply_preview", USERS, OWN, strict=True),
    Row("apply_check", USERS, OWN, get=302, post=302),  # not everything is there yet
    Row("apply_sent", USERS, OWN, get=302),
)
MINE = (
    reads("my", USERS),
    reads("my_access_log", USERS),
    reads("my_certificates", USERS),
    *(reads(f"my_certificate{part}", USERS, OWN) for part in ("", "_copy")),
    form("my_certificate_share", USERS, OWN, get=302),
    Row("my_certificate_unshare", USERS, OWN, get=405, post=422),  # without a key
    reads("my_case", USERS, OWN),
    reads("my_clock", USERS, OWN),
    Row("my_proof", USERS, OWN, get=404),  # nothing was signed yet
    form("my_supplement", USERS, OWN, state="correcting"),
    form("my_withdraw", USERS, OWN),
    Row("my_mandate", USERS, OWN, get=302, post=422),  # nobody acts for the applicant
    form("my_rate", USERS, OWN, state="closed"),
    form("my_delivery_way", USERS, OWN),
    Row("my_delivery", USERS, OWN, get=302, post=422, strict=True),
    form("my_meeting", USERS, OWN, get=302),
    form("my_hearing", USERS, OWN),
    form("my_waive_hearing", USERS, OWN),
    Row("my_identity", USERS, post=302),
    Row("my_identity_link", USERS, get=405, post=422),
    reads("my_company", USERS),
    *(Row(f"my_company_{name}", USERS, get=405, post=404) for name in ("name", "remove")),  # of no organisation
    Row("my_complete", USERS, OWN, get=302, post=422),
    Row("my_promise", USERS, OWN, get=302, post=422),
    form("my_correct", USERS, OWN, state="received"),
    form("my_pay", USERS, OWN),
    Row("pay_notify", get=405, post=200),  # says `fail` to what the gateway did not sign
)
DESK = (
    Row("window:desk", WINDOW, post=200),  # shows what is typed; nothing is filed without a key
    Row("window:desk_look", WINDOW, get=405, post=200),
    *(Row(f"window:phone_{name}", WINDOW, get=404) for name in ("arrivals", "file")),  # of no code
    form("window:phone_case", WINDOW, STAFF_SEES, get=302),
    *(reads(f"window:{name}", WINDOW) for name in "items prereview supplements accepted pickup refusals".split()),
    *(reads(f"window:{name}", WINDOW) for name in "gaps fees green_list cash".split()),
    form("window:cash_close", WINDOW),
    form("window:cash_case", WINDOW, STAFF_SEES),
    *(form(f"window:{name}", WINDOW, STAFF_SEES) for name in "fee_notice fee_paid complete mandate waive".split()),
    *(form(f"window:{name}", WINDOW, STAFF_SEES, state="received") for name in "promise correct_now originals".split()),
    *(form(f"window:{name}", people("chief"), STAFF_SEES) for name in "green filing".split()),
    reads("window:decisions", people("chief")),
    Row("window:case", WINDOW, STAFF_SEES, post=200, state="received"),
    Row("window:look", WINDOW, STAFF_SEES, get=405, post=200, state="received"),
    *(
        button(f"window:{name}", WINDOW, get=405, blind=GET | POST, state=state)
        for name, state in (("note", "received"), ("route", "reviewing"), ("issue", "decided"), ("close", "decided"))
    ),
    button("window:supplement", WINDOW, get=405, state="correcting"),
    form("window:not_needed", WINDOW, STAFF_SEES, state="received"),
    form("window:refuse", WINDOW, STAFF_SEES, state="received"),
    form("window:return", WINDOW, STAFF_SEES, state="proposed"),
    form("window:decide", people("chief"), STAFF_SEES),
    form("window:check", WINDOW, STAFF_SEES),
    form("window:deliver", WINDOW, STAFF_SEES, state="issued"),
    form("window:withdraw", WINDOW, STAFF_SEES),
    reads("window:papers", WINDOW, STAFF_SEES),
    reads("window:deliveries", WINDOW),
    reads("window:delivery", WINDOW, STAFF_SEES),
    button("window:delivery_step", WINDOW, state="issued"),
    reads("window:delivery_proof", WINDOW, STAFF_SEES, get=404),  # none was kept
)
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
        for name in "fee_ask fee_assess fee_confirm fee_lapse filing tolerance_fail promise_check".split()
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
    button("office:pick_up", OFFICE),
    form("office:conclude", OFFICE, STAFF_SEES),
    Row("office:remind_part", OFFICE, STAFF_SEES, get=404, post=404),  # nobody takes part in these cases
    Row("office:ask_again", OFFICE, STAFF_SEES, get=404, post=404),
    form("office:part_reply", OFFICE, STAFF_SEES),
)
_ONLY_MANAGER = {("post", "supervisor"): 403, ("post", "auditor"): 403}
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
    *(form(f"centre:{name}", CENTRE, but=_ONLY_MANAGER) for name in ("money_day", "money_refunds", "money_strays")),
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
    form("centre:seals", CASEWORK | people("admin archivist")),
    Row("centre:seal", CASEWORK | people("admin archivist"), get=404, post=404),  # a keeper sees his own
    reads("centre:templates", people("admin")),
    Row("centre:template", people("admin"), post=200),  # likewise
)
INTERFACE = (
    *(reads(f"api:{name}") for name in "index docs openapi items item".split()),
    reads("api:statistics", get=422),  # nothing was asked
    reads("api:certificate_verify", get=422),  # nothing was asked
    reads("api:case", USERS, OWN, token=True),
    reads("api:clock", USERS, OWN, token=True),
    Row("api:submit", USERS, get=405, post=400, token=True, json=True),  # no key
    Row("api:files", USERS, get=405, post=400, token=True),  # no file
    Row("api:hotline_sheet", USERS, get=405, post=422, token=True, json=True),  # nothing was sent
    reads("api:hotline_reports", USERS, token=True),
    Row("api:nowhere", get=404, post=404),
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
HALL = (
    *(form(f"window:{name}", WINDOW) for name in "calling reception appointments customer".split()),
    Row("window:customer_signature", WINDOW, get=404),  # nothing was signed
    *(Row(f"kiosk:{name}", get=404) for name in ("wall", "counter")),  # there is no hall in this world
    Row("kiosk:screen", post=422),  # no device waits for this code
    *(Row(f"kiosk:{name}", get=302, post=302) for name in ("home", "number", "guide", "rate")),  # first the code
    *(Row(f"kiosk:{name}", get=302, post=302) for name in ("customer", "line", "appointment", "progress")),
    reads("halls"),
    form("centre:halls", CENTRE, but=_ONLY_MANAGER),
    Row("centre:hall", CENTRE, get=404, post=404),  # there is none
    Row("hall", get=404, post=404),
    Row("number", get=404, post=404),  # nobody drew this one
    Row("appointment_book", USERS, get=404, post=404),
    form("my_appointments", USERS),
)
_WORKS_WITH = WINDOW | OFFICE | CENTRE
FEEDBACK = (
    reads("ratings"),
    *(Row(name, get=404, post=404) for name in ("rate_link", "rate_pad")),  # nobody was invited by this token
    Row("track_rate", get=302, post=302),  # number and code were not proven
    form("my_rate_again", USERS, OWN, get=302, state="closed"),
    *(Row(name, post=422) for name in ("complaint_new", "question_new", "praise_new", "concerns")),
    reads("questions"),
    Row("concern", get=302, post=302),  # its code was not shown
    reads("office:feedback_ratings", _WORKS_WITH),
    reads("office:feedback_words", people("manager supervisor")),
    Row("office:feedback_rating", _WORKS_WITH, get=404, post=404),  # nobody rated
    Row("office:feedback_rating_reveal", _WORKS_WITH, get=404, post=404),  # nobody rated
    reads("office:feedback_concerns", _WORKS_WITH),
    form("office:feedback_new", _WORKS_WITH),
    Row("office:feedback_concern", _WORKS_WITH, get=404, post=404),  # a case is no concern
    Row("office:feedback_concern_reveal", _WORKS_WITH, get=404, post=404),  # a case is no concern
    reads("office:feedback_evaluations", CENTRE),
    Row("office:feedback_evaluation", CENTRE, get=404, post=404),  # none is listed
    reads("office:feedback_year", CENTRE),
    reads("window:pad", WINDOW),
    Row("window:ask_rating", WINDOW, STAFF_SEES, get=405, post=422, blind=GET, state="closed"),
)
_PARTS = (FEEDBACK, PUBLIC_PAGES, APPLYING, MINE, DESK, BACK_OFFICE, OVERSIGHT, WORKS, HALL, INTERFACE)
TABLE = {row.name: row for part in _PARTS for row in part}
