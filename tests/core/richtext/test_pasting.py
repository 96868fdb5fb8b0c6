import pytest

from core.richtext import clean
from tests.core.richtext.pasted import (
    FROM_OTHERS,
    FROM_OUTLOOK,
    FROM_WORD,
    KEPT_FROM_OUTLOOK,
    KEPT_FROM_WORD,
)


def test_a_list_from_word_keeps_its_levels_and_its_numbering():
    assert clean(FROM_WORD) == KEPT_FROM_WORD


def test_a_message_from_outlook_has_its_signs_and_tabs_made_into_lists():
    assert clean(FROM_OUTLOOK) == KEPT_FROM_OUTLOOK


@pytest.mark.parametrize(("given", "kept"), FROM_OTHERS.values(), ids=FROM_OTHERS)
def test_lists_of_other_programs_come_as_they_were_meant(given, kept):
    assert clean(given) == kept


@pytest.mark.parametrize(
    ("markers", "kinds"),
    [
        (["a)", "b)", "c)"], ["a"]),
        (["g)", "h)", "i)", "j)"], ["a"]),
        (["i)", "ii)"], ["i"]),
        (["(i)", "(ii)"], ["i"]),
        (["1)", "2)"], ["1"]),
        (["o", "o"], ["-"]),
        (["1.", "·"], ["1", "-"]),
    ],
)
def test_the_kind_of_a_list_is_read_from_its_first_mark(markers, kinds):
    style = "mso-list:l0 level1 lfo1"
    points = [
        f"<p style='{style}'><span style='mso-list:Ignore'>{mark}&nbsp; </span>words</p>" for mark in markers
    ]

    kept = clean("".join(points))

    lists = {"1": "<ol><li>", "a": '<ol type="a"><li>', "i": '<ol type="i"><li>', "-": "<ul><li>"}
    assert [kind for kind, tag in lists.items() if tag in kept] == kinds
    assert kept.count("<p>words</p>") == len(markers)


@pytest.mark.parametrize(
    "words", ["1. one", "a) one", "v. good", "o one", "2018. A year", "1.5 hours", "§ 22 of the Act"]
)
def test_a_number_that_is_not_set_apart_is_left_in_the_words(words):
    assert clean(f"<p>{words}</p>") == f"<p>{words}</p>"
