import pytest

from meetings.printed_lines import paragraphs_of

FULL = "In the year that ended in March the service placed more children"  # as long as a line gets


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ([], []),
        (["", "  "], []),
        (["Adoption in the year"], ["Adoption in the year"]),
        ([FULL, "with adopters than the year before."], [f"{FULL} with adopters than the year before."]),
        ([FULL[:-1] + ".", "Next words."], [f"{FULL[:-1]}. Next words."]),
        ([FULL, "Ended here.", "A new paragraph."], [f"{FULL} Ended here.", "A new paragraph."]),
        ([FULL, "", "After a gap"], [FULL, "After a gap"]),
        ([FULL, "1.2 Matching"], [FULL, "1.2 Matching"]),
        ([FULL, "(a) Matching"], [FULL, "(a) Matching"]),
        ([FULL, "• Matching", "went on"], [FULL, "• Matching went on"]),
        (["Introduction", FULL], ["Introduction", FULL]),
        ([FULL, "", "Year Adopted", "2017 65", "2018 71"], [FULL, "Year Adopted", "2017 65", "2018 71"]),
        ([f"{FULL} and their well-", "being was good."], [f"{FULL} and their well-being was good."]),
        ([f"{FULL} and their adop\ufffe", "tion went well."], [f"{FULL} and their adoption went well."]),
        (["soft\u00adly"], ["softly"]),
    ],
)  # fmt: skip
def test_printed_lines_become_the_paragraphs_they_were(lines, paragraphs):
    assert paragraphs_of("\n".join(lines)) == paragraphs
