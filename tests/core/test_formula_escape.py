from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from core.formula_escape import cell_text, escape_formula, unescape_formula


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "==1+1",
        "+1",
        "-1",
        "-",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\ttext",
        " =1+1",
        "\u00a0=1",
        "\u200b=1",
        "\ufeff=1",
        "\0=1",
        "＝1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        "﹦1",
        "=cmd|' /C calc'!A0",
        "'=1",
    ],
)
def test_text_that_could_run_gets_an_apostrophe(text: str):
    assert escape_formula(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "CIC1", "98.9", "a=b", "1-2", "'tis", "£5", "n/a", " a"])
def test_other_text_stays(text: str):
    assert escape_formula(text) == text


@pytest.mark.parametrize("value", [-3, Decimal("-98.9"), 0, None, True, -0.5])
def test_numbers_stay_numbers(value: object):
    assert escape_formula(value) is value


@given(st.text(alphabet="=+-@'\t\n\r \0＝＠ab1", max_size=6) | st.text(max_size=10))
def test_escaped_text_comes_back_as_it_was(text: str):
    assert unescape_formula(escape_formula(text)) == text


@given(st.text(max_size=10))
def test_escaped_text_never_starts_like_a_formula(text: str):
    escaped = escape_formula(text)

    assert not escaped.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a\x0bb", "ab"),
        ("\0\x01\x1f\ufffe\uffff", ""),
        ("\x01=1", "'=1"),
        ("a\tb\nc", "a\tb\nc"),
        ("\u2028\U0001f600", "\u2028\U0001f600"),
    ],
)
def test_cell_of_a_workbook_has_only_what_it_can_hold(text: str, cell: str):
    assert cell_text(text) == cell


@given(st.text(max_size=10))
def test_every_text_can_be_written_into_a_workbook(text: str):
    sheet = Workbook().active

    sheet["A1"] = cell_text(text)

    assert (sheet["A1"].value or "") == cell_text(text)


@pytest.mark.parametrize("value", [-3, Decimal("-98.9"), 0, None, True])
def test_numbers_in_cells_stay_numbers(value: object):
    assert cell_text(value) is value
