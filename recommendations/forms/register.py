"""Narrowing the register of recommendations, by an address that can be shared."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from core.forms import FilterForm
from recommendations.closing import Outcome
from recommendations.lateness import Lateness
from recommendations.models import PledgeTheme, Principle, Recommendation
from recommendations.report.standing import Row
from recommendations.status import DeliveryStatus, Impact

OPEN, CLOSED, OVERDUE = "open", "closed", "overdue"
STATES = [
    ("", "All"),
    (OPEN, "Open"),
    *((one.value, f"Open: {one.label.lower()}") for one in DeliveryStatus),
    (CLOSED, "Closed"),
    *((one.value, f"Closed: {one.label[:1].lower()}{one.label[1:]}") for one in Outcome),
]
LATENESS = [
    ("", "All"),
    (OVERDUE, "Overdue"),
    *((one.value, one.label) for one in Lateness if one != Lateness.OVERDUE),
]
SIGNS = {
    "stale": ("No recent update", lambda row: row.is_stale),
    "no_movement": (
        "No movement: nothing to report, twice in a row",
        lambda row: row.recommendation.has_no_movement,
    ),
    "silent": ("Parts not mentioned", lambda row: row.is_open and bool(row.silent)),
    "aim_not_met": ("Aim not met", lambda row: row.effect == Impact.WORSE),
    "date_changed": ("Date changed", lambda row: bool(row.days_changed)),
}


class RegisterFilter(FilterForm):
    """An address that was changed by hand shows everything."""

    theme = forms.ChoiceField(label="Theme", required=False)
    owner = forms.ChoiceField(label="Owner", required=False)
    state = forms.ChoiceField(label="State", choices=STATES, required=False)
    lateness = forms.ChoiceField(label="Lateness", choices=LATENESS, required=False)
    sign = forms.ChoiceField(
        label="What stands out",
        choices=[("", "Anything"), *((key, label) for key, (label, _) in SIGNS.items())],
        required=False,
    )
    pledge = forms.ModelChoiceField(
        PledgeTheme.objects.all(), label="Pledge", to_field_name="code", empty_label="All", required=False
    )
    principle = forms.ModelChoiceField(
        Principle.objects.all(), label="Principle", to_field_name="code", empty_label="All", required=False
    )

    def __init__(self, data: Any, *, rows: Sequence[Row]) -> None:
        super().__init__(data)
        every = [row.recommendation for row in rows]
        self.fields["theme"].choices = [("", "All"), *_themes(every)]
        owners = {str(one.owner_id): one.owner.title for one in every}
        self.fields["owner"].choices = [("", "All"), *sorted(owners.items(), key=lambda one: one[1])]

    @property
    def is_narrow(self) -> bool:
        """Whether anything but the page number is asked for."""
        return any(self.data.get(name) for name in self.fields)

    def narrow(self, rows: Sequence[Row]) -> list[Row]:
        if not self.is_narrow or not self.is_valid():
            return list(rows)
        given = self.cleaned_data
        tied = [_tied(given[name]) for name in ("pledge", "principle") if given[name]]
        return [
            row
            for row in rows
            if _matches(row, given) and all(row.recommendation.pk in keys for keys in tied)
        ]


def _themes(every: Iterable[Recommendation]) -> list[tuple[str, str]]:
    """In the order of the reports; each with its report where there are several."""
    by_place = sorted(every, key=lambda one: (one.report.presented_on, one.report_id, one.theme.position))
    several = len({one.report_id for one in by_place}) > 1
    return list(
        {
            str(one.theme_id): f"{one.theme.title} ({one.report.title})" if several else one.theme.title
            for one in by_place
        }.items()
    )


def _tied(to: PledgeTheme | Principle) -> set[int]:
    return set(to.recommendations.values_list("pk", flat=True))


def _matches(row: Row, given: dict[str, Any]) -> bool:
    one, sign = row.recommendation, SIGNS.get(given["sign"])
    return (
        given["theme"] in ("", str(one.theme_id))
        and given["owner"] in ("", str(one.owner_id))
        and _has_state(row, given["state"])
        and _is_as_late(row, given["lateness"])
        and (sign is None or sign[1](row))
    )


def _has_state(row: Row, state: str) -> bool:
    if row.closed is not None:
        return state in ("", CLOSED, row.closed.outcome)
    return state in ("", OPEN, row.delivery)


def _is_as_late(row: Row, lateness: str) -> bool:
    if lateness == OVERDUE:
        return row.is_open and row.standing.is_overdue
    return lateness in ("", row.standing.lateness)
