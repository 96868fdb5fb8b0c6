"""How others do: another area's figure in words, with where it comes from and what sets it apart from ours."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from scorecard.models import Benchmark
from scorecard.periods import shift_months
from scorecard.published import Unit, line_in_words

STALE_AFTER_MONTHS = 24


class BenchmarkLine(NamedTuple):
    """`place` says whose figure of when: "England, 2016/17"."""

    place: str
    figure: str
    source: str
    cautions: tuple[str, ...]


def benchmark_lines(benchmarks: Iterable[Benchmark], *, unit: Unit, on: date) -> list[BenchmarkLine]:
    """As they stand beside figures of the month that ends `on`."""
    return [
        BenchmarkLine(
            ", ".join(filter(None, [benchmark.area, benchmark.period_label])),
            line_in_words(benchmark.value, unit=unit),
            benchmark.source_label,
            tuple(
                filter(
                    None,
                    [benchmark.comparability_note, _scope(benchmark), _model(benchmark), _age(benchmark, on)],
                )
            ),
        )
        for benchmark in benchmarks
    ]


def _scope(benchmark: Benchmark) -> str:
    return "Excludes unaccompanied asylum-seeking children." if benchmark.excludes_uasc else ""


def _model(benchmark: Benchmark) -> str:
    return f"Neighbours by the {benchmark.neighbour_model} model." if benchmark.neighbour_model else ""


def _age(benchmark: Benchmark, on: date) -> str:
    ended = benchmark.period_ends_on
    is_old = ended is not None and ended < shift_months(on, -STALE_AFTER_MONTHS)
    return "More than two years older than our figure." if is_old else ""
