"""The words of the scorecard, explained once: for the glossary page, and where the keys take theirs from."""

from typing import NamedTuple

from scorecard.report.notes import DATA_PERIODS, MEANINGS, every_short_form

# As the panel's own scorecard shortens them.
PERIOD_CODES = {
    "Snapshot": "SS",
    "Rolling 12 months": "R12M",
    "Year to date": "YTD",
    "Academic year to date": "AC YTD",
    "Month": "M",
    "Annual": "A",
}


class Term(NamedTuple):
    """`short` is how the scorecard shortens it, empty where it does not."""

    word: str
    meaning: str
    short: str = ""

    @property
    def anchor(self) -> str:
        """Where its explanation stands on the page."""
        return "-".join("".join(c if c.isalnum() else " " for c in self.word.lower()).split())


class Chapter(NamedTuple):
    title: str
    terms: tuple[Term, ...]

    @property
    def anchor(self) -> str:
        return f"about-{Term(self.title, '').anchor}"


RATINGS = (
    Term("Rating", "A colour and a word that say how a figure stands against its target and floor.", "RAG"),
    *(Term(rating.label, meaning) for rating, meaning in MEANINGS.items()),
    Term("Target", "What the council means to reach. Each target has dates, so a month keeps its own."),
    Term(
        "Floor standard",
        "The least that is acceptable. Past it the rating is red, whatever the target. Where lower is better it is "
        "the most that is acceptable.",
    ),
    Term(
        "Tolerance",
        "How far from the target is still green, where neither more nor less is better than the target itself.",
    ),
    Term(
        "Met by rounding",
        "The figure reaches its target or floor as it is printed, but not before it was rounded.",
    ),
)
NOISE = (
    Term("Average line", "The mean of the months shown, or of those since the limits were started again."),
    Term(
        "Control limits",
        "Between them a month may lie without anything having changed. "
        "They come from the usual step from month to month.",
    ),
    Term(
        "Ordinary variation", "Movement within the limits and without a run: no reason to look for a cause."
    ),
    Term(
        "Run",
        "Seven or more months on one side of the average, or each higher, or each lower, than the one before.",
    ),
)
INDICATORS = (
    Term("Indicator", "One thing that is measured, every month or once a year."),
    Term("Key performance indicator", "An indicator that is rated against a target.", "KPI"),
    Term("Activity measure", "An indicator shown for information. It is never rated."),
    Term(
        "Numerator",
        "The children, days or events that are counted: in 496 of 1,040 children it is the 496.",
    ),
    Term(
        "Denominator",
        "What they are counted out of: in 496 of 1,040 children it is the 1,040. Below 5 nothing is rated or compared.",
    ),
    Term("Small cohort", "Fewer than 10 children, so that one child moves the figure a long way."),
    Term(
        "Excluding unaccompanied children",
        "The same figure without unaccompanied asylum-seeking children, who arrive and leave in other ways.",
        "exc UASC",
    ),
)
MOVEMENT = (
    Term(
        "Direction",
        "The arrow is the number's own movement. The word beside it says whether that is better or worse.",
    ),
    Term("Baseline", "The earlier month that a direction is measured against. It is always named."),
    Term("Unchanged", "The same as printed, however the figures differ before rounding."),
    Term(
        "Break",
        "A month from which figures cannot be compared with those before, because the definition, the system or the "
        "way of working changed.",
    ),
    Term("Benchmark", "Another area's figure for its own period. Ours is never rated against it."),
)
FIGURES = (
    Term("Provisional", "May still change, for example until a national return closes."),
    Term("Revised", "A later upload changed the figure. The earlier one is kept."),
    Term("Suppressed", "Not shown, because so few children are counted that one could be recognised."),
    Term("Illustrative", "Made up for this demonstration, and not the council's."),
)
PERIODS = tuple(Term(name, meaning, PERIOD_CODES[name]) for name, meaning in DATA_PERIODS)
SMALL_FORMS = (Term("Ave.", "Average."), Term("Exc.", "Excluding: not counted."), Term("No.", "Number."))


def glossary() -> tuple[Chapter, ...]:
    return (
        Chapter("Ratings and targets", RATINGS),
        Chapter("Indicators and how they are counted", INDICATORS),
        Chapter("Data periods", PERIODS),
        Chapter("Directions and comparisons", MOVEMENT),
        Chapter("Noise and change", NOISE),
        Chapter("What may be said of a figure", FIGURES),
        Chapter("Short forms", _short_forms()),
    )


def _short_forms() -> tuple[Term, ...]:
    """As names and definitions of indicators have them, by letter."""
    spelt_out = [Term(short, f"{full[:1].upper()}{full[1:]}.") for short, full in every_short_form()]
    return tuple(sorted((*spelt_out, *SMALL_FORMS), key=lambda term: term.word.lower()))
