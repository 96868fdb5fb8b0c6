from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps

from core.fixtures import read_csv
from scorecard.demonstration.reference import load_reference_data
from scorecard.models import BaselineBreak, Benchmark, Indicator, Section, Threshold, Variant
from scorecard.models.indicators import AreaType
from tests.scorecard.published_2018 import ROWS

pytestmark = pytest.mark.django_db


def events() -> int:
    """Rows that the audit trail holds."""
    tracked = [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]
    return sum(model.objects.count() for model in tracked)


@pytest.fixture
def reference():
    return load_reference_data()


def test_reference_data_has_every_indicator_of_the_scorecard(reference):
    assert reference == 48
    assert list(Indicator.objects.values_list("code", flat=True)) == [f"CIC{n:02}" for n in range(1, 49)]
    assert Counter(Indicator.objects.values_list("is_kpi", flat=True)) == {True: 24, False: 24}


def test_sections_stand_in_the_order_of_the_scorecard(reference):
    counts = [(section.name, section.indicators.count()) for section in Section.objects.all()]

    assert counts == [
        ("Care planning and placements", 16),
        ("Education", 5),
        ("Health", 6),
        ("Adoption and permanence", 8),
        ("Missing and complaints", 5),
        ("Care leavers", 5),
        ("Workforce", 3),
    ]


def test_rated_indicators_are_half_snapshots_and_half_rolling_years(reference):
    periods = Counter(Indicator.objects.filter(is_kpi=True).values_list("data_period", flat=True))

    assert periods == {"SS": 12, "R12M": 12}


def test_every_indicator_is_valid_and_says_what_it_counts_and_who_answers_for_it(reference):
    for indicator in Indicator.objects.all():
        indicator.full_clean()
        assert indicator.definition
        assert indicator.owner
        assert indicator.source_document


def test_parts_are_named_exactly_where_the_scorecard_prints_them(reference):
    printed = {row["code"]: bool(row["denominator"]) for row in read_csv("scorecard-2018-08")}
    without_figures = {"CIC20", "CIC21"}

    named = {i.code: bool(i.numerator_label and i.denominator_label) for i in Indicator.objects.all()}

    assert named == printed | dict.fromkeys(without_figures, True)


def test_definitions_that_span_earlier_months_are_marked(reference):
    marked = Indicator.objects.filter(looks_back=True)

    assert list(marked.values_list("code", flat=True)) == ["CIC03", "CIC04", "CIC05", "CIC11"]
    assert set(marked.values_list("data_period", flat=True)) == {"SS"}


def test_every_rated_indicator_has_a_target_and_an_illustrative_floor_on_any_day(reference):
    for day in (date(2015, 12, 31), date(2018, 3, 31), date(2018, 4, 1), date(2018, 8, 31)):
        valid = Threshold.objects.filter(variant=Variant.ALL, valid_from__lte=day).exclude(valid_to__lt=day)
        assert valid.count() == 24
        assert all(t.target is not None and t.floor is not None and t.is_floor_illustrative for t in valid)


def test_targets_of_2018_are_the_printed_ones(reference):
    targets = Threshold.objects.filter(variant=Variant.ALL, valid_to=None).values_list(
        "indicator__code", "target"
    )

    assert dict(targets) == {row.code: row.target for row in ROWS if row.target is not None}


def test_only_targets_from_april_2018_are_said_to_be_the_council_s(reference):
    from_the_scorecard = Threshold.objects.filter(source__startswith="Target: panel scorecard, August 2018.")
    illustrative = Threshold.objects.filter(source__contains="illustrative, not from the council")

    assert set(from_the_scorecard.values_list("valid_from", flat=True)) == {date(2018, 4, 1)}
    assert set(illustrative.values_list("valid_from", flat=True)) == {date(2015, 4, 1)}
    assert from_the_scorecard.count() + illustrative.count() == Threshold.objects.count()


def test_figures_without_unaccompanied_children_have_the_same_targets(reference):
    targets = dict(
        Threshold.objects.filter(variant=Variant.EXC_UASC, valid_to=None).values_list(
            "indicator__code", "target"
        )
    )
    printed_rating = {row["code"] for row in read_csv("scorecard-2018-08") if row["exc_uasc_rag"]}

    assert set(targets) == printed_rating
    assert targets["CIC04"] == 10


def test_benchmarks_say_in_words_what_their_footnotes_meant(reference):
    areas = Counter(Benchmark.objects.values_list("area_type", flat=True))
    rate = Benchmark.objects.get(indicator__code="CIC08")

    assert areas == {
        AreaType.ENGLAND: 3,
        AreaType.NOT_STATED: 8,
        AreaType.NEIGHBOURS: 1,
        AreaType.REGION: 1,
    }
    assert (rate.value, rate.excludes_uasc) == (Decimal("57.8"), True)
    assert not Benchmark.objects.filter(source_label__contains="*").exists()
    assert not Benchmark.objects.filter(comparability_note="").exists()


def test_breaks_stand_where_the_recording_system_changed(reference):
    breaks = BaselineBreak.objects.values_list("indicator__code", "kind", "from_period__ends_on")

    assert list(breaks) == [
        ("CIC20", "system", date(2018, 4, 30)),
        ("CIC21", "system", date(2018, 4, 30)),
    ]


def test_loading_again_writes_nothing(reference):
    before = events()
    assert before > 48

    assert load_reference_data() == 0
    assert events() == before


def test_loading_again_leaves_what_the_council_has_changed(reference):
    Indicator.objects.filter(code="CIC03").update(name="Our own name")
    Threshold.objects.filter(indicator__code="CIC03", valid_to=None).update(valid_from=date(2018, 5, 1))

    load_reference_data()

    assert Indicator.objects.get(code="CIC03").name == "Our own name"
    assert Threshold.objects.filter(indicator__code="CIC03", variant=Variant.ALL).count() == 2


def test_an_indicator_that_is_missing_is_added_with_all_that_belongs_to_it(reference):
    indicator = Indicator.objects.get(code="CIC04")
    indicator.thresholds.all().delete()
    indicator.benchmarks.all().delete()
    indicator.delete()

    assert load_reference_data() == 1
    assert Threshold.objects.filter(indicator__code="CIC04").count() == 4
    assert Benchmark.objects.filter(indicator__code="CIC04").count() == 3
