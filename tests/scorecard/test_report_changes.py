import pytest

from scorecard.published import Unit
from scorecard.rag import Polarity, Rag
from scorecard.report.changes import changes_since, disagreements, in_words, joined, otherwise_by_month
from scorecard.report.months import Months
from scorecard.travel import Comparison, DirectionOfTravel
from tests.scorecard.readings import AUGUST, reading, row, scorecard

# Against June: the target is 90 and the floor 80
BETTER, WORSE, SAME = ("85.0", None, "84.0"), ("85.0", None, "86.0"), ("85.0", None, "85.0")
UNKNOWN = ("85.0", None, None)
GREEN = ("95.0", None, "95.0")


def since_panel(*figures, **how):
    return changes_since(scorecard(*(row(*months, **how) for months in figures)), Comparison.PREVIOUS_PANEL)


def test_without_an_earlier_month_nothing_is_told():
    alone = Months(AUGUST, (AUGUST,), {})

    assert changes_since(scorecard(row("95.0"), months=alone), Comparison.PREVIOUS_PANEL) is None


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ([GREEN], "No ratings changed"),
        ([("85.0", None, "95.0")], "One rating changed"),
        ([("85.0", None, "95.0"), ("95.0", None, "85.0")], "Two ratings changed"),
        ([("85.0", None, "95.0")] * 12, "12 ratings changed"),
    ],
)
def test_changed_ratings_are_counted(figures, sentence):
    assert since_panel(*figures).how_many == sentence


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (("85.0", None, "95.0"), "went from green to amber, 95.0% to 85.0% (target 90%)"),
        (("95.0", None, "79.9"), "went from red to green, 79.9% to 95.0% (target 90%)"),
        ((None, None, "95.0"), "went from green to not rated: not reported"),
    ],
)
def test_changed_rating_is_told_with_both_figures(figures, words):
    (change,) = since_panel(figures).rating_changes

    assert change.words == words
    assert change.sentence == f"Reviews held on time {words}"


def test_unit_of_a_change_is_said_once():
    (change,) = since_panel(
        ("121.7", None, "112"),
        target=121,
        floor=150,
        measure={"unit": Unit.DAYS, "polarity": Polarity.LOWER_IS_BETTER},
    ).rating_changes

    assert change.words == "went from green to amber, 112.0 to 121.7 days (target 121 days)"


def test_changed_rating_names_an_illustrative_earlier_figure():
    told = row("85.0", None, "95.0", is_illustrative=True)
    now = told.now._replace(is_illustrative=False)

    (change,) = changes_since(scorecard(told._replace(now=now)), Comparison.PREVIOUS_PANEL).rating_changes

    assert change.words == "went from green to amber, 95.0% (illustrative) to 85.0% (target 90%)"


def test_rating_that_was_lost_to_a_small_denominator_says_so():
    (change,) = changes_since(scorecard(_small_now()), Comparison.PREVIOUS_PANEL).rating_changes

    assert change.words == "went from green to not rated: the denominator of 4 is below 5, too few to rate"


def _small_now():
    return row("95.0", None, "95.0")._replace(now=reading("75.0", 3, 4))


def test_rating_without_a_figure_then_has_not_changed():
    assert since_panel(("85.0", None, None)).rating_changes == ()


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ([GREEN], "No rated indicator misses its target"),
        ([BETTER], "The one amber indicator moved towards its target"),
        ([WORSE], "The one amber indicator moved away from its target"),
        ([SAME], "The one amber indicator stayed as far from its target"),
        ([UNKNOWN, GREEN], "The one amber indicator cannot be compared"),
        ([BETTER, BETTER], "Both amber indicators moved towards their targets"),
        ([SAME, SAME, SAME], "All three amber indicators stayed as far from their targets"),
        (
            [BETTER, WORSE],
            "Of two amber indicators one moved towards its target and one moved away",
        ),
        (
            [BETTER] * 7 + [WORSE] * 4,
            "Of 11 amber indicators seven moved towards their targets and four moved away",
        ),
        (
            [BETTER, WORSE, WORSE, SAME, UNKNOWN],
            "Of five amber indicators one moved towards its target, two moved away, "
            "one stayed as far away and one cannot be compared",
        ),
        ([("79.0", None, "78.0")], "The one red indicator moved towards its target"),
        (
            [BETTER, ("79.0", None, "79.5")],
            "Of two amber or red indicators one moved towards its target and one moved away",
        ),
    ],
)
def test_those_that_miss_their_target_are_told_by_the_way_they_went(figures, sentence):
    changes = since_panel(*figures)

    assert changes.sentences[-1] == sentence
    assert [move.words for move in changes.moves] == list(dict.fromkeys(move.words for move in changes.moves))


def test_where_these_children_had_no_figure_at_all_only_that_is_said():
    assert since_panel(UNKNOWN, UNKNOWN).sentences == (
        "There are no figures for these children for June 2018, so nothing can be compared",
    )


def test_moves_name_their_indicators():
    moves = since_panel(BETTER, WORSE, GREEN).moves

    assert [(move.direction, len(move.rows), move.number) for move in moves] == [
        (DirectionOfTravel.IMPROVING, 1, "one"),
        (DirectionOfTravel.WORSENING, 1, "one"),
    ]


def test_sentences_begin_with_the_count_and_end_with_the_moves():
    assert since_panel(("85.0", None, "95.0")).sentences == (
        "One rating changed",
        "Reviews held on time went from green to amber, 95.0% to 85.0% (target 90%)",
        "The one amber indicator moved away from its target",
    )


@pytest.mark.parametrize(
    ("july", "june", "differs"),
    [
        ("86.0", "84.0", True),
        ("85.0", "84.0", True),
        ("84.5", "84.0", False),
        ("85.0", "85.0", False),
        (None, "84.0", False),
        ("86.0", None, False),
    ],
)
def test_month_and_panel_disagree_when_both_judge_and_differ(july, june, differs):
    found = disagreements(scorecard(row("85.0", july, june)))

    assert bool(found) == differs


def test_green_indicator_is_not_among_the_disagreements():
    assert disagreements(scorecard(row("95.0", "96.0", "94.0"))) == ()


def test_disagreements_tell_both_sides():
    found = otherwise_by_month(scorecard(row("85.0", "86.0", "84.0")))

    assert found.sentence == "One of them looks different when compared with July 2018"
    assert [told[1:] for told in found.rows] == [
        ("up 1.0 points since June 2018, improved", "down 1.0 points since July 2018, worsened")
    ]


def test_two_disagreements_are_in_the_plural():
    found = otherwise_by_month(scorecard(row("85.0", "86.0", "84.0"), row("85.0", "86.0", "84.0")))

    assert found.sentence == "Two of them look different when compared with July 2018"


def test_no_disagreement_is_no_sentence():
    assert otherwise_by_month(scorecard(row("85.0", "84.0", "84.0"))) is None


@pytest.mark.parametrize(("number", "words"), [(0, "no"), (1, "one"), (9, "nine"), (10, "10"), (48, "48")])
def test_numbers_to_nine_are_words(number, words):
    assert in_words(number) == words


@pytest.mark.parametrize(
    ("parts", "words"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_parts_are_joined_as_in_speech(parts, words):
    assert joined(parts) == words


def test_colours_before_and_now_are_kept_apart_from_the_words():
    (change,) = since_panel(("85.0", None, "95.0")).rating_changes

    assert (change.before, change.now) == (Rag.GREEN, Rag.AMBER)
