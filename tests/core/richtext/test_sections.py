import pytest

from core.richtext import drawn
from core.richtext.sections import numbered_sections

REPORT = """<p>Before.</p>
<h2>Introduction</h2><p>One.</p><p>Two:</p><ul><li><p>a point</p></li></ul><p>Three.</p>
<h2>3. Findings</h2><p>2.1 Four.</p><h3>Homes</h3><p>Five.</p><p>Six.</p><h3>Schools</h3><p>Seven.</p>
<h2>Conclusions</h2><p>Eight.</p>"""


def lines(html: str) -> list[str]:
    text = html.replace("\u00a0", " ")
    for end in ("</p>", "</h2>", "</h3>", "</li>"):
        text = text.replace(end, "\n")
    found = (line.rpartition(">")[2].strip() for line in text.splitlines())
    return [line for line in found if line]


def test_sections_paragraphs_and_the_third_level_are_numbered():
    assert lines(numbered_sections(REPORT)) == [
        "Before.",
        "1. Introduction",
        "1.1 One.",
        "1.2 Two:",
        "a point",
        "1.3 Three.",
        "2. Findings",
        "2.1 Four.",
        "2.2 Homes",
        "2.2.1 Five.",
        "2.2.2 Six.",
        "2.3 Schools",
        "2.3.1 Seven.",
        "3. Conclusions",
        "3.1 Eight.",
    ]


@pytest.mark.parametrize("html", ["", "<p>One.</p><p>Two.</p>", "<ul><li><p>One.</p></li></ul>"])
def test_text_without_sections_carries_no_numbers(html):
    assert numbered_sections(html) == html


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("<p>1.1 In 2018 it grew.</p>", "1.1 In 2018 it grew."),
        ("<p>2018 was good.</p>", "1.1 2018 was good."),
        ("<p>14 children came.</p>", "1.1 14 children came."),
        ("<p>3.5 per cent came.</p>", "1.1 3.5 per cent came."),
        ("<p>1.2 children on average</p>", "1.1 1.2 children on average"),
    ],
)
def test_figure_at_the_start_of_a_paragraph_is_no_number_of_it(typed, printed):
    assert lines(numbered_sections(f"<h2>One</h2>{typed}"))[1] == printed


def test_what_was_numbered_is_clean():
    html = numbered_sections(REPORT)

    assert drawn(html) == f'<div class="portal-rich">{html}</div>'
