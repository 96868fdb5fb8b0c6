import pytest

from core.richtext import clean, paragraphs, plain_text, reading_minutes, word_count

MINUTE = clean(
    "<ol><li>One.<li>Two:<ol><li>first;<ol><li>deep</ol><li>second.</ol><p>More of two.</p></ol>"
    "<p>Between</p><ol><li>Three</ol><ul><li>dot</ul><blockquote><p>Said</p></blockquote>"
    "<table><tr><th>Month<th>Result<tr><td>July<td>47</table>"
)


def test_every_paragraph_has_the_reference_that_is_printed_and_a_place():
    assert [(p.reference, p.anchor, p.text) for p in paragraphs(MINUTE)] == [
        ("1", "1", "One."),
        ("2", "2", "Two:"),
        ("2(a)", "2-a", "first;"),
        ("2(a)(i)", "2-a-i", "deep"),
        ("2(b)", "2-b", "second."),
        ("2, paragraph 2", "2-paragraph-2", "More of two."),
        ("", "paragraph-1", "Between"),
        ("3", "3", "Three"),
        ("bullet 1", "bullet-1", "dot"),
        ("", "paragraph-2", "Said"),
        ("table 1, row 1", "table-1-row-1", "Month; Result"),
        ("table 1, row 2", "table-1-row-2", "July; 47"),
    ]


@pytest.mark.parametrize(
    ("html", "references"),
    [
        ("<p>a</p><ol type=a><li>b<li>c</ol>", ["", "a", "b"]),
        ("<ol><li>a<ol type=i><li>b</ol></ol>", ["1", "1(i)"]),
        ("<ol><li>a<ol type=1><li>b</ol></ol>", ["1", "1(1)"]),
        ("<ol><li>a<ul><li>b</ul></ol>", ["1", "1, bullet 1"]),
        ("<ol type=a>" + "<li>a" * 28 + "</ol>", [*"abcdefghijklmnopqrstuvwxyz", "aa", "ab"]),
    ],
)
def test_references_follow_the_kind_of_the_list(html, references):
    found = [
        p.reference.strip("()") if p.reference.startswith("(") else p.reference
        for p in paragraphs(clean(html))
    ]

    assert found == references


def test_no_two_paragraphs_have_one_place_even_where_numbers_begin_again():
    html = clean("<ol><li>a</ol><h2>b</h2><ol><li>c</ol><h2>d</h2><ol><li>e</ol>")

    assert [p.anchor for p in paragraphs(html)] == ["1", "heading-1", "1-2", "heading-2", "1-3"]


def test_plain_text_says_numbers_and_words():
    assert (
        plain_text(clean("<ol><li>One<br>line &amp; more<ol><li>two</ol></ol>"))
        == "1 One line & more\n1(a) two"
    )


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (1, 1), (200, 1), (201, 2), (400, 2)])
def test_reading_takes_a_minute_for_every_two_hundred_words(words, minutes):
    html = clean("<p>" + "children’s " * words)

    assert (word_count(html), reading_minutes(html)) == (words, minutes)
