"""What must hold after a run: every case has its seven events, every chain holds, doctor finds nothing."""

from __future__ import annotations

from itertools import groupby

from yichuang.faces.terminal.bench.reference import REGION, reference

SHOWN = 20


def verify() -> tuple[int, list[str]]:
    """Return how many cases there are, and what is wrong with them."""
    from yichuang.acts.inspection.doctor import examine
    from yichuang.records.cases.models import Case
    from yichuang.records.org.directory import directory

    faults = _chains()
    faults += [str(finding) for finding in examine(REGION, directory())]
    return Case.objects.filter(region_code=REGION).count(), faults


def _chains() -> list[str]:
    """Return the cases whose events are not the seven in their order, or whose hashes don't follow each other."""
    from yichuang.records.ledger.canonical import GENESIS, HASHED, entry_hash
    from yichuang.records.ledger.models import Entry

    faults, verbs = [], list(reference().verbs)
    entries = Entry.objects.filter(region_code=REGION).order_by("subject_id", "seq").iterator(chunk_size=2000)
    for subject, group in groupby(entries, key=lambda entry: entry.subject_id):
        chain = list(group)
        if [entry.verb for entry in chain] != verbs:
            faults.append(f"{subject}: {[entry.verb for entry in chain]}")
        previous = GENESIS
        for entry in chain:
            right = entry_hash({name: getattr(entry, name) for name in HASHED})
            if entry.prev_hash != previous or entry.hash != right:
                faults.append(f"{subject}: {entry.seq} {entry.hash} ≠ {right}")
            previous = entry.hash
    return faults
