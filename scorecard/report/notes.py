"""What a reader of the scorecard needs to know, in the words of page, workbook and paper alike."""

KEY = (
    ("Green", "The target is met. Meeting it exactly counts."),
    ("Amber", "The target is missed and the floor standard is met."),
    ("Red", "The floor standard is missed."),
    ("Not rated", "An activity measure, no figure, no target, or a denominator below 5."),
)
DIRECTIONS = (
    "The arrow is the movement of the number itself. The word says whether that is better or worse, which depends "
    "on the indicator.",
    "Every direction names the month that it is measured against. Unchanged means the same as published.",
    "Nothing is compared across the first month of a new count, a change of the measure, or a denominator below 5.",
)
DATA_PERIODS = (
    ("Snapshot", "The position on the last day of the month."),
    ("Rolling 12 months", "The 12 months up to the end of the month."),
    ("Year to date", "From 1 April. In April to June few children are counted, so take care."),
    ("Academic year to date", "From 1 September to 31 August."),
    ("Month", "What happened in the month alone."),
    ("Annual", "One figure a year."),
)
FIGURES = (
    "Figures are rounded half up. A percentage below 100 is never printed as 100, and one above 0 never as 0.",
    "Ratings and directions are worked out from the figures as they are printed.",
    "A benchmark is another area's figure for its own period. It is never a rating of ours.",
    "Illustrative figures and floors were made up for this demonstration.",
)
NOTES = (
    *(f"{word}: {meaning}" for word, meaning in KEY),
    *DIRECTIONS,
    *(f"{word}: {meaning}" for word, meaning in DATA_PERIODS),
    *FIGURES,
)
