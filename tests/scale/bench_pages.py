"""How long the pages of a running demonstration take: every role follows every link, each page is asked several times.

    ./yc demo --port 8000 &
    python tests/scale/bench_pages.py http://127.0.0.1:8000 [--pages 25]

One user, one request at a time. Prints answers that are no page (4xx, 5xx) and the slowest medians;
exit 1 if any median reaches the limit.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, deque
from collections.abc import Iterator
from http.cookiejar import CookieJar
from statistics import median
from time import perf_counter
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

LIMIT_MS, ASKED, ALIKE = 200, 5, 2
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"#?]+)(\?[^"#]*)?')
TOKEN, ROLE = (
    re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"'),
    re.compile(r'class="card role" name="login" value="([^"]+)"'),
)
OUTSIDE = re.compile(r"^/(static|demo|login|logout|api/docs)")
ALIKE_IN = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9A-Fa-f]{16,}|[A-Z]*-?\d[\d-]*")


def main() -> int:
    parser = argparse.ArgumentParser(description="Time the pages of a running demonstration.")
    parser.add_argument("address")
    parser.add_argument("--pages", type=int, default=25, help="pages per role")
    wish = parser.parse_args()
    found: list[tuple[float, str, str]] = []
    for role in sorted(set(ROLE.findall(_text(_session(), wish.address + "/demo/")))):
        found += [(ms, role, path) for path, ms in _walked(wish.address, role, wish.pages)]
    for ms, role, path in sorted(found, reverse=True)[:15]:
        print(f"{ms:7.0f} ms  {role:14} {path}")
    over = sum(ms >= LIMIT_MS for ms, _, _ in found)
    print(
        f"{len(found)} pages, {over} at {LIMIT_MS} ms or more, median of all {median(ms for ms, _, _ in found):.0f} ms"
    )
    return 1 if over else 0


def _session() -> OpenerDirector:
    return build_opener(HTTPCookieProcessor(CookieJar()))


def _text(session: OpenerDirector, address: str, form: dict[str, str] | None = None) -> str:
    with session.open(address, urlencode(form).encode() if form else None) as answer:
        kind = answer.headers.get_content_type()
        return answer.read().decode() if kind == "text/html" else ""


def _walked(address: str, role: str, most: int) -> Iterator[tuple[str, float]]:
    """Log in as this role and yield each page with its median, in milliseconds."""
    session = _session()
    token = TOKEN.search(_text(session, address + "/demo/"))
    assert token, "the demonstration's first page has no form"
    first = _text(session, address + "/demo/enter/", {"csrfmiddlewaretoken": token[1], "login": role})
    waiting, known, alike = deque([*_links(first, "/"), "/"]), set[str](), Counter[str]()
    while waiting and len(known) < most:
        path = waiting.popleft()
        kind = ALIKE_IN.sub("#", urlsplit(path).path)
        if path in known or alike[kind] >= ALIKE:
            continue
        known.add(path)
        alike[kind] += 1
        try:
            text = _text(session, address + path)
        except HTTPError as wrong:
            print(f"    {wrong.code}  {role:14} {path}")
            continue
        if text:
            waiting.extend(_links(text, path))
            yield path, _median_ms(session, address + path)


def _links(text: str, here: str) -> Iterator[str]:
    for path, query in LINK.findall(text):
        there = urljoin(here, path) + query.replace("&amp;", "&")
        if there.startswith("/") and not OUTSIDE.match(there):
            yield there


def _median_ms(session: OpenerDirector, address: str) -> float:
    taken = []
    for _ in range(ASKED):
        start = perf_counter()
        _text(session, address)
        taken.append((perf_counter() - start) * 1000)
    return median(taken)


if __name__ == "__main__":
    raise SystemExit(main())
