"""A whole guide as the fields of an item version (事项版本)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yichuang.records.catalogue.importing import papers, procedure
from yichuang.records.catalogue.importing.citing import citation
from yichuang.records.catalogue.importing.words import CASE_KINDS, HANDLING_FORMS

Guide = Mapping[str, Any]
_AS_IT_IS = ("name_in_source", "national_name", "responsible_unit", "legal_warning", "historical_note")
_LISTS = ("search_words", "co_departments", "object_detail")
_CITED_LISTS = ("setting_basis", "conditions", "exemptions", "jurisdiction", "report_path")


def version_fields(guide: Guide, extra: Guide) -> dict[str, Any]:
    """Return the fields of a version from a full guide.

    `extra` brings what a guide in words does not say: the printed department, the certificate's short name
    and word, and the form as schema and layout.
    """
    schema, layout = extra["form"]
    kind, told = CASE_KINDS[guide["case_kind"]].value, _guide(guide)
    return {
        "kind": kind,
        **procedure.limits(guide),
        "stages": procedure.stages(guide, extra["department"]),
        "special_procedures": procedure.special_procedures(guide),
        "materials": papers.materials(guide),
        "situations": papers.situations(guide),
        "form_schema": schema,
        "form_ui": layout,
        "review_rules": procedure.review_rules(guide),
        "certificate": papers.certificate(guide, extra["certificate"]),
        "guide": told,
        "handling_modes": _modes(kind, "".join(told.get("handling_forms", ()))),
    }


def _modes(kind: str, forms: str) -> list[str]:
    """Return the ways of handling that go with kind and forms (办理方式): at the window, online, or both."""
    if kind == "instant":
        return ["on_the_spot", *(["online"] if "网" in forms else [])]
    return [*(["online_checked"] if "网" in forms else []), *(["window"] if "窗口" in forms else [])]


def _guide(guide: Guide) -> dict[str, Any]:
    standard = guide["gbt39046"]
    kept = {name: guide[name] for name in _AS_IT_IS if guide.get(name)}
    kept |= {name: list(guide.get(name) or ()) for name in _LISTS}
    kept |= {name: [_cited(row) for row in guide.get(name) or ()] for name in _CITED_LISTS}
    return kept | {
        "status_note": guide["status"] if guide["status"] != "现行" else "",
        "groups": list(guide["themes"].get("special_groups", ())),
        "limits": procedure.limit_notes(guide),
        "fee": _fee(guide["fee"]),
        "remedies": _remedies(guide["remedies"]),
        "faq": [_cited(row) for row in guide["faq"]],
        "contact": dict(guide["contact"]),
        "joint": _joint(guide.get("joint")),
        "visits": standard["on_site_visits"],
        "quantity_limit": standard["quantity_limit"],
        "intermediary": standard["intermediary_service"],
        "handling_forms": [HANDLING_FORMS[code] for code in standard["handling_form_codes"]],
        "standard": dict(standard),
    }


def _cited(row: Guide) -> dict[str, Any]:
    """Return a row of words with its citation as it is printed."""
    words = {name: value for name, value in row.items() if name not in ("basis", "quote")}
    return words | citation(row)


def _fee(fee: Guide) -> dict[str, Any]:
    told = {"charged": fee["charged"] is not False, "text": fee["text"], **citation(fee)}
    told |= {name: _cited(fee[name]) for name in ("after", "extra_basis", "permit_basis") if name in fee}
    return told | ({"standard": dict(fee["standard"])} if "standard" in fee else {})


def _remedies(remedies: Guide) -> dict[str, Any]:
    kept = {name: _cited(row) for name, row in remedies.items()}
    kept["review"]["organ_basis"] = citation(remedies["review"].get("organ_basis"))
    return kept


def _joint(joint: Guide | None) -> dict[str, Any]:
    if not joint:
        return {}
    told = {**joint, "basis_mode": citation(joint["basis_mode"]), "limit": _cited(joint["limit"])}
    return told | {"co": [_cited(row) for row in joint["co"]]}
