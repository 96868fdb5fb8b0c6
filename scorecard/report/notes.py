"""What a reader of the scorecard needs to know, in the words of page, workbook and paper alike."""

import re
from collections.abc import Iterable

from django.conf import settings

from scorecard.rag import Rag

MEANINGS = {
    Rag.GREEN: "The target is met. Meeting it exactly counts.",
    Rag.AMBER: "The target is missed and the floor standard is met.",
    Rag.RED: "The floor standard is missed.",
    Rag.NOT_RATED: "An activity measure, no figure, no target, or a denominator below 5.",
}
KEY = tuple((rating.label, meaning) for rating, meaning in MEANINGS.items())
DIRECTIONS = (
    "The arrow is the movement of the number itself. The word says whether that is better or worse, which depends "
    "on the indicator.",
    "Every direction names the month that it is measured against. Unchanged means the same as published.",
    "Nothing is compared across the first month of a new count, a change of the measure, or a denominator below 5.",
)
DATA_PERIODS = (
    ("Snapshot", "The position on the last day of the month."),
    (
        "Rolling 12 months",
        "The 12 months up to the end of the month. A change shows twice: when its month joins, and a year later when "
        "it leaves.",
    ),
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

# Names of indicators are the council's own. Whatever they shorten is written out once a page.
SHORT_FORMS = {
    "BLA": "becoming looked after",
    "CIC": "child or children in care",
    "EHCP": "education, health and care plan",
    "IHA": "initial health assessment",
    "IRO": "independent reviewing officer",
    "KPI": "key performance indicator",
    "LAC": "looked after child, another name for a child in care",
    "NEET": "not in education, employment or training",
    "OLA": "other local authority",
    "P&V": "private and voluntary",
    "QSW": "qualified social worker",
    "SDQ": "strengths and difficulties questionnaire",
    "SEN": "special educational needs",
    "SGO": "special guardianship order",
    "UASC": "unaccompanied asylum-seeking children",
}
WORD = re.compile(r"[A-Za-z&]+")


def short_forms(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Those that occur, each with what it stands for, by letter; "IROs" and "bla" count too."""
    words = {word.upper() for text in texts for word in WORD.findall(text)}
    return [(short, full) for short, full in every_short_form() if words & {short, f"{short}S"}]


def every_short_form() -> list[tuple[str, str]]:
    """The council's own initials among them, by letter."""
    council = "".join(word[0] for word in settings.COUNCIL_NAME.split())
    return sorted((SHORT_FORMS | {council: settings.COUNCIL_NAME}).items())
