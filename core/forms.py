"""Forms that say what to do: plain-English errors, dates in three boxes, rows that can be added.

How a field is drawn beyond its label and hint is said in the form's ``looks``; the ``govuk`` template pack reads it.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import BaseInput
from django import forms

from core.dates import DateField, DateInput
from core.plain_errors import put_plainly
from core.rows import RowsFormSet

__all__ = [
    "DateField",
    "DateInput",
    "FilterForm",
    "Form",
    "Helper",
    "LongText",
    "Look",
    "ModelForm",
    "RowsFormSet",
    "Submit",
]


@dataclass(frozen=True)
class Look:
    """How one field is drawn. Keys of ``hints`` and ``reveals`` and the ``divider`` are values of its choices."""

    label_size: str = ""  # s, m, l or xl
    is_page_heading: bool = False
    width: int | None = None  # in characters: 2, 3, 4, 5, 10, 20 or 30
    prefix: str = ""
    suffix: str = ""  # the unit, beside the box
    rows: int = 5
    limit: int | None = None  # characters, counted down under the box
    word_limit: int | None = None
    threshold: int | None = None  # per cent of the limit from which the count shows
    is_inline: bool = False
    is_small: bool = False
    hints: dict[str, str] = field(default_factory=dict)
    reveals: dict[str, str] = field(default_factory=dict)  # choice -> name of the field it opens
    divider: str | None = None  # the choice that "or" stands before
    none_of_these: str | None = None  # the tick box that clears the others
    classes: str = ""
    group_classes: str = ""


class PlainEnglish:
    """A form whose errors name the field and say what to do, unless the field has words of its own."""

    looks: dict[str, Look] = {}
    marks_optional = True

    def full_clean(self) -> None:
        for name, form_field in self.fields.items():
            put_plainly(form_field, self[name].label)
        super().full_clean()


class Form(PlainEnglish, forms.Form):
    pass


class ModelForm(PlainEnglish, forms.ModelForm):
    pass


class FilterForm(Form):
    """Narrows a list through the address; everything in it may be left alone."""

    marks_optional = False


class Submit(BaseInput):
    input_type = "submit"


class Helper(FormHelper):
    """``{% crispy form %}`` with one verb on the button: ``Helper(submit="Check the workbook")``."""

    def __init__(
        self, form: forms.BaseForm | None = None, *, submit: str = "Save", method: str = "post"
    ) -> None:
        super().__init__(form)
        self.form_method = method
        self.add_input(Submit("submit", submit))


LINE_ENDS = re.compile(
    "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
)  # as browsers send them, and as Word and Pages paste them
UNSEEN = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


class LongText(forms.CharField):
    """Several lines, each end kept and counted as one character; none that can be neither seen nor printed."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        seen = "" if value in self.empty_values else UNSEEN.sub("", LINE_ENDS.sub("\n", str(value)))
        return super().to_python(seen)  # which then leaves no blanks at its ends
