"""What the rules make of sentences as young people and officers write them; `sentences.txt` gives what is expected."""

from pathlib import Path

import pytest

from challenge_cards.privacy import judge
from challenge_cards.rules import HELD, REFUSED, Rule

ALLOWED = (
    "Recruit Crew",
    "Young Adult Council",
    "Super Council",
    "YAC",
    "OCYPC",
    "Virtual School",
    "Lifelong Links",
    "Mind of My Own",
    "Kent County Council",
    "Corporate Parenting Panel",
)
LEAST_PRECISION = 0.95
LEAST_RECALL = 0.97


def sentences(name="sentences.txt"):
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [tuple(part.strip() for part in line.split("|", 2)) for line in lines if not line.startswith("#")]


def found(sentence):
    verdict = judge({"text": sentence}, ALLOWED)
    return {one.rule for one in (*verdict.refused, *verdict.held)}


@pytest.mark.parametrize(("expected", "rule", "sentence"), [one for one in sentences() if one[0] == "refuse"])
def test_what_leads_to_a_person_is_always_refused(expected, rule, sentence):
    assert rule in found(sentence)
    assert found(sentence) <= set(REFUSED)


def test_there_are_enough_sentences_of_every_kind():
    told = sentences()

    assert len(told) >= 150
    assert {rule for _, rule, _ in told if rule} == {*REFUSED, *HELD}


def test_what_is_held_is_nearly_always_right(record_property):
    told = [one for one in sentences() if one[0] != "refuse"]
    hits = [rule for verdict, rule, sentence in told if verdict == "hold" and rule in found(sentence)]
    missed = [
        sentence for verdict, rule, sentence in told if verdict == "hold" and rule not in found(sentence)
    ]
    wrong = [
        (sentence, found(sentence)) for verdict, _, sentence in told if verdict == "pass" and found(sentence)
    ]
    recall, precision = len(hits) / (len(hits) + len(missed)), len(hits) / (len(hits) + len(wrong))

    print(f"\nheld: recall {recall:.3f}, precision {precision:.3f}; missed {missed}; wrongly stopped {wrong}")
    assert recall >= LEAST_RECALL
    assert precision >= LEAST_PRECISION


@pytest.mark.parametrize(
    "sentence", ["My friend John Lewis was moved twice.", "ask 'dylan' first", "can leah-mae come with us?"]
)
def test_no_name_slips_through_as_a_phrase_in_quotes_or_with_a_hyphen(sentence):
    assert Rule.NAME in found(sentence)


@pytest.mark.parametrize(("expected", "rule", "sentence"), sentences("heads.txt"))
def test_sentence_may_begin_with_any_word_but_with_no_name(expected, rule, sentence):
    assert found(sentence) == ({rule} if expected == "hold" else set())
