"""Minutes on paper: the numbers of the page, and tags that a screen reader follows."""

import subprocess

import pytest

from core.pdf import html_of, render
from core.richtext import clean, difference, drawn
from tests.pdf_checks import assert_accessible, spoken

pytestmark = pytest.mark.pdf

MINUTE = clean(
    "<ol><li>The Head of Service introduced the report.<ol type=i><li>all had a worker;<li>most were at school.</ol>"
    "<li>She answered questions:<ol><li>on <b>placements</b>; and<li>on schools<ol><li>attendance<li>exclusions"
    "</ol></ol>"
    "<p>More was promised.</p></ol><p>The chairman thanked her.</p>"
    "<ol><li>It was RESOLVED that the report be noted; see <a href='https://council.example/plan'>the plan</a>.</ol>"
    "<ul><li>a bullet</ul><blockquote><p>Our words</p></blockquote>"
    "<table><tr><th>Month<th>Result<tr><th>July<td>47.1%</table>"
)
TITLE = "Minutes"


def paper(content: str) -> bytes:
    body = html_of("pdf/base.html", {}, title=TITLE).replace("</body>", f"<h1>Minutes</h1>{content}</body>")
    return render(body, title=TITLE)


@pytest.fixture(scope="module")
def minutes() -> bytes:
    return paper(drawn(MINUTE, anchor="minute-101"))


def words_of(pdf: bytes) -> str:
    command = ["pdftotext", "-layout", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def test_every_point_is_printed_with_its_number(minutes):
    lines = [" ".join(line.split()) for line in words_of(minutes).split("\n")]

    assert [
        line for line in lines if line.split(" ")[0] in ("1.", "2.", "3.", "i.", "ii.", "a)", "b)", "•")
    ] == [
        "1. The Head of Service introduced the report.",
        "i. all had a worker;",
        "ii. most were at school.",
        "2. She answered questions:",
        "a) on placements; and",
        "b) on schools",
        "i. attendance",
        "ii. exclusions",
        "3. It was RESOLVED that the report be noted; see the plan.",
        "• a bullet",
    ]


def test_minutes_are_tagged_for_a_screen_reader(minutes):
    assert_accessible(minutes)
    read = spoken(minutes)
    tags = [line.split()[0] for line in read.split("\n") if line.strip()]
    assert [tags.count(tag) for tag in ("LI", "LBody", "BlockQuote", "TH")] == [10, 10, 1, 3]
    assert (
        read.index("exclusions") < read.index("More was promised.") < read.index("The chairman thanked her.")
    )


def test_the_deepest_text_that_is_kept_is_printed():
    deepest = "<blockquote><ol><li>a<ol><li>b<ol><li><p>c</p><p><a href='https://a.example'><b><i><sub>d</sub></i></b></a></p>"

    assert_accessible(paper(drawn(clean(deepest * 20))))


def test_a_difference_is_tagged_and_said_in_words_also_in_black_and_white():
    printed = paper(difference(MINUTE, MINUTE.replace("Head of Service", "Director")))

    assert_accessible(printed)
    assert "[removed: Head of Service][added: Director]" in " ".join(words_of(printed).split())
