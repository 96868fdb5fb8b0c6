"""Which items of a pack a reader wants."""

from django import forms


class ChosenItems(forms.Form):
    """Only what the pack has; nothing chosen is said plainly, not taken for all."""

    item = forms.TypedMultipleChoiceField(
        coerce=int,
        error_messages={
            "required": "Choose at least one item.",
            "invalid_choice": "One of these items is not in this pack. Choose again.",
        },
        label="Items",
    )

    def __init__(self, *args, items, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = [(item["id"], item["title"]) for item in items if item["papers"]]
