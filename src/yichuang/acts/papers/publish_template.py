"""发布文书模板: what an administrator words in a kind of paper holds from a day on; earlier papers keep theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from yichuang.acts.context import Context
from yichuang.acts.filing.pen import file, repeated
from yichuang.acts.filing.shapes import Conflict, Filed, Filing, Place, Row
from yichuang.acts.papers.paper import TEMPLATE_VERSION
from yichuang.records.documents.editing.editions import editions_of, template_of
from yichuang.records.documents.editing.trial import faults_of
from yichuang.records.documents.editing.wording import Wording
from yichuang.records.documents.models import DocumentKind
from yichuang.records.documents.templates import SUBJECT, Template, TemplateEdition
from yichuang.records.ids import new_id
from yichuang.records.ledger.canonical import GENESIS
from yichuang.rules import permissions
from yichuang.rules.papers.editions import BASIS, may_take_effect
from yichuang.rules.permissions import CasePlace
from yichuang.rules.verdict import Refused


@dataclass(frozen=True, slots=True)
class TemplateWish:
    """What is worded how, from when on; `after` is the number of the newest edition that the page showed."""

    region_code: str
    kind: str
    effective_on: date
    texts: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    after: int | None = None


def publish_template(wish: TemplateWish, ctx: Context) -> Filed:
    """Put an edition of a template on record; one without words and source brings the standard back.

    Raises: Refused (too early, can't be made, loses what a paper must say, not allowed), Conflict, KeyReused.
    Basis: XKF-32.2, XKF-38
    """
    first = repeated(wish.region_code, ctx)
    if first is not None:
        return first
    centre = ctx.directory.centres[wish.region_code]
    permissions.may("template.published", ctx.officer, CasePlace(wish.region_code, centre.id)).raise_if_refused()
    if wish.kind not in DocumentKind.values:
        raise Refused("template_faulty", BASIS, {"errors": "没有这种文书"})
    earlier = editions_of(wish.region_code, wish.kind)
    number = earlier[0].number + 1 if earlier else 1
    if wish.after not in (None, number - 1):
        raise Conflict("template.published")
    may_take_effect(wish.effective_on, ctx.today, earlier[0].effective_on if earlier else None).raise_if_refused()
    texts = {name: words.strip() for name, words in wish.texts.items() if words.strip()}
    source = wish.source if wish.source.strip() else ""
    faults = faults_of(wish.kind, Wording(texts, source, TEMPLATE_VERSION))
    if faults:
        raise Refused("template_faulty", BASIS, {"errors": "；".join(faults[:5])})
    held = template_of(wish.region_code, wish.kind)
    template_id = held.id if held else new_id()
    row = {
        "id": new_id(), "region_code": wish.region_code, "template_id": template_id,
        "number": number, "effective_on": wish.effective_on, "base": TEMPLATE_VERSION, "texts": texts,
        "source": source, "published_at": ctx.at, "published_by_id": ctx.officer.user_id,
    }  # fmt: skip
    filing = Filing(
        place=_place(held, wish.region_code, template_id),
        verb="template.published",
        set={} if held else {"kind": wish.kind},
        add=(Row(TemplateEdition, row),),
        facts={"kind": wish.kind, "number": number, "effective_on": wish.effective_on},
        answer={"number": number},
        create=held is None,
    )
    return file(filing, ctx)


def _place(held: Template | None, region_code: str, template_id: UUID) -> Place:
    if held is None:
        return Place(Template, SUBJECT, region_code, template_id)
    hash_ = held.ledger_hash or GENESIS
    return Place(Template, SUBJECT, region_code, held.id, held.version, held.ledger_seq, hash_)
