import pytest
from django.core.exceptions import ValidationError

from core.richtext import clean
from core.richtext.cleaning import LONGEST, LONGEST_MARKUP


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ""),
        ("   <p></p><p>&nbsp;</p><br>", ""),
        ("plain words", "<p>plain words</p>"),
        ("<p>one</p>\n\n<p>two</p>", "<p>one</p><p>two</p>"),
        ("one<br>two<br><br>three", "<p>one<br>two</p><p>three</p>"),
        ("<div>one<div>two</div>three</div>", "<p>one</p><p>two</p><p>three</p>"),
        ("<b>a</b><i>b</i>", "<p><strong>a</strong><em>b</em></p>"),
        ("<p><b>a </b><b>b</b> c</p>", "<p><strong>a b</strong> c</p>"),
        ("<p>H<sub>2</sub>O, 1<sup>st</sup></p>", "<p>H<sub>2</sub>O, 1<sup>st</sup></p>"),
        ("<p>5 &lt; 6 &amp; 7 > 6 < 8</p>", "<p>5 &lt; 6 &amp; 7 &gt; 6 &lt; 8</p>"),
        ("<p>a&nbsp;b &nbsp; c</p>", "<p>a&nbsp;b c</p>"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "<blockquote><p>a</p><p>b</p></blockquote>"),
        ("<p>a<u>b</u><font color=red>c</font></p>", "<p>abc</p>"),
        ("<h1>a</h1><h5>b</h5><h2>c</h2>", "<h2>a</h2><h3>b</h3><h2>c</h2>"),
        ("a&#7;b&#0;c&#xD800;d", "<p>ab\ufffdc\ufffdd</p>"),
        ("<p>zero\u200bwidth and soft\xadhyphen</p>", "<p>zerowidth and softhyphen</p>"),
    ],
)
def test_text_is_kept_in_one_form(given, kept):
    assert clean(given) == kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<script>alert(1)</script>a", "<p>a</p>"),
        ("a<script>alert(1)", "<p>a</p>"),
        ("<p onclick=alert(1)>a</p>", "<p>a</p>"),
        ("<img src=x onerror=alert(1)>a", "<p>a</p>"),
        ("<svg><style><img src=x onerror=alert(1)></style></svg>a", "<p>a</p>"),
        ("<a href='javascript:alert(1)'>a</a>", "<p>a</p>"),
        ("<a href=' JaVa&#9;Script:alert(1)'>a</a>", "<p>a</p>"),
        ("<a href='data:text/html,x'>a</a>", "<p>a</p>"),
        ("<a href='/accounts/logout/'>a</a>", "<p>a</p>"),
        ("<a href='//a.example'>a</a>", "<p>a</p>"),
        ("<a href='HTTPS://a.example/?q=1&r=(2)\"'>a</a>", '<p><a href="https://a.example/?q=1&amp;r=%282%29%22">a</a></p>'),
        ("<a href=mailto:clerk@council.example>a</a>", '<p><a href="mailto:clerk@council.example">a</a></p>'),
        ("<a target=_blank href=http://a.example onclick=x>a</a>", '<p><a href="http://a.example">a</a></p>'),
        ("<p style='position:fixed' class=govuk-button id=main-content>a</p>", "<p>a</p>"),
        ("<form action=x><input name=a><button>b</button></form>", "<p>b</p>"),
        ("<iframe src=x>a</iframe>b", "<p>b</p>"),
        ("<!-- a --><![CDATA[b]]><?php c ?>d", "<p>d</p>"),
        ("<p>a<p title='b", "<p>a&lt;p title='b</p>"),
    ],
)  # fmt: skip
def test_nothing_that_acts_comes_in(given, kept):
    assert clean(given) == kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (
            "<ol><li>a<ol><li>b<ol><li>c</ol></ol></ol>",
            '<ol><li><p>a</p><ol type="a"><li><p>b</p><ol type="i"><li><p>c</p></li></ol></li></ol></li></ol>',
        ),
        ("<ol><li>a<ol type=i><li>b</ol></ol>", '<ol><li><p>a</p><ol type="i"><li><p>b</p></li></ol></li></ol>'),
        ("<ol type=a><li>a</ol>", '<ol type="a"><li><p>a</p></li></ol>'),
        ("<ol><li>a</ol>b<ol><li>c</ol>", '<ol><li><p>a</p></li></ol><p>b</p><ol start="2"><li><p>c</p></li></ol>'),
        ("<ol><li>a</ol><h2>b</h2><ol><li>c</ol>", "<ol><li><p>a</p></li></ol><h2>b</h2><ol><li><p>c</p></li></ol>"),
        ("<ol><li>a</ol><ol start=9><li>b</ol>", "<ol><li><p>a</p></li><li><p>b</p></li></ol>"),
        ("<ol><li>a</li><ol><li>b</ol></ol>", '<ol><li><p>a</p><ol type="a"><li><p>b</p></li></ol></li></ol>'),
        ("<ol><li><ol><li>a</ol></ol>", "<ol><li><p>a</p></li></ol>"),
        ("<li>a", "<ul><li><p>a</p></li></ul>"),
        ("<ul>a<li>b</ul>", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
    ],
)  # fmt: skip
def test_lists_are_numbered_by_their_depth_and_go_on_until_a_heading(given, kept):
    assert clean(given) == kept


def test_a_fourth_level_of_a_list_joins_the_third():
    four = "<ol><li>1<ol><li>2<ol><li>3<ol><li>4</ol></ol></ol></ol>"
    third = '<ol type="i"><li><p>3</p></li><li><p>4</p></li></ol>'

    assert clean(four) == f'<ol><li><p>1</p><ol type="a"><li><p>2</p>{third}</li></ol></li></ol>'


@pytest.mark.parametrize("tag", ["ol><li", "ul><li", "blockquote", "div", "b", "table><tr><td", "h2", "sub"])
def test_eighty_levels_are_no_deeper_than_twelve(tag):
    kept = clean(f"a<{tag}>b" * 80)

    deepest = depth = 0
    for part in kept.replace("<br>", "").split("<")[1:]:
        depth += -1 if part.startswith("/") else 1
        deepest = max(deepest, depth)
    assert deepest <= 12
    assert kept.count("b") >= 80


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (
            "<table><tr><th>a<th>b<tr><th>c<td>d</table>",
            '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
            '<tbody><tr><th scope="row">c</th><td>d</td></tr></tbody></table>',
        ),
        (
            "<table><tr><td colspan=2 style='width:9cm'>a<tr><td><p>b</p><p>c</p><td><ul><li>d<li>e</ul></table>",
            "<table><tbody><tr><td>a</td><td></td></tr><tr><td>b<br>c</td><td>• d<br>• e</td></tr></tbody></table>",
        ),
        ("<table><tr><td>a<tr><td>b</table>", "<p>a</p><p>b</p>"),
        (
            "<table><caption>a</caption><tr><td>b<td>c</table>",
            "<p>a</p><table><tbody><tr><td>b</td><td>c</td></tr></tbody></table>",
        ),
        ("<table><tr><td><td></table>", ""),
    ],
)  # fmt: skip
def test_tables_have_rows_of_one_length_and_no_spans(given, kept):
    assert clean(given) == kept


def test_headings_of_minutes_are_bold_paragraphs():
    assert clean("<h2>a</h2><p>b</p>", headings=False) == "<p><strong>a</strong></p><p>b</p>"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            "<p>It was agreed\x07 that</p>",
            "The text has a control character (U+0007) after “It was agreed”."
            " Delete what stands there and type it again.",
        ),
        (
            "\x07a",
            "The text has a control character (U+0007) at the beginning. Delete what stands there and type it again.",
        ),
        (
            "a" * (LONGEST + 1),
            "The text is too long to keep in one piece: it has 100,008 characters and may have 100,000."
            " Shorten it, or put part of it into a paper of its own.",
        ),
        (
            "<p>" * (LONGEST_MARKUP // 3) + "abc",
            "What was pasted is too long: 500,001 characters with its formatting. Paste it as plain text, or in parts.",
        ),
        (
            "<b>" * 50_001,
            "What was pasted carries too much formatting to read. Paste it as plain text, or in parts.",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_refused_in_words(given, message):
    with pytest.raises(ValidationError) as refusal:
        clean(given)

    assert refusal.value.messages == [message]


@pytest.mark.parametrize("letter", [*map(chr, range(9)), "\x0e", "\x1f", "\x7f", "\x85", "\ud800", "\ufffe"])
def test_every_control_character_is_refused(letter):
    with pytest.raises(ValidationError, match="control character"):
        clean(f"a{letter}b")


def test_text_of_the_longest_length_is_kept():
    assert clean("a" * (LONGEST - 7)) == f"<p>{'a' * (LONGEST - 7)}</p>"
