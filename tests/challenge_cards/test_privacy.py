import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge_cards.plain_text import plain
from challenge_cards.privacy import Finding, judge, may_raise
from challenge_cards.rules import Rule
from tests.challenge_cards.test_privacy_sentences import ALLOWED, sentences

REFUSED = [sentence for verdict, _, sentence in sentences() if verdict == "refuse"]


def test_verdict_names_field_and_rule_and_never_the_words():
    verdict = judge({"question": "Ring 07700 900123", "why": "Kayleigh said so", "more": "We want wifi."})

    assert verdict.refused == (Finding("question", Rule.PHONE),)
    assert verdict.held == (Finding("why", Rule.NAME),)
    assert not verdict.is_clean
    assert "07700" not in repr(verdict)
    assert "Kayleigh" not in repr(verdict)


def test_what_is_refused_is_not_also_held():
    assert judge({"question": "I am Kayleigh, 15: 07700 900123"}).held == ()


@pytest.mark.parametrize("text", ["", " ", "\n", "We want wifi."])
def test_nothing_wrong_is_clean(text):
    assert judge({"question": text}).is_clean


def test_name_of_a_group_may_stand_whatever_its_case_and_only_as_a_whole():
    text = "The Otter Club and the otter club met."

    assert judge({"question": text}, ["Otter Club"]).is_clean
    assert judge({"question": "The Otter Clubhouse met."}, ["Otter Club"]).held == (
        Finding("question", Rule.NAME),
    )


@pytest.mark.parametrize(
    "text",
    [
        "0​7​7​0​0 900123",
        "０７７００ ９００１２３",
        "07700–900–123",
        "07700 900 123",
        "٠٧٧٠٠ ٩٠٠١٢٣",
        "(07700)\t900123",
        "Ring 07700\n900123",
        "In 2018 ring 07700 900\n123 at 6",
    ],
    ids=["unseen", "wide", "dashes", "no-break spaces", "arabic digits", "tab", "two lines", "broken late"],
)
def test_number_is_found_whatever_it_is_typed_with(text):
    assert Rule.PHONE in {one.rule for one in judge({"question": text}).refused}


@pytest.mark.parametrize(
    ("typed", "seen"),
    [("José", "Jose"), ("“Yes” – no", '"Yes" - no'), ("one\ntwo", "one\ntwo"), ("Кayleigh"[1:], "ayleigh")],
)
def test_plain_text_keeps_what_is_read(typed, seen):
    assert plain(typed) == seen


@pytest.mark.parametrize(("members", "is_enough"), [(0, False), (4, False), (5, True), (70, True)])
def test_a_card_is_raised_by_five_or_more(members, is_enough):
    assert may_raise(members) is is_enough


@given(st.sampled_from(REFUSED), st.text(max_size=80), st.text(max_size=80))
def test_no_line_before_or_after_makes_a_refused_text_pass(sentence, before, after):
    text = f"{before}\n{sentence}\n{after}"

    assert judge({"question": text}, ALLOWED).refused


@given(st.text())
def test_any_text_is_judged_without_falling_over(text):
    judge({"question": text}, ALLOWED)


@pytest.mark.parametrize("piece", ["St ", "a.", "a.1_", "A ", "I ", "a-", "case ref ", "one "])
def test_text_made_to_keep_the_rules_busy_is_judged_all_the_same(piece):
    """One that tries every way to read such a text would not come back in a year."""
    judge({"question": (piece * 5000)[:5000]}, ALLOWED)
