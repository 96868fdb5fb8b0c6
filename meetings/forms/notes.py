from django import forms

from core.forms import Form, LongText

LONGEST_NOTE = 5_000


class NoteForm(Form):
    text = LongText(
        label="Your note",
        help_text="Nobody else can read it. Leave it empty to take the note away.",
        required=False,
        max_length=LONGEST_NOTE,
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
