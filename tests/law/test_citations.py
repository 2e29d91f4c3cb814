import pytest

from yichuang.law.book import book
from yichuang.law.citations import numeral
from yichuang.law.shapes import Unknown

LAW = book()


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("XKF-32.1(4)", "《中华人民共和国行政许可法》第三十二条第一款第(四)项"),
        ("XKF-42.1", "《中华人民共和国行政许可法》第四十二条第一款"),
        ("XKF-82", "《中华人民共和国行政许可法》第八十二条"),
        ("XKF", "《中华人民共和国行政许可法》"),
        ("MFD-201..203", "《中华人民共和国民法典》第二百零一条至第二百零三条"),
        ("XKF-45, XKF-82", "《中华人民共和国行政许可法》第四十五条、第八十二条"),
        ("S0b-6(3)", "《省国土资源厅窗口办文办法》第六条第(三)项"),
        ("S0h-二(一)1.2", "《重庆市规范继续实施的行政审批项目的意见》第二部分(一)第1点第二段"),
        ("S3-附件一(三)3", "《莆田市深化行政审批标准化改革实施方案》附件第一部分(三)第3点"),
        ("S0f-3.1", "《泉州市国土资源局行政审批“三集中”做法与建议》第3.1节"),
        ("YC", "平台默认规则"),
        ("NOTICE-2026", "《国务院办公厅关于2026年部分节假日安排的通知》(国办发明电〔2025〕7号)"),
    ],
)
def test_a_basis_in_words(basis, said):
    assert LAW.cite(basis) == said


def test_a_law_in_an_items_own_words_stays_as_it_is():
    assert LAW.named("《烟花爆竹安全管理条例》第十九条, XKF-74") == (
        "《烟花爆竹安全管理条例》第十九条、《中华人民共和国行政许可法》第七十四条"
    )


@pytest.mark.parametrize("basis", ["XKX-1", "XKF-a", "XKF-32.1(四)", "S0f-x", "NOTICE-1999"])
def test_an_unknown_place_is_refused(basis):
    with pytest.raises(Unknown):
        LAW.cite(basis)


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1260, "一千二百六十"),
        (2003, "二千零三"),
    ],
)
def test_numerals(number, word):
    assert numeral(number) == word


@pytest.mark.parametrize("number", [0, 10000])
def test_a_number_out_of_range_is_refused(number):
    with pytest.raises(ValueError):
        numeral(number)


def test_the_words_of_a_paragraph_and_of_an_item():
    assert LAW.text("XKF-42.2").startswith("依照本法第二十六条的规定")
    assert LAW.text("XKF-32.1(4)").split("\n")[1].startswith("（四）申请材料不齐全")
    assert "(三)申請事項依法不需要" in LAW.text("S0b-6(3)")


def test_a_text_that_is_not_at_hand_is_none():
    assert LAW.text("FYF99-9.1") is None
    assert LAW.text("YC") is None
    assert LAW.text("XKF-42.9") is None
