"""提请处理证照: an officer of the issuing department proposes what another one decides; the holder was heard."""

from __future__ import annotations

from dataclasses import dataclass

from yichuang.acts.act import Work
from yichuang.acts.certificate.deciding import not_renewed
from yichuang.acts.certificate_act import Held, Of, certificate_act
from yichuang.acts.context import Context
from yichuang.acts.filing.shapes import Row
from yichuang.acts.norms import norms_of
from yichuang.records.certificates.models import Proposal
from yichuang.records.certificates.queries import open_proposal
from yichuang.records.ids import new_id
from yichuang.rules.after.certificates import MOVES, heard_enough, may_ground, may_move
from yichuang.rules.after.renewal import is_over
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class Proposing:
    """What is proposed, on which ground, with which facts, and what the holder said to it (陈述申辩)."""

    of: Of
    act: str
    ground: str
    reason: str
    heard: str = ""


@certificate_act(verb="certificate.proposed")
def propose(held: Held, wish: Proposing, ctx: Context) -> Work:
    """Propose to revoke, withdraw, cancel, deregister or change a certificate.

    Basis: XKF-69, XKF-8.2, XKF-70, XKF-80, XKF-49, XKF-7
    """
    row, norms = held.row, norms_of(held.case)
    if wish.act not in MOVES:
        raise Refused("certificate_act_unknown", "XKF-69")
    if open_proposal(row.region_code, row.id) is not None:
        raise Refused("proposed_already", "YC")
    over = is_over(row.valid_to, ctx.today)
    may_move(wish.act, row.status, over=over).raise_if_refused()
    may_ground(wish.act, wish.ground, row.status, norms, over=over).raise_if_refused()
    not_renewed(row, wish.ground)
    if not wish.reason.strip():
        raise Refused("reason_missing", MOVES[wish.act].basis)
    heard_enough(wish.act, wish.heard).raise_if_refused()
    proposal = {
        "id": new_id(), "region_code": row.region_code, "case_id": row.case_id, "certificate_id": row.id,
        "act": wish.act, "ground": wish.ground, "reason": wish.reason.strip(), "heard": wish.heard.strip(),
        "proposer_id": ctx.officer.user_id, "proposed_on": ctx.today, "decided_on": None, "agreed": None,
    }  # fmt: skip
    return Work(add=(Row(Proposal, proposal),), facts={"act": wish.act, "ground": wish.ground})
