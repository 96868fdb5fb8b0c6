"""The groups, the names that may stand, what a card is linked to, words that go for good, and narrowing the list."""

from typing import Any

from django import forms

from challenge_cards.actions.erasing import Words
from challenge_cards.forms.base import CardForm
from challenge_cards.report.cards import CardLine
from core.forms import FilterForm, Look
from meetings.report.tables import public_undertakings
from recommendations.models import PledgeTheme, Principle, Recommendation, StrategyOutcome

EVERY, WAITING, LATE, ANSWERED, ENDED = "", "waiting", "late", "answered", "ended"
SHOWN = [
    (EVERY, "All"),
    (WAITING, "Waiting for an answer"),
    (LATE, "Late"),
    (ANSWERED, "Answered, verdict asked for"),
    (ENDED, "Ended"),
]


class GroupForm(CardForm):
    name = forms.CharField(label="Name of the group", max_length=100)
    members = forms.IntegerField(
        label="How many young people belong to it now?",
        help_text="A number only. Nobody's name is kept.",
        min_value=0,
        max_value=999,
    )
    youngest = forms.IntegerField(label="Youngest age it is for", min_value=0, max_value=25)
    oldest = forms.IntegerField(label="Oldest age it is for", min_value=0, max_value=25)
    is_council = forms.BooleanField(
        label="A children in care council, which decides on cards", required=False
    )
    is_active = forms.BooleanField(label="It meets at present", required=False, initial=True)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    looks = {"members": Look(width=3), "youngest": Look(width=2), "oldest": Look(width=2)}


class KnownNameForm(CardForm):
    name = forms.CharField(
        label="Name of a project or scheme",
        help_text="Never the name of a person.",
        max_length=100,
    )


class LinksForm(CardForm):
    """What the card is linked to. Undertakings are those that published minutes tell of."""

    pledges = forms.ModelMultipleChoiceField(
        label="Pledge",
        queryset=PledgeTheme.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    principles = forms.ModelMultipleChoiceField(
        label="Corporate parenting principles",
        queryset=Principle.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    outcomes = forms.ModelMultipleChoiceField(
        label="Outcomes of the strategy",
        queryset=StrategyOutcome.objects.select_related("question"),
        required=False,
    )
    recommendations = forms.ModelMultipleChoiceField(
        label="Recommendations", queryset=Recommendation.objects.all(), required=False
    )
    undertakings = forms.ModelMultipleChoiceField(
        label="Undertakings", queryset=public_undertakings().none(), required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    looks = {"pledges": Look(is_small=True), "principles": Look(is_small=True)}

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["undertakings"].queryset = public_undertakings()
        for name in ("pledges", "principles"):
            if not self.fields[name].queryset.exists():
                del self.fields[name]


class EraseForm(CardForm):
    """``texts``: everything that is written on the card."""

    words = forms.MultipleChoiceField(
        label="Which words go?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose the words that go"},
    )

    def __init__(self, data: Any = None, *, texts: list[Words], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["words"].choices = [(one.key, f"{one.label.capitalize()}: {one.text}") for one in texts]


class CardFilter(FilterForm):
    """An address that was changed by hand shows everything."""

    state = forms.ChoiceField(label="State", choices=SHOWN, required=False)
    theme = forms.ChoiceField(label="Theme", required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        pledges = [(f"pledge-{one.code}", one.title) for one in PledgeTheme.objects.all()]
        principles = [(f"principle-{one.code}", one.title) for one in Principle.objects.all()]
        self.fields["theme"].choices = [("", "Every theme"), ("Pledge", pledges), ("Principle", principles)]

    def narrow(self, lines: list[CardLine]) -> list[CardLine]:
        given = self.cleaned_data if self.is_valid() else {}
        return [one for one in lines if _in_state(one, given) and _of_theme(one, given.get("theme"))]


def _in_state(line: CardLine, given: dict[str, str]) -> bool:
    is_asked = not line.is_waiting and line.card.is_open
    return {
        EVERY: True,
        WAITING: line.is_waiting,
        LATE: line.is_late,
        ANSWERED: is_asked,
        ENDED: not line.card.is_open,
    }[given.get("state") or EVERY]


def _of_theme(line: CardLine, theme: str | None) -> bool:
    codes = {f"pledge-{one.code}" for one in line.card.pledges.all()}
    codes |= {f"principle-{one.code}" for one in line.card.principles.all()}
    return not theme or theme in codes
