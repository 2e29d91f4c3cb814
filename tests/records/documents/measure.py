"""Papers a second on one core, and their memory: PYTHONPATH=src python -m tests.records.documents.measure 1120"""

import os
import sys
from pathlib import Path
from time import perf_counter, process_time

import django

from tests.records.documents.samples import CASE_NO, FIELDS, sample


def memory() -> int:
    """Return the resident memory of this process in MB (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 2**20


def main(papers: int) -> None:
    """Make that many papers of all kinds in turn, each another one, and print the figures."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yichuang.config.settings")
    django.setup()
    before = memory()
    from yichuang.records.documents.rendering import render

    start = perf_counter()
    render(sample("receipt"), CASE_NO)
    first, kinds = perf_counter() - start, list(FIELDS)
    start, busy = perf_counter(), process_time()
    for number in range(papers):
        render(sample(kinds[number % len(kinds)], applicant=f"嘉宁{number}号建材有限公司"), f"JN-2026-{number:06d}")
    wall, busy = perf_counter() - start, process_time() - busy
    print(f"first {first * 1000:.0f} ms, then {papers / wall:.0f}/s on {busy / wall:.2f} cores")
    print(f"memory {before} MB before, {memory()} MB after")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 280)
