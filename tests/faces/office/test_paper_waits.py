"""A paper that can't be made says so, and who helps."""

import pytest

from tests.acts.city import City
from tests.acts.lives import to_decide
from tests.faces.office.conftest import Login, words
from yichuang.records.documents.models import Document
from yichuang.records.documents.rendering import RenderingFault

pytestmark = pytest.mark.django_db


def test_a_paper_that_fails_sends_to_the_window(city: City, as_: Login, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*args: object) -> bytes:
        raise RenderingFault("没有这个文书模板")

    monkeypatch.setattr("yichuang.acts.papers.stamping.render", missing)
    no = to_decide(city)
    row = Document.objects.get(region_code="990100", kind="acceptance")
    response = as_("deputy").get(f"/cases/{no}/documents/{row.id}/")
    assert response.status_code == 503
    assert "要由窗口帮助处理" in words(response)
    assert "0000-12345" in words(response)
    assert "稍后就好" not in words(response)
