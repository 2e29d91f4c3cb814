"""结果和检验 as typed in the draft of a version: a certificate or a mark on the thing, and who inspects it."""

from __future__ import annotations

from typing import Any

from yichuang.records.catalogue.regime import regime_of
from yichuang.records.hearings.models import InspectionKind
from yichuang.rules.hearing.marking import MARK

_TESTS = [kind for kind in InspectionKind if kind is not InspectionKind.SUBSTANCE]
_CERTIFICATE = "certificate"
_FORMS = {_CERTIFICATE: "证照或者证明文件", MARK: "标签、印章，不另发证"}


def result_shown(draft: Any) -> dict[str, Any]:
    """Return the lines of the form: the forms of a result, the tests before it, and whether officers are sent."""
    chosen, regime = draft.certificate.get("form") or _CERTIFICATE, regime_of(draft)
    return {
        "forms": [(word, name, word == chosen) for word, name in _FORMS.items()],
        "tests": [(kind.value, kind.label, kind.value in regime.inspections) for kind in _TESTS],
        "assigned": regime.assigned,
    }


def with_result(fields: dict[str, Any], told: Any) -> None:
    """Put what was typed into the certificate and the special rules; a form of before doesn't know of them."""
    if "result-form" not in told:
        return
    kept = {name: value for name, value in fields["certificate"].items() if name != "form"}
    fields["certificate"] = kept | ({"form": MARK} if told["result-form"] == MARK else {})
    regime = dict(fields["review_rules"].get("regime") or {})
    others = [kind for kind in regime.get("inspections") or () if kind not in _TESTS]
    typed = {
        "inspections": others + [kind.value for kind in _TESTS if f"test-{kind.value}" in told],
        "assigned": "assigned" in told,
    }
    regime = {name: value for name, value in (regime | typed).items() if value or name not in typed}
    without = {name: value for name, value in fields["review_rules"].items() if name != "regime"}
    fields["review_rules"] = without | ({"regime": regime} if regime else {})
