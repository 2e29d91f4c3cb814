"""Rows of the window, of the hall with its screens, and of what people say of both."""

from __future__ import annotations

from tests.faces.matrix.rows.shapes import GET, ONLY_MANAGER, POST, Row, button, form, reads
from tests.faces.matrix.sights import CENTRE, OFFICE, OWN, STAFF_SEES, USERS, WINDOW, people

DESK = (
    Row("window:desk", WINDOW, post=200),  # shows what is typed; nothing is filed without a key
    Row("window:desk_look", WINDOW, get=405, post=200),
    *(Row(f"window:phone_{name}", WINDOW, get=404) for name in ("arrivals", "file")),  # of no code
    form("window:phone_case", WINDOW, STAFF_SEES, get=302),
    *(reads(f"window:{name}", WINDOW) for name in "items prereview supplements accepted pickup refusals".split()),
    *(reads(f"window:{name}", WINDOW) for name in "gaps fees green_list cash".split()),
    form("window:cash_close", WINDOW),
    form("window:cash_case", WINDOW, STAFF_SEES),
    *(
        form(f"window:{name}", WINDOW, STAFF_SEES)
        for name in "fee_notice fee_paid complete mandate entrust waive".split()
    ),
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
    reads("window:decision_delivery", WINDOW, STAFF_SEES, get=404),  # no decision followed
    button("window:decision_delivery_step", WINDOW, post=404),  # likewise
    reads("window:delivery_proof", WINDOW, STAFF_SEES, get=404),  # none was kept
)
HALL = (
    *(form(f"window:{name}", WINDOW) for name in "calling reception appointments customer".split()),
    Row("window:customer_signature", WINDOW, get=404),  # nothing was signed
    *(Row(f"kiosk:{name}", get=404) for name in ("wall", "counter")),  # there is no hall in this world
    Row("kiosk:screen", post=422),  # no device waits for this code
    *(Row(f"kiosk:{name}", get=302, post=302) for name in ("home", "number", "guide", "rate")),  # first the code
    *(Row(f"kiosk:{name}", get=302, post=302) for name in ("customer", "line", "appointment", "progress")),
    Row("kiosk:bring", get=302, post=302),  # first the code
    reads("halls"),
    form("centre:halls", CENTRE, but=ONLY_MANAGER),
    Row("centre:hall", CENTRE, get=404, post=404),  # there is none
    Row("hall", get=404, post=404),
    Row("number", get=404, post=404),  # nobody drew this one
    reads("number_slip", get=404),
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
