import pytest

from core.richtext import from_plain
from meetings.minute_corrections import places_of, put_right
from meetings.minute_numbers import MinuteNumber

TEXT = from_plain(
    "1. Ann Lee spoke:\na) of **schools** and homes;\nb) of Ann.\n2. It was noted.", headings=False
)
NUMBER = MinuteNumber(98)


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("Ann Lee", ["paragraph 98(1)"]),
        ("of Ann", ["paragraph 98(1)(b)"]),
        ("It was", ["paragraph 98(2)"]),
        ("Ann", ["paragraph 98(1)", "paragraph 98(1)(b)"]),
        ("nobody", []),
        ("schools and", ["paragraph 98(1)(a)"]),
    ],
)
def test_place_is_named_as_people_say_it(words, places):
    assert [str(place) for place in places_of(words, TEXT, NUMBER)] == places


def test_minute_of_one_paragraph_is_named_by_its_number():
    assert [str(place) for place in places_of("noted", "<p>It was noted.</p>", NUMBER)] == ["minute 98"]


def test_bullet_is_named_beside_its_paragraph():
    html = from_plain("The Panel noted:\n- one had left\n- one had come", headings=False)

    assert [str(place) for place in places_of("come", html, MinuteNumber(98, 18))] == [
        "minute 98/18, bullet 2"
    ]


@pytest.mark.parametrize(
    ("was", "becomes", "there"),
    [
        ("Ann Lee", "Anne Lee", True),
        ("schools", "colleges", True),
        ("spoke", "said <b>&</b>", True),
        ("Ann", "Anne", False),
        ("schools and", "colleges and", False),
        ("nobody", "somebody", False),
    ],
)
def test_words_are_put_right_where_they_stand_once_in_one_look(was, becomes, there):
    changed = put_right(TEXT, was, becomes)

    assert (changed is not None) is there
    if changed:
        escaped = becomes.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert changed == TEXT.replace(was, escaped)
