"""What the control limits of an indicator say in sentences, and where there are none, why."""

from decimal import Decimal

import pytest

from scorecard.models import Indicator, Rebase, ReportingPeriod
from scorecard.periods import DataPeriod, shift_months
from scorecard.published import Unit
from scorecard.report.limits import key_of_signals, limits_shown, stands_out, stands_out_briefly
from scorecard.report.months import Month
from scorecard.report.variability import variability
from scorecard.report.verdict import verdict
from scorecard.spc import Variation
from tests.scorecard.readings import AUGUST, Lines, not_uploaded, reading

# Mean 11 and mean range 2: limits 5.68 and 16.32.
STEADY = [10, 12] * 8


def back(months: int) -> Month:
    return Month(100 - months, shift_months(AUGUST.ends_on, -months))


def found(values, *, rebased: int | None = None, breaks=(), looks_back=False, conflict="concern", **how):
    """The last value is of August 2018. `rebased` counts months before that."""
    measure = how.pop("measure", {})
    illustrative = how.pop("illustrative", ())
    readings = [
        not_uploaded(back(place), measure=measure)
        if value is None
        else reading(
            str(value), month=back(place), measure=measure, is_illustrative=place in illustrative, **how
        )
        for place, value in zip(reversed(range(len(values))), values, strict=True)
    ]
    rebases = [] if rebased is None else [Rebase(at_period=ReportingPeriod(ends_on=back(rebased).ends_on))]
    indicator = Indicator(looks_back=looks_back, conflict=conflict)
    return variability(readings, indicator, rebases, breaks)


def sentences(*values, **how) -> list[str]:
    return verdict(found(list(values), target=None, **how)).sentences


def test_ordinary_variation_names_figure_month_and_range():
    told = verdict(found(STEADY, target=None))

    assert told.variation == Variation.COMMON_CAUSE
    assert told.text == (
        "Ordinary variation. 12.0% in August 2018 is within the usual range of 5.7% to 16.3% and part of no run. "
        "A movement like this is most likely noise."
    )


@pytest.mark.parametrize(
    ("polarity", "high", "low"),
    [
        ("H", "Unusually high: an improvement", "Unusually low: a concern"),
        ("L", "Unusually high: a concern", "Unusually low: an improvement"),
        ("T", "Unusually high, neither better nor worse", "Unusually low, neither better nor worse"),
        ("", "Unusually high, neither better nor worse", "Unusually low, neither better nor worse"),
    ],
)
def test_what_stands_out_is_judged_by_polarity(polarity, high, low):
    measure = {"polarity": polarity}

    assert verdict(found([*STEADY, 30], target=None, measure=measure)).lead == high
    assert verdict(found([*(40 - value for value in STEADY), 10], target=None, measure=measure)).lead == low


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ([*STEADY, 30], "30.0% in August 2018 is above the upper limit of 20.1%"),
        (
            [*STEADY, *["11.9"] * 8],
            "11.9% in August 2018 is in a run of 7 or more months above the average of 11.3%",
        ),
        (
            [*STEADY, 12, 8, 9, 10, "10.5", 11, "11.5", 12],
            "12.0% in August 2018 is in a run of 7 or more months, each higher than the one before",
        ),
        (
            [*STEADY, 9, 16, "11.5", 16],
            "16.0% in August 2018 is near the upper limit or past it, as at least two of three months in a row are",
        ),
    ],
)
def test_what_stands_out_says_by_which_rule(values, why):
    assert sentences(*values) == [f"{why}. This is unlikely to be noise."]


def test_several_rules_have_a_sentence_each():
    (sentence,) = sentences(*STEADY, *[12] * 6, 16, 16)

    assert sentence == (
        "16.0% in August 2018 is above the upper limit of 15.6%. It is also in a run of 7 or more months above the "
        "average of 11.7%. It is also near the upper limit or past it, as at least two of three months in a row are. "
        "This is unlikely to be noise."
    )


@pytest.mark.parametrize(
    ("values", "brief", "key"),
    [
        (STEADY, "", []),
        (
            [*STEADY, *[12] * 6, 16, 16],
            "Improvement: past limit, run, near limit",
            ["past limit", "run", "near limit"],
        ),
        ([*STEADY, 12, 8, 9, 10, "10.5", 11, "11.5", 12], "Improvement: rising", ["rising"]),
        ([*STEADY, 10, 14, 13, 12, "11.5", 11, "10.5", 10], "Concern: falling", ["falling"]),
    ],
)
def test_what_stands_out_is_told_in_brief_with_a_key_to_each_word(values, brief, key):
    told = found(values, target=None)

    assert stands_out_briefly(told.readings[-1], told) == brief
    assert [word for word, _ in key_of_signals(told)] == key


def test_key_says_what_a_brief_word_means():
    assert key_of_signals(found([*STEADY, 12, 8, 9, 10, "10.5", 11, "11.5", 12], target=None)) == [
        ("rising", "one of 7 or more months in a row, each higher than the one before")
    ]


BOTH_WAYS = [0, 1, 0, 1, 0, 1, 0, 1, 20, 19, 18, 17, 16, 15, 14, 13]


@pytest.mark.parametrize(
    ("polarity", "conflict", "lead", "second"),
    [
        (
            "H",
            "concern",
            "Unusually low: a concern",
            "But it is in a run of 7 or more months above the average of 8.5%. It is also near the upper limit or past "
            "it, as at least two of three months in a row are. What is both counts as a concern here.",
        ),
        (
            "H",
            "improvement",
            "Unusually high: an improvement",
            "But it is in a run of 7 or more months, each lower than the one before. "
            "What is both counts as an improvement here.",
        ),
        (
            "",
            "concern",
            "Unusually high, neither better nor worse",
            "But it is in a run of 7 or more months, each lower than the one before.",
        ),
    ],
)
def test_figure_that_is_good_and_bad_says_which_counts(polarity, conflict, lead, second):
    told = verdict(found(BOTH_WAYS, target=None, conflict=conflict, measure={"polarity": polarity}))

    assert told.lead == lead
    assert told.sentences[1] == second


def test_month_of_the_latest_figure_is_named_where_the_last_months_have_none():
    assert sentences(*STEADY, None, None)[0].startswith("12.0% in June 2018 is within")


@pytest.mark.parametrize(
    ("polarity", "target", "words"),
    [
        ("H", 5, "The target of 5% can be relied on: all of the usual range meets it."),
        (
            "H",
            17,
            "The target of 17% will not be met unless something changes: none of the usual range goes past it.",
        ),
        (
            "H",
            11,
            "The target of 11% lies within the usual range: whether a month meets it is a matter of chance.",
        ),
        ("L", 17, "The target of 17% can be relied on: all of the usual range meets it."),
        (
            "L",
            5,
            "The target of 5% will not be met unless something changes: none of the usual range goes past it.",
        ),
    ],
)
def test_assurance_holds_the_usual_range_against_the_target(polarity, target, words):
    assert verdict(found(STEADY, target=target, measure={"polarity": polarity})).sentences[1] == words


@pytest.mark.parametrize(
    ("tolerance", "target", "words"),
    [
        (6, 11, "The target of 11% can be relied on: all of the usual range is near enough to it."),
        (
            1,
            11,
            "The usual range is near the target of 11% in part only: whether a month meets it is a matter of chance.",
        ),
        (
            1,
            20,
            "The target of 20% will not be met unless something changes: all of the usual range is too far from it.",
        ),
    ],
)
def test_assurance_of_a_target_in_the_middle_speaks_of_nearness(tolerance, target, words):
    lines = Lines(Decimal(target), tolerance=Decimal(tolerance))

    assert verdict(found(STEADY, lines=lines, measure={"polarity": "T"})).sentences[1] == words


def test_activity_measure_is_held_against_no_target():
    assert len(verdict(found(STEADY, target=5, measure={"is_kpi": False})).sentences) == 1


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ([10], "1 month has a figure, and 12 are needed."),
        ([10, 12] * 5 + [10], "11 months have a figure, and 12 are needed."),
        ([5, None] * 15, "No two months next to each other have a figure."),
    ],
)
def test_too_few_figures_say_how_many_are_needed(values, sentence):
    told = verdict(found(values, target=5))

    assert (told.variation, told.lead, told.sentences) == (
        None,
        "A change cannot be told from chance",
        [sentence],
    )


@pytest.mark.parametrize(("figures", "is_trial"), [(12, True), (14, True), (15, False)])
def test_limits_from_few_figures_are_on_trial(figures, is_trial):
    words = f"The limits are on trial: {figures} months have a figure, and with 15 they settle."

    assert (words in sentences(*STEADY[:figures])) == is_trial


@pytest.mark.parametrize(("since", "is_trial"), [(11, True), (12, False)])
def test_limits_are_on_trial_while_few_figures_follow_a_rebase(since, is_trial):
    told = sentences(*STEADY, *([50, 54] * 6)[:since], rebased=since - 1)

    begun = back(since - 1).label
    words = f"The limits are on trial: {since} months have a figure since they started again in {begun}, and with 12"
    assert any(sentence.startswith(words) for sentence in told) == is_trial


def test_first_month_after_a_rebase_has_no_limits_yet():
    told = verdict(found([*STEADY, 50], target=5, rebased=0))

    assert (told.variation, told.lead) == (None, "A change cannot be told from chance")
    assert told.sentences == [
        "The limits start again in August 2018, and two months next to each other with a figure are needed."
    ]


@pytest.mark.parametrize(
    ("data_period", "sentences"),
    [
        (
            DataPeriod.R12M,
            [
                (
                    "Each figure covers 12 months, eleven of which the figure before it covers too. "
                    "It moves so little from month to month that ordinary ups and downs would look like news."
                ),
                "To tell, each month would have to be counted on its own, and that is not in the portal yet.",
            ],
        ),
        (
            DataPeriod.YTD,
            [
                "Each figure counts the months before it as well, and the count begins anew every April.",
                "To tell, each month would have to be counted on its own, and that is not in the portal yet.",
            ],
        ),
        (DataPeriod.A, ["One figure a year is too few."]),
    ],
)
def test_figures_that_may_have_no_limits_say_why(data_period, sentences):
    told = verdict(found(STEADY, measure={"data_period": data_period}))

    assert (told.variation, told.lead, told.sentences) == (
        None,
        "A change cannot be told from chance",
        sentences,
    )


def test_small_cohort_stays_a_plain_line():
    told = verdict(found([None] * 4 + [10] * 12, denominator=19, numerator=2, measure={}))

    assert told.sentences == ["Most denominators are below 20, so percentages jump by chance."]


def test_definition_that_looks_back_is_a_caution():
    assert sentences(*STEADY, looks_back=True)[1].startswith(
        "Read the limits with care: the definition itself"
    )


@pytest.mark.parametrize(("months_back", "is_told"), [(16, False), (15, False), (14, True), (0, True)])
def test_limits_over_a_change_of_the_measure_say_so(months_back, is_told):
    day = back(months_back).ends_on.replace(day=1)
    words = (
        f"The measure changed in {back(months_back).label}, and the limits are worked out from months before"
    )

    assert any(told.startswith(words) for told in sentences(*STEADY, breaks=[day])) == is_told


def test_rebase_at_the_change_of_the_measure_ends_the_caution():
    day = back(12).ends_on.replace(day=1)

    assert not any(
        "measure changed" in told for told in sentences(*STEADY, *STEADY, breaks=[day], rebased=12)
    )


def test_limits_of_invented_figures_alone_say_so():
    told = sentences(*STEADY, illustrative=range(16))

    assert told[-1] == "All 16 figures behind the limits are illustrative."


def test_invented_figures_behind_the_limits_are_counted():
    assert sentences(*STEADY, illustrative={3, 4, 5})[-1] == (
        "3 of the 16 figures behind the limits are illustrative."
    )


@pytest.mark.parametrize(
    ("values", "unit", "words"),
    [
        ([98, 100] * 8, Unit.PERCENT, "93.7% to 100.0%"),
        ([0, 2] * 8, Unit.PERCENT, "0.0% to 6.3%"),
        ([98, 100] * 8, Unit.COUNT, "93.7 to 104.3"),
        ([98, 100] * 8, Unit.DAYS, "93.7 days to 104.3 days"),
    ],
)
def test_usual_range_stops_where_figures_must(values, unit, words):
    measure = {"unit": unit, "decimals": 0 if unit == Unit.COUNT else 1}

    assert f"within the usual range of {words} and" in sentences(*values, measure=measure)[0]


def test_limits_shown_can_be_worked_out_again():
    shown = limits_shown(found([*STEADY, *[50, 54] * 6], target=None, rebased=11))

    assert shown.parts == [
        ("September 2017 to August 2018", 12, "52.000", "4.000", "41.360", "62.640"),
        ("May 2016 to August 2017", 16, "11.000", "2.000", "5.680", "16.320"),
    ]
    assert str(shown.icon).startswith("<svg")


def test_nothing_is_shown_of_limits_that_are_not_there():
    shown = limits_shown(found([10, 12], target=None))

    assert (shown.parts, shown.icon) == ([], None)
    assert [stands_out for _, stands_out in shown.rows] == ["", ""]


def test_month_that_stands_out_says_so_in_its_row():
    looked_at = found([*STEADY, 30], target=None)
    ordinary = found(STEADY, target=None)

    assert stands_out(looked_at.readings[-1], looked_at) == "Improvement: above the upper limit of 20.1%"
    assert {stands_out(reading, ordinary) for reading in ordinary.readings} == {""}


def test_month_is_held_against_the_limits_of_its_own_part():
    looked_at = found([*STEADY, 30, *[50, 54] * 6], target=None, rebased=11)

    assert stands_out(looked_at.readings[16], looked_at) == "Improvement: above the upper limit of 20.1%"
