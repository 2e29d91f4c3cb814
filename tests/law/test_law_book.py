import subprocess
import sys
import time
from datetime import date

import pytest
import yaml

from yichuang.law.book import SHIPPED, LawBook, book
from yichuang.law.profiles import chain
from yichuang.law.shapes import LawError, Unknown
from yichuang.rules.norms import NotInForce, Term, Unit

ON = date(2026, 3, 2)


def test_it_works():
    norms = book().norms("cn", ON)
    assert norms.term("decision_limit") == Term(20, Unit.WORKING_DAY, "XKF-42.1")
    assert norms.choice("extension_approver") == "agency_head"
    assert len(norms.choices("pause_kinds")) == 8


def test_before_the_first_value_nothing_is_in_force():
    with pytest.raises(NotInForce):
        book().norms("cn", date(2004, 6, 30)).term("decision_limit")
    assert book().norms("cn", date(2004, 7, 1)).number("decision_limit") == 20


def test_an_unknown_profile_names_the_nearest():
    with pytest.raises(Unknown) as caught:
        book().norms("cn.35030", ON)
    assert caught.value.near[0] == "cn.350300"


def test_an_unknown_parameter_names_the_nearest():
    with pytest.raises(Unknown) as caught:
        book().parameter("decison_limit")
    assert caught.value.near[0] == "decision_limit"


def test_chain_goes_from_country_to_department():
    assert chain("cn.990000.land") == ("cn", "cn.990000", "cn.990000.land")
    assert chain("cn.350302") == ("cn", "cn.350000", "cn.350300", "cn.350302")


def test_a_county_without_its_own_file_has_the_profile_of_its_city():
    assert book().profile_for("350302") == "cn.350300"
    assert book().profile_for("990000", "land") == "cn.990000.land"
    assert book().profile_for("110101") == "cn"


def test_a_department_does_not_bind_other_places_of_its_region():
    assert book().norms("cn.990100", ON).choice("decision_start") == "accepted"


def test_norms_of_a_day_are_cached_by_change_date():
    law = book()
    assert law.norms("cn", ON).by_name is law.norms("cn", date(2026, 11, 22)).by_name
    assert law.norms("cn", ON).on == ON


def test_the_history_is_kept():
    assert book().norms("cn", date(2014, 1, 1)).term("remedy_court_limit") == Term(3, Unit.MONTH, "SSF89-39")
    assert book().norms("cn", date(2015, 5, 1)).term("remedy_court_limit") == Term(6, Unit.MONTH, "SSF-46.1")


def test_checking_costs_no_more_than_a_few_readings():
    files = [path.read_text(encoding="utf-8") for path in SHIPPED.rglob("*.yaml")]
    read = min(_cost(lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for text in files]) for _ in range(3))
    assert min(_cost(LawBook) for _ in range(3)) < 5 * read


def _cost(work):
    begin = time.process_time()
    work()
    return time.process_time() - begin


def test_law_and_its_command_know_no_django():
    code = "import sys; import yichuang.law.book, yichuang.faces.terminal.law; print('django' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"


DEPLOYED = """
profile: cn.350302
name: 城厢区
checked_on: 2026-11-22
norms:
  decision_limit: {basis: YC, values: {2020-01-01: 12, 2025-01-01: null}}
"""


def _deployed(tmp_path, local):
    (tmp_path / "local").mkdir()
    (tmp_path / "local" / "county.yaml").write_text(local, encoding="utf-8")
    return LawBook((SHIPPED, tmp_path))


def test_a_deployment_folder_adds_a_profile(tmp_path):
    law = _deployed(tmp_path, DEPLOYED)
    assert law.norms("cn.350302", date(2024, 1, 1)).number("decision_limit") == 12
    assert law.norms("cn.350302", date(2024, 1, 1)).number("stages_max") == 3
    assert law.version != book().version


def test_an_abolished_local_norm_gives_way_to_the_level_above(tmp_path):
    norms = _deployed(tmp_path, DEPLOYED).norms("cn.350302", date(2025, 1, 1))
    assert norms.norm("decision_limit").profile == "cn"


def test_a_folder_that_is_missing_is_named(monkeypatch):
    monkeypatch.setenv("YICHUANG_LAW_DIR", "/nowhere")
    with pytest.raises(LawError, match="/nowhere"):
        book.__wrapped__()
