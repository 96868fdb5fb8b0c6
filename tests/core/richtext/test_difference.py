from collections.abc import Iterator

import pytest
from hypothesis import given

from core.richtext import changes, clean, difference, paragraphs
from tests.core.richtext.markup import markup
from tests.core.richtext.test_cleaning_laws import cleaned


def compared(old: str, new: str) -> list:
    found = changes(clean(old), clean(new))
    return [
        change if isinstance(change, int) else (change.word, change.reference, change.pieces)
        for change in found
    ]


def test_changed_words_are_told_within_their_paragraph():
    old = "<ol><li>The same.<li>Apologies were received from Ms Hale and Mr Orme.</ol>"
    new = "<ol><li>The same.<li>Apologies were received from Ms Hall and Mr Orme.</ol>"

    assert compared(old, new) == [
        1,
        (
            "Changed",
            "2",
            (
                ("kept", "Apologies were received from Ms "),
                ("out", "Hale"),
                ("in", "Hall"),
                ("kept", " and Mr Orme."),
            ),
        ),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<ol><li>a<li>c</ol>", "<ol><li>a<li>b<li>c</ol>", [1, ("Added", "2", (("in", "b"),)), 1]),
        ("<ol><li>a<li>b<li>c</ol>", "<ol><li>a<li>c</ol>", [1, ("Removed", "2", (("out", "b"),)), 1]),
        (
            "<p>one thing</p>",
            "<p>quite another</p>",
            [("Added", "", (("in", "quite another"),)), ("Removed", "", (("out", "one thing"),))],
        ),
        ("", "<p>a</p>", [("Added", "", (("in", "a"),))]),
        ("<p>a</p>", "", [("Removed", "", (("out", "a"),))]),
        ("<p>a</p>", "<p>a</p>", [1]),
        ("", "", []),
    ],
)  # fmt: skip
def test_paragraphs_put_in_or_taken_out_are_told_by_their_number(old, new, expected):
    assert compared(old, new) == expected


def test_difference_is_escaped_and_said_to_those_who_cannot_see_it():
    found = difference(clean("<p>5 &lt; 6 and a <b>word</b></p>"), clean("<p>5 &lt; 7 and a word</p>"))

    assert found == (
        '<div class="portal-difference"><p><span class="portal-difference__place">Changed:</span> 5 &lt; '
        '<del><span class="govuk-visually-hidden">[removed: </span>6<span class="govuk-visually-hidden">]</span></del>'
        '<ins><span class="govuk-visually-hidden">[added: </span>7<span class="govuk-visually-hidden">]</span></ins>'
        " and a word</p></div>"
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<p>a</p>", "<p>a</p>", "The words are the same."),
        ("<p>a</p>", "<p><b>a</b></p>", "The words are the same; only the formatting differs."),
    ],
)
def test_no_change_is_said_so(old, new, said):
    assert difference(clean(old), clean(new)) == f'<div class="portal-difference"><p>{said}</p></div>'


@given(markup(), markup())
def test_both_texts_can_be_read_from_their_changes_in_their_order(old, new):
    old, new = cleaned(old), cleaned(new)

    for html, side in ((old, "out"), (new, "in")):
        given_texts = [p.text for p in paragraphs(html)]
        assert list(texts_told(changes(old, new), side, given_texts)) == given_texts


def texts_told(told: list, side: str, given_texts: list[str]) -> Iterator[str]:
    at = 0
    for change in told:
        if isinstance(change, int):
            yield from given_texts[at : at + change]
            at += change
        elif {kind for kind, _ in change.pieces} & {"kept", side}:
            yield "".join(words for kind, words in change.pieces if kind in ("kept", side))
            at += 1


def test_long_texts_are_compared_in_no_time():
    old = clean("<ol>" + "<li>some words that come again and again" * 1500 + "</ol>")
    new = clean("<ol>" + "<li>other words that come again and again" * 1500 + "</ol>")

    assert len(changes(old, new)) == 3000
