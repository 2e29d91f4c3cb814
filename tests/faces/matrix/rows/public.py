"""Rows of the online hall and of the interface: what anybody may read, apply for, and find of his own."""

from __future__ import annotations

from tests.faces.matrix.rows.shapes import Row, form, reads
from tests.faces.matrix.sights import OWN, USERS

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
    *(Row(name, get=404, post=404) for name in "demo demo_enter demo_time demo_messages".split()),  # only in the demo
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
    form("my_entrust", USERS, OWN),
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
