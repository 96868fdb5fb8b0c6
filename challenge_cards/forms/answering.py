"""What officers do and answer, how it is said plainly, and what the group makes of it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from challenge_cards.forms.base import PERIODS, CardForm
from challenge_cards.forms.moving import NOBODY, ItemChoice
from challenge_cards.models import ActionStatus
from challenge_cards.states import Opinion
from core.forms import DateField, LongText, Look
from people.models import Post
from recommendations.due_dates import Precision

SHORT = "Sentences of 20 words or fewer."


class ActionForm(CardForm):
    text = LongText(label="What will be done?", help_text=NOBODY, max_length=500)
    owner = forms.ModelChoiceField(
        label="Which post does it?", queryset=Post.objects.all(), empty_label="Choose the post"
    )
    due_on = DateField(label="By when?", required=False)
    looks = {"text": Look(rows=3)}


class ActionReportForm(CardForm):
    status = forms.ChoiceField(
        label="How does it stand now?", choices=ActionStatus.choices, widget=forms.RadioSelect
    )
    done_on = DateField(label="Done on", required=False)
    evidence = LongText(
        label="What shows it, or why can it not be done?", help_text=NOBODY, max_length=1000, required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    looks = {"evidence": Look(rows=4)}


class ResponseForm(CardForm):
    text = LongText(label="The council's full answer", help_text=NOBODY, max_length=5000)
    item = ItemChoice(
        label="Item of the panel's agenda at which it is given",
        required=False,
        empty_label="Not on an agenda yet",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    looks = {"text": Look(rows=10)}


class Words(LongText):
    """As long as a child reads; written from right to left where its language is."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=600, widget=forms.Textarea(attrs={"dir": "auto"}), **kwargs)


class WordingForm(CardForm):
    you_said = Words(label="You said", help_text=f"In the group's own words. {SHORT}")
    we_promised = Words(
        label="What we promised",
        help_text="The day stands on the page by itself.",
        required=False,
    )
    we_did = Words(label="What we did", help_text=SHORT, required=False)
    we_could_not = Words(label="What we could not do, and why", help_text=SHORT, required=False)
    what_next = Words(label="What happens next", help_text=SHORT, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)
    looks = dict.fromkeys(
        ("you_said", "we_promised", "we_did", "we_could_not", "what_next"), Look(rows=3, limit=600)
    )


class VerdictForm(CardForm):
    told_on = DateField(label="When was the group told of the answer?", help_text="For example, 14 2 2019")
    told_at = forms.CharField(
        label="At which of its meetings?", help_text="For example, February meeting", max_length=150
    )
    opinion = forms.ChoiceField(label="Did it work?", choices=Opinion.choices, widget=forms.RadioSelect)
    council_asks = forms.BooleanField(
        label="The council asks for more",
        help_text="With “partly” the card is then taken up again.",
        required=False,
    )
    words = LongText(label="In the group's own words", help_text=NOBODY, max_length=600, required=False)
    due_on = DateField(label="If more is asked: by when does the group have its next answer?", required=False)
    precision = forms.ChoiceField(
        label="What do you promise?", choices=PERIODS, widget=forms.RadioSelect, initial=Precision.MONTH
    )
    looks = {"words": Look(rows=3)}

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        is_more = answers.get("opinion") == Opinion.NOT_YET or (
            answers.get("opinion") == Opinion.PARTLY and answers.get("council_asks")
        )
        if is_more and not answers.get("due_on") and "due_on" not in self.errors:
            self.add_error(
                "due_on",
                ValidationError("Say by when the group has its next answer: the card is taken up again"),
            )
        return answers
