"""The words of the scorecard, explained in one place."""

import pytest

from core.access import Role
from scorecard.periods import DataPeriod
from scorecard.rag import Rag
from scorecard.report.glossary import GLOSSARY, PERIODS
from scorecard.report.notes import DATA_PERIODS, MEANINGS, SHORT_FORMS
from tests.factories.scorecard import FigureFactory
from tests.page import open_page

TERMS = [term for chapter in GLOSSARY for term in chapter.terms]
MEANS = {term.word: term.meaning for term in TERMS}


def test_no_word_is_explained_twice_and_every_anchor_is_one_place():
    anchors = [term.anchor for term in TERMS] + [chapter.anchor for chapter in GLOSSARY]

    assert len(set(anchors)) == len(anchors) == len(TERMS) + len(GLOSSARY)


def test_glossary_says_what_the_key_says():
    assert [MEANS[rating.label] for rating in Rag] == [MEANINGS[rating] for rating in Rag]
    assert {word: MEANS[word] for word, _ in DATA_PERIODS} == dict(DATA_PERIODS)
    assert [short for short in SHORT_FORMS if short not in MEANS] == []


def test_every_data_period_has_its_short_form():
    codes = {term.word: term.short for term in PERIODS}

    assert codes == {period.label: period.value.replace("_", " ") for period in DataPeriod}


@pytest.mark.parametrize(
    "word",
    ["Floor standard", "Tolerance", "UASC", "Numerator", "Denominator", "Provisional", "Baseline", "Rating"],
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
