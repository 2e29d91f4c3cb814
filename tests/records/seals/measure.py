"""Sealed papers and checks a second on one core: PYTHONPATH=src python -m tests.records.seals.measure 200"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

import django


def main(count: int) -> None:
    """Seal and check that many papers, plain and for decades, and print how many a second of processor time."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yichuang.config.settings")
    django.setup()
    from tests.records.seals.offices import office, rendered
    from yichuang.records.seals.signing.check import check_pdf
    from yichuang.records.seals.signing.paper import sealed

    with tempfile.TemporaryDirectory() as folder:
        good = office(Path(folder))
        for archival in (False, True):
            wish = good.sealing(archival=archival)
            paper, trust = good.paper(archival=archival), good.trust
            level = "B-LTA" if archival else "B-LT"
            print(f"{level}: {_rate(count, lambda wish=wish: sealed(*rendered(), wish)):.0f} sealed/s", end=", ")
            print(f"{_rate(count, lambda paper=paper, trust=trust: check_pdf(paper, trust)):.0f} checked/s per core")


def _rate(count: int, work: Callable[[], object]) -> float:
    work()
    start = process_time()
    for _ in range(count):
        work()
    return count / (process_time() - start)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
