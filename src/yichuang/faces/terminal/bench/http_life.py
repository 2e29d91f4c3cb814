"""The reference life through HTTP: one web server and one client with kept connection for each worker.

The application goes in through the JSON API (bearer token), everything else through the forms of window and office
(session, CSRF token): six requests, seven acts, because the desk accepts and hands over with one form.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from http.client import HTTPConnection
from importlib import import_module
from random import Random
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.middleware.csrf import get_token
from django.test import RequestFactory

from yichuang.faces.common import clock
from yichuang.faces.terminal.bench.meter import cpu_of
from yichuang.faces.terminal.bench.reference import APPLICANTS, reference
from yichuang.records.ids import new_id
from yichuang.records.org.models import User
from yichuang.records.org.tokens import SYSTEM, give
from yichuang.rules.check_characters import person_check

SERVER = "yichuang.faces.terminal.bench.http_server"


class Life:
    """Lives one case after the other."""

    def __init__(self, worker: int) -> None:
        self._told = reference()
        self._chance = Random(worker)  # noqa: S311 - which applicant comes, nothing secret
        command = [sys.executable, "-P", "-m", SERVER]
        self._server = subprocess.Popen(  # noqa: S603 - our own module
            command, env=dict(os.environ), text=True, stdout=subprocess.PIPE
        )
        assert self._server.stdout is not None
        self._line = HTTPConnection("127.0.0.1", int(self._server.stdout.readline()), timeout=60)
        users = {user.username: user for user in User.objects.all()}
        self._forms = {name: _Session(user) for name, user in users.items()}
        until = clock.now() + timedelta(days=1)
        self._token = give(users["resident"], ["cases:write", SYSTEM], at=clock.now(), until=until, name="bench").secret

    def cpu(self) -> float:
        """Return the CPU seconds of the web server."""
        return cpu_of(self._server.pid)

    def close(self) -> None:
        """End the web server."""
        self._line.close()
        self._server.terminate()
        self._server.wait(10)

    def live(self) -> None:
        """Live one case: six requests."""
        told = self._told
        no = self._submit()
        verdicts = {f"m-m{n}": "ok" for n in range(len(told.materials))}
        self._post("clerk", f"/desk/{no}/", w_do="accept", w_route="1", **verdicts)
        self._post("reviewer", f"/cases/{no}/review/", agree="yes", opinion=told.opinion)
        self._post("deputy", f"/cases/{no}/decide/", other=told.basis)
        self._post("clerk", f"/desk/{no}/issue/")
        self._post("clerk", f"/desk/{no}/deliver/", receiver=told.receiver, relation="本人", method="窗口领取")

    def _submit(self) -> str:
        first = f"33010219900101{self._chance.randrange(1000):03d}"
        person = {
            "kind": "person", "name": f"申请人{self._chance.randrange(APPLICANTS)}", "identity_kind": "id",
            "identity_no": first + person_check(first), "phone": "13800001234", "address": "某路100号",
        }  # fmt: skip
        materials = [{"key": f"m{n}"} for n in range(len(self._told.materials))]
        wish = {"item": "BENCH", "person": person, "form": self._told.form, "materials": materials}
        headers = {"Authorization": f"Bearer {self._token}", "Idempotency-Key": new_id().hex}
        body = json.dumps(wish, ensure_ascii=False).encode()
        return str(json.loads(self._ask("/api/v1/cases", body, "application/json", headers, 201))["no"])

    def _post(self, who: str, path: str, **fields: str) -> None:
        session = self._forms[who]
        body = urlencode({**fields, "csrfmiddlewaretoken": session.csrf, "key": new_id().hex}).encode()
        self._ask(path, body, "application/x-www-form-urlencoded", {"Cookie": session.cookie}, 302)

    def _ask(self, path: str, body: bytes, kind: str, headers: dict[str, str], expected: int) -> bytes:
        self._line.request("POST", path, body, {**headers, "Content-Type": kind})
        answer = self._line.getresponse()
        told = answer.read()
        if answer.status != expected:
            raise RuntimeError(f"{path}: {answer.status} {told.decode(errors='replace')[:2000]}")
        return told


class _Session:
    """What a browser keeps of somebody who is logged in."""

    def __init__(self, user: User) -> None:
        store = import_module(settings.SESSION_ENGINE).SessionStore()
        store[SESSION_KEY] = str(user.pk)
        store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        store[HASH_SESSION_KEY] = user.get_session_auth_hash()
        store.save()
        request = RequestFactory().get("/")
        self.csrf = get_token(request)
        secret = request.META["CSRF_COOKIE"]
        self.cookie = f"{settings.SESSION_COOKIE_NAME}={store.session_key}; {settings.CSRF_COOKIE_NAME}={secret}"
