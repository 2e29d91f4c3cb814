"""`./yc token`: given out once, listed without the secret, revoked at once."""

from __future__ import annotations

import json

import pytest

from yichuang.faces.common import clock
from yichuang.faces.terminal.token import main
from yichuang.records.org.models import ApiToken, User
from yichuang.records.org.tokens import holder

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def somebody() -> User:
    return User.objects.create(username="resident", display_name="孙玉兰")


def created(capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, str]:
    assert main(["create", "resident", "--scope", "cases:read", "--json", *more]) == 0
    return dict(json.loads(capsys.readouterr().out))


def test_a_token_opens_until_it_is_revoked(capsys: pytest.CaptureFixture[str]) -> None:
    told = created(capsys, "--days", "3", "--name", "某某系统")
    assert holder(told["token"], clock.now()) is not None
    assert main(["revoke", told["id"]]) == 0
    assert holder(told["token"], clock.now()) is None
    assert main(["revoke", told["id"]]) == 2


def test_the_secret_is_not_kept(capsys: pytest.CaptureFixture[str]) -> None:
    told = created(capsys)
    row = ApiToken.objects.get()
    assert told["token"] not in repr(vars(row))
    main(["list"])
    listed = capsys.readouterr().out
    assert told["id"] in listed
    assert told["token"] not in listed


def test_people_read_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["create", "resident", "--scope", "cases:write"]) == 0
    words = capsys.readouterr().out
    assert words.startswith("yc_")
    assert "只显示这一次" in words


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["create", "nobody", "--scope", "cases:read"], "没有用户"),
        (["create", "resident", "--scope", "everything"], "cases:write"),
        (["create", "resident", "--scope", "cases:read", "--days", "0"], "有效天数"),
        (["list", "nobody"], "没有用户"),
        (["revoke", "x"], "没有标识"),
    ],
)
def test_what_can_not_be(capsys: pytest.CaptureFixture[str], argv: list[str], words: str) -> None:
    assert main(argv) == 2
    assert words in capsys.readouterr().err
