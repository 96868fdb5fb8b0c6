"""Of a figure that looks back over many months, each month on its own, where its parts are kept."""

from collections.abc import Sequence

from scorecard.periods import OVER_MANY_MONTHS, DataPeriod
from scorecard.published import Unit
from scorecard.report.readings import FigureParts, Measure, Reading, read


def months_alone(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """From the first month with parts of its own; empty where no month has any, or the figure is of a month anyway."""
    if readings[-1].measure.data_period not in OVER_MANY_MONTHS:
        return ()
    alone = [_alone(reading) for reading in readings]
    first = next((place for place, reading in enumerate(alone) if reading.figure is not None), len(alone))
    return tuple(alone[first:])


def _alone(reading: Reading) -> Reading:
    measure = reading.measure._replace(data_period=DataPeriod.M)
    return read(measure, reading.month, reading.variant, _parts(reading, measure), reading.dated_lines)


def _parts(reading: Reading, measure: Measure) -> FigureParts | None:
    """A count has no denominator: its numerator is the figure."""
    numerator, denominator = reading.month_numerator, reading.month_denominator
    if numerator is None:
        return None
    value = numerator if measure.unit == Unit.COUNT and denominator is None else None
    return FigureParts(
        value,
        numerator,
        denominator,
        reading.status,
        reading.is_provisional,
        reading.is_illustrative,
        "",
        reading.revision,
    )
