import pytest

from challenge_cards.readability import JARGON, faults, hard_words, longest_sentence

TWENTY = " ".join(["word"] * 20)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("One two.", 2),
        ("One two. One two three!", 3),
        ("It is 4.5 miles", 4),
        ("One\ntwo three", 2),
        ("We don't know", 3),
        ("A half-day off", 3),
    ],
)
def test_words_of_the_longest_sentence(text, words):
    assert longest_sentence(text) == words


def test_twenty_words_pass_and_twenty_one_do_not():
    assert faults({"a": f"{TWENTY}."}) == []
    assert faults({"a": f"{TWENTY} more."}) == [
        "“word word word word word …” has 21 words: make two sentences of it, or more."
    ]


@pytest.mark.parametrize(
    ("text", "is_clear"),
    [
        ("The IRO came.", False),
        ("The I.R.O. came.", False),
        ("Ask the Independent Reviewing Officer (IRO). The IRO helps.", True),
        ("Ask the Head of Service (HS). HS helps.", True),
        ("Ask somebody (IRO).", False),
        ("We watch TV in the UK.", True),
        ("PEPs are late.", False),
        ("I am here.", True),
    ],
)
def test_abbreviation_is_explained_where_it_stands(text, is_clear):
    assert (faults({"a": text}) == []) is is_clear


def test_abbreviation_explained_once_holds_for_what_follows_and_not_for_what_came_before():
    explained, used = "The Young Adult Council (YAC) met.", "YAC said yes."

    assert faults({"a": explained, "b": used}) == []
    assert faults({"a": used, "b": explained}) == ["Say what YAC stands for, or write it out."]


@pytest.mark.parametrize(("word", "instead"), JARGON.items())
def test_word_of_officers_gets_a_plain_one_beside_it(word, instead):
    (said,) = [one for one in faults({"a": f"We {word} it."}) if f"“{word}”" in one]

    assert said == f"“{word}” is officers' language: try “{instead}”."


def test_part_of_a_word_is_no_jargon():
    assert faults({"a": "Replacements came."}) == []


def test_each_finding_says_in_which_field_it_is():
    assert [hard.field for hard in hard_words({"a": "Fine.", "b": "Our stakeholders met."})] == ["b"]
