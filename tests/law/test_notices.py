"""Importing a holiday notice, and every mistake it may contain."""

from datetime import date

import pytest

from yichuang.law.book import SHIPPED, LawBook, book
from yichuang.law.notices import checked_number, parse_notice
from yichuang.law.shapes import LawError
from yichuang.rules.working_days import YearNotice

YAML = """
year: 2027
title: 国务院办公厅关于2027年部分节假日安排的通知
holidays:
  - {name: 元旦, rest: [[2027-01-01, 2027-01-03]]}
  - {name: 春节, rest: [[2027-02-05, 2027-02-11]], work: [2027-02-14]}
"""
CSV = "日期,类型,节日\n2027-01-01,放假,元旦\n2027-02-05,放假,春节\n2027-02-14,上班,春节\n"


def test_it_works():
    notice = parse_notice(YAML, form="yaml", year=2027)
    assert (notice.year, len(notice.off), notice.basis) == (2027, 10, "NOTICE-2027")
    assert notice.on == {date(2027, 2, 14): "春节"}


def test_csv_works_with_and_without_byte_order_mark():
    assert parse_notice("\ufeff" + CSV, form="csv") == parse_notice(CSV, form="csv")
    assert parse_notice(CSV, form="csv").off[date(2027, 1, 1)] == "元旦"


def test_a_table_with_the_line_ends_of_an_old_machine_works():
    assert parse_notice(CSV.replace("\n", "\r"), form="csv") == parse_notice(CSV, form="csv")


def test_a_number_that_could_not_be_printed_is_refused():
    assert checked_number("国办发明电〔2026〕9号") == "国办发明电〔2026〕9号"
    for number in ("国" * 61, "国办\0号", "国办\n号"):
        with pytest.raises(LawError, match="文号应为一行"):
            checked_number(number)


def test_the_holidays_that_a_notice_forgot_are_named():
    assert book().unnamed(parse_notice(CSV, form="csv")) == ["清明节", "劳动节", "端午节", "中秋节", "国庆节"]


def test_a_new_year_holiday_may_begin_in_december():
    assert (
        date(2022, 12, 31)
        in parse_notice("year: 2023\nholidays:\n  - {name: 元旦, rest: [[2022-12-31, 2023-01-02]]}\n", form="yaml").off
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("2027-02-05, 2027-02-11", "2028-02-05, 2028-02-11"), "2028-02-05 不在2027年内"),
        (("2027-02-05, 2027-02-11", "2027-01-03, 2027-01-04"), "2027-01-03 写了两次"),
        (("2027-02-14", "2027-02-15"), "调休上班日 2027-02-15 不是周六、周日"),
        (("2027-02-14", "2027-02-07"), "2027-02-07 写了两次"),
        (("2027-02-05, 2027-02-11", "2027-02-11, 2027-02-05"), "不是一段假期"),
        (("[[2027-01-01, 2027-01-03]]", "[[2027-01-01]]"), "放假起止应写作"),
        (("2027-01-01, 2027-01-03", "2027-01-01, 一月三日"), "“一月三日”不是日期"),
        (("year: 2027\n", ""), "缺年份"),
        (("rest: [[2027-01", "holiday: [[2027-01"), "不认识的栏目 holiday"),
        (("year: 2027", "year: 2027\nyear: 2028"), "同一名称写了两次"),
        (("holidays:", "holidays: ["), "不是合法的 YAML"),
        (("holidays:", "holidays: " + "[" * 50000), "套了太多层"),
        (("holidays:", "? " * 5000 + "a\nholidays:"), "套了太多层"),
        (("name: 春节, rest:", "name: 春节, rest: &a [*a], work:"), "引用"),
        (("year: 2027", "year: " + "9" * 30), "年份不对"),
        (("name: 春节", 'name: "春\\0节"'), "节日名称应为一行"),
        (("name: 春节", "name: "), "节日名称应为一行"),
        (("[[2027-01-01, 2027-01-03]]", "2027-01-01"), "rest 应写作"),
        (("  - {name: 元旦", "  - 元旦\n  - {name: 元旦"), "每一项应写 name 和 rest"),
    ],
)
def test_a_mistake_in_yaml_is_said(change, sentence):
    with pytest.raises(LawError, match=sentence):
        parse_notice(YAML.replace(*change), form="yaml")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("放假,元旦", "值班,元旦"), "第2行：类型“值班”"),
        (("2027-01-01,放假,元旦", "2027-01-01,放假"), "第2行：应有三栏"),
        (("2027-02-14", "2027-02-30"), "“2027-02-30”不是日期"),
        (("2027-01-01,放假,元旦\n2027-02-05,放假,春节\n", ""), "没有放假的日子"),
        (("放假,元旦", "放假," + "元" * 200000), "不是合法的 CSV"),
        (("放假,元旦", "放假," + "元" * 41), "节日名称应为一行"),
        (("2027-", "9999-"), "年份不对"),
    ],
)
def test_a_mistake_in_csv_is_said(change, sentence):
    with pytest.raises(LawError, match=sentence):
        parse_notice(CSV.replace(*change), form="csv")


def test_the_wrong_year_is_refused():
    with pytest.raises(LawError, match="通知写的是2027年，要导入的是2028年"):
        parse_notice(YAML, form="yaml", year=2028)


def test_an_unknown_form_is_refused():
    with pytest.raises(LawError, match="只能导入 yaml 或 csv"):
        parse_notice(YAML, form="xlsx")


def test_an_imported_notice_moves_a_provisional_date():
    merged = book().calendar_with([parse_notice(YAML, form="yaml")])
    assert merged.published_through == date(2027, 12, 31)
    assert merged.add(date(2027, 2, 1), 5) == date(2027, 2, 14)
    assert book().calendar().add(date(2027, 2, 1), 5) == date(2027, 2, 8)
    assert merged.version != book().calendar().version


def test_an_imported_year_replaces_the_shipped_one():
    empty = YearNotice(2026, {date(2026, 10, 1): "国庆节"}, {}, "NOTICE-2026")
    assert book().calendar_with([empty]).is_working(date(2026, 10, 2))


def test_a_year_left_out_is_named():
    with pytest.raises(LawError, match="缺2027年的放假通知"):
        book().calendar_with([YearNotice(2028, {date(2028, 1, 1): "元旦"}, {}, "NOTICE-2028")])


LOCAL = """
profile: cn.532300
days:
  - {name: 火把节, from: 2026-08-06, to: 2026-08-07, basis: FJB-4}
"""


def test_local_holidays_lie_over_the_national_ones(tmp_path):
    (tmp_path / "calendar" / "local").mkdir(parents=True)
    (tmp_path / "calendar" / "local" / "a.yaml").write_text(LOCAL, encoding="utf-8")
    (tmp_path / "local").mkdir()
    (tmp_path / "local" / "a.yaml").write_text("profile: cn.532300\nname: 楚雄州\n", encoding="utf-8")
    law = LawBook((SHIPPED, tmp_path))
    day = law.calendar("cn.532300").day(date(2026, 8, 6))
    assert (day.counts, day.why, day.basis) == (False, "火把节", "FJB-4")
    assert law.calendar().is_working(date(2026, 8, 6))
    assert law.calendar("cn.532300").published_through == date(2026, 12, 31)
