from django.core.exceptions import ValidationError
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.richtext import clean, from_plain, to_plain
from tests.core.richtext.markup import PIECES, markup
from tests.core.richtext.test_cleaning_laws import cleaned

LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "", "   ", "      ", "> ", "  "]),
        st.sampled_from(
            ["", "1. ", "2) ", "a) ", "(b) ", "i. ", "ii. ", "- ", "• ", "## ", "|", "|= ", "---", "h) "]
        ),
        st.lists(st.sampled_from([*PIECES, "words", "5 * 3", "note*", "**so**", "[sic]"]), max_size=4).map(
            "".join
        ),
    ).map("".join),
    max_size=12,
).map("\n".join)


@given(markup())
@settings(max_examples=600)
@example("<ol><li>a</ol><ul><li>b</ul>")
@example("<ol><li>a</ol><p>1. b</p><p>v. good</p><ol><li>c</ol>")
@example("<table><tr><th>=a|<td>b<br>c<tr><td>d</table>")
@example("<p>a<b><i>b</i></b><i>c</i>*d** [e](f) \\ \\/ ^ ~</p>")
@example("<blockquote><ol type=i><li>a<li>b</ol></blockquote><blockquote>c</blockquote>")
@example("<p>- a<br>b) c<br>--- <br>## d<br>| e<br>> f</p>")
@example("<ol><li>a<ol type=a>" + "<li>b" * 30 + "</ol><p>c</p><ol type=a><li>d</ol></ol>")
@example("<ol type=i>" + "<li>b" * 101 + "</ol>")
def test_text_edited_without_an_editor_and_left_alone_comes_back_as_it_was(html):
    kept = cleaned(html)

    assert from_plain(to_plain(kept)) == kept


@given(LINES | st.text())
@settings(max_examples=400)
@example("a) a)\ta\n   1. a\n1. a")
def test_plain_text_is_clean_and_settles_at_once(text):
    try:
        kept = from_plain(text)
    except ValidationError:
        return

    assert clean(kept) == kept
    assert from_plain(to_plain(kept)) == kept


@given(st.lists(st.text("abc def,'£", min_size=1), max_size=8))
def test_no_word_is_lost(lines):
    kept = from_plain("\n".join(lines))

    assert to_plain(kept).split() == "\n".join(lines).split()
