"""Indicators, sections, targets and benchmarks."""

from tests.access_examples.registry import example
from tests.factories.scorecard import BaselineBreakFactory, BenchmarkFactory, SectionFactory, ThresholdFactory


@example(
    "scorecard:indicator_manage",
    "scorecard:indicator_edit",
    "scorecard:indicator_move",
    "scorecard:indicator_retire",
    "scorecard:indicator_restore",
    "scorecard:indicator_history",
    "scorecard:target_set",
    "scorecard:benchmark_add",
    "scorecard:break_add",
)
def an_indicator_with_a_target() -> dict:
    return {"code": ThresholdFactory().indicator.code}


@example(
    "scorecard:section_edit",
    "scorecard:section_move",
    "scorecard:section_retire",
    "scorecard:section_restore",
)
def a_section() -> dict:
    return {"pk": SectionFactory().pk}


@example("scorecard:target_withdraw")
def a_target() -> dict:
    return {"pk": ThresholdFactory().pk}


@example("scorecard:benchmark_edit", "scorecard:benchmark_withdraw")
def a_benchmark() -> dict:
    return {"pk": BenchmarkFactory().pk}


@example("scorecard:break_withdraw")
def a_break() -> dict:
    return {"pk": BaselineBreakFactory().pk}
