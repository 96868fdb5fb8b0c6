"""What a reader asks of the scorecard. All of it is in the address, so that any view can be shared as a link.

A value that is not on offer counts as not asked for: the page shows the usual view, and a sentence says so.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import forms

from scorecard.models import Variant
from scorecard.rag import Rag
from scorecard.report.months import Months
from scorecard.report.rows import Row
from scorecard.travel import Comparison, DirectionOfTravel

MISSED = "missed"
RATED = "rated"
RATINGS = ((RATED, "Rated"), (MISSED, "Amber or red"), *Rag.choices)
# Each in the words of the list, and of a heading: "7 amber indicators that improved since July 2018".
DIRECTIONS = {
    DirectionOfTravel.IMPROVING: ("Improved", "that improved {since}"),
    DirectionOfTravel.WORSENING: ("Worsened", "that worsened {since}"),
    DirectionOfTravel.STEADY: ("Unchanged", "without a change {since}"),
    DirectionOfTravel.INCREASED: ("Increased, not judged", "that increased {since}"),
    DirectionOfTravel.DECREASED: ("Decreased, not judged", "that decreased {since}"),
    DirectionOfTravel.NONE: ("Not compared", "that cannot be compared"),
}


FILTERS = ("q", "section", "rating", "direction")


class View(NamedTuple):
    """For which children, compared with what, and what narrows the list of indicators.

    `problems` say what of the address could not be followed; `filters` are as they were asked for.
    """

    months: Months
    variant: Variant
    comparison: Comparison
    problems: tuple[str, ...]
    filters: tuple[tuple[str, str], ...] = ()

    @property
    def kept(self) -> dict[str, str]:
        """What links from here to other pages of the scorecard carry on."""
        asked = {"month": self.months.chosen.slug}
        return asked | ({"population": self.variant.value} if self.variant != Variant.ALL else {})

    @property
    def everything(self) -> dict[str, str]:
        """What leads back to the same list of indicators."""
        is_usual = self.comparison == usual_comparison(self.months)
        return self.kept | ({} if is_usual else {"compare": self.comparison.value}) | dict(self.filters)

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The months to choose from."""
        return [(month.slug, month.label) for month in self.months.every]

    @property
    def query(self) -> str:
        return urlencode(self.everything)


def read_view(asked: Mapping[str, str], months: Months) -> View:
    variant, comparison = asked.get("population") or Variant.ALL, asked.get("compare") or ""
    filters = tuple((name, asked[name]) for name in FILTERS if asked.get(name))
    problems = []
    if variant not in Variant.values:
        problems.append(f"There is no group of children called “{variant}”. All children are shown.")
        variant = Variant.ALL
    if comparison and comparison not in months.baselines:
        problems.append(
            f"{months.chosen.label} cannot be compared with “{comparison}”. {_compared_with(months)}"
        )
        comparison = ""
    compared = Comparison(comparison or usual_comparison(months))
    return View(months, Variant(variant), compared, tuple(problems), filters)


def usual_comparison(months: Months) -> Comparison:
    return next(iter(months.baselines), Comparison.PREVIOUS_MONTH)


def _compared_with(months: Months) -> str:
    baseline = next(iter(months.baselines.values()), None)
    return f"It is compared with {baseline.label}." if baseline else "There is no earlier month."


class FilterForm(forms.Form):
    """Which of the indicators to show."""

    q = forms.CharField(label="Words in the name or definition", required=False, max_length=100)
    section = forms.ChoiceField(required=False)
    rating = forms.ChoiceField(choices=[("", "Any rating"), *RATINGS], required=False)
    direction = forms.ChoiceField(
        choices=[("", "Any direction"), *((key.value, words[0]) for key, words in DIRECTIONS.items())],
        required=False,
    )

    def __init__(self, data: Mapping[str, str], rows: Sequence[Row]) -> None:
        super().__init__(data)
        self.rows = rows
        sections = dict.fromkeys(row.section for row in rows)
        self.fields["section"].choices = [("", "All sections"), *((name, name) for name in sections)]

    @property
    def asked(self) -> dict[str, Any]:
        """What narrows the list, by name; nothing that could not be followed."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def is_open(self) -> bool:
        """A rating alone is shown by the counts at the top."""
        return bool(self.errors) or not self.asked.keys() <= {"rating"}

    @property
    def problems(self) -> list[str]:
        return [_problem(name, self.data.get(name)) for name in self.errors]

    def keep(self, comparison: Comparison) -> list[Row]:
        """The rows that fit everything asked for, in their order."""
        asked = self.asked
        words = asked.get("q", "").lower().split()
        return [
            row
            for row in self.rows
            if all(word in row.searched for word in words)
            and asked.get("section") in (None, row.section)
            and _has(row.now.rating.rating, asked.get("rating"))
            and asked.get("direction") in (None, row.travel[comparison].direction)
        ]

    def heading(self, number: int, since: str) -> str:
        """ "7 amber indicators in Health that improved since July 2018"."""
        asked = self.asked
        if not asked:
            return f"All {number} indicators"
        rating = dict(RATINGS).get(asked.get("rating"), "").lower()
        direction = asked.get("direction")
        parts = [
            str(number) if number else "No",
            rating,
            "indicator" if number == 1 else "indicators",
            f"in {asked['section']}" if "section" in asked else "",
            DIRECTIONS[direction][1].format(since=since).strip() if direction else "",
            f"with “{asked['q']}” in name or definition" if "q" in asked else "",
        ]
        return " ".join(filter(None, parts))


def _has(rating: Rag, asked: str | None) -> bool:
    together = {RATED: (Rag.GREEN, Rag.AMBER, Rag.RED), MISSED: (Rag.AMBER, Rag.RED)}
    return asked is None or rating in together.get(asked, (asked,))


def _problem(name: str, value: str | None) -> str:
    if name == "q":
        return "Look for at most 100 ordinary characters. All indicators are shown."
    return f"There is no {name} called “{value}”. Indicators of every {name} are shown."
