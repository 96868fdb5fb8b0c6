"""The words of the scorecard, explained in one place."""

import re

import pytest

from core.access import Role
from core.fixtures import read_csv
from scorecard.periods import DataPeriod
from scorecard.rag import Rag
from scorecard.report.glossary import PERIODS, glossary
from scorecard.report.notes import DATA_PERIODS, MEANINGS
from tests.factories.scorecard import FigureFactory
from tests.page import open_page

GLOSSARY = glossary()
TERMS = [term for chapter in GLOSSARY for term in chapter.terms]
MEANS = {term.word: term.meaning for term in TERMS}


def test_no_word_is_explained_twice_and_every_anchor_is_one_place():
    anchors = [term.anchor for term in TERMS] + [chapter.anchor for chapter in GLOSSARY]

    assert len(set(anchors)) == len(anchors) == len(TERMS) + len(GLOSSARY)


def test_glossary_says_what_the_key_says():
    assert [MEANS[rating.label] for rating in Rag] == [MEANINGS[rating] for rating in Rag]
    assert {word: MEANS[word] for word, _ in DATA_PERIODS} == dict(DATA_PERIODS)


# Two capitals or more, whatever small letters follow; or a few letters with a full stop in mid-sentence.
SHORTENED = re.compile(r"\b[A-Z]+&?[A-Z]+(?=s?\b)|\b[A-Za-z]{1,4}\.(?= [a-z])")


def demonstrated() -> str:
    """Every name, definition and label of the demonstration's indicators."""
    shown = ("name", "definition", "numerator_label", "denominator_label", "owner")
    rows = [*read_csv("indicators"), *read_csv("definitions")]
    return "\n".join(row.get(column) or "" for row in rows for column in shown)


def test_whatever_an_indicators_name_or_definition_shortens_is_explained():
    explained = {word.lower() for term in TERMS for word in (term.word, term.short)}
    found = set(SHORTENED.findall(demonstrated()))

    assert found >= {"KCC", "CIC", "UASC", "P&V", "EHCP", "IRO", "Ave."}
    assert {word for word in found if word.lower() not in explained} == set()


def test_the_councils_own_initials_are_explained(settings):
    settings.COUNCIL_NAME = "Somewhere Borough Council"

    short_forms = {term.word: term.meaning for term in glossary()[-1].terms}

    assert (short_forms["SBC"], "KCC" in short_forms) == ("Somewhere Borough Council.", False)


def test_every_data_period_has_its_short_form():
    codes = {term.word: term.short for term in PERIODS}

    assert codes == {period.label: period.value.replace("_", " ") for period in DataPeriod}


@pytest.mark.parametrize(
    "word",
    [
        "Floor standard",
        "Tolerance",
        "UASC",
        "Numerator",
        "Denominator",
        "Provisional",
        "Baseline",
        "Rating",
        "Run",
    ],
)
def test_words_of_the_table_are_explained(word):
    assert MEANS[word].endswith(".")


def test_page_shows_each_word_and_is_found_from_key_and_table(db, client_as):
    FigureFactory()
    member = client_as(Role.MEMBER)

    page = open_page(member, "/scorecard/glossary/")

    assert [text_of_term.split(" ")[0] for text_of_term in page.texts("dt")][:2] == ["Rating", "Green"]
    assert len(page.all("dt")) == len(TERMS)
    assert len(open_page(member, "/scorecard/").all("a[href='/scorecard/glossary/']")) == 2
