"""One paper of every kind, as the acts freeze them: they stand in `samples.yaml` beside the templates."""

from typing import Any

from yichuang.records.documents.samples import Sample, case_no, sample_of, told

CASE_NO = case_no()
FIELDS: dict[str, dict[str, Any]] = told()["kinds"]
TOKEN = FIELDS["certificate"]["verify_token"]
# 社会保障卡申领 is a public service: no licence law, no statutory limit of its own.
NO_LICENCE: dict[str, Any] = {
    "power": "20", "statutory": False, "basis": "", "item": "社会保障卡申领", "certificate": "社会保障卡",
    "type_name": "", "basis_words": "《社会保险法》第五十八条", "reason": "经核对，情况如上。",
    "materials": FIELDS["receipt"]["materials"][4:], "defects": [],
}  # fmt: skip


def sample(kind: str, **changed: Any) -> Sample:
    """Return the paper of that kind, with some fields changed."""
    return sample_of(kind, **changed)
