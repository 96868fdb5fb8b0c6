"""A form that forgets what no text about children may hold, before it is checked for anything else."""

from typing import Any

from django.forms import ChoiceField

from challenge_cards.actions.door import sentence
from challenge_cards.plain_text import plain
from challenge_cards.privacy import Finding
from challenge_cards.refusals import refusals
from core.forms import Form
from recommendations.due_dates import Precision

PERIODS = [(Precision.MONTH.value, "The end of that month"), (Precision.DAY.value, "That very day")]


class CardForm(Form):
    """Refused words never come back in the page: their box is empty, with a sentence that names field and rule."""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        self.refused: list[Finding] = []
        super().__init__(data, **kwargs)

    def full_clean(self) -> None:
        if self.is_bound:
            self._forget_refused_words()
        super().full_clean()
        for finding in self.refused:
            self._errors.pop(finding.field, None)
        for finding in self.refused:
            label = self[finding.field].label
            self.add_error(finding.field, sentence(Finding(label, finding.rule)))

    def forget(self, findings: list[Finding]) -> None:
        """What the door of an action refused though the form did not."""
        self._empty([self.add_prefix(one.field) for one in findings])
        self.full_clean()
        for finding in findings:
            name = finding.field if finding.field in self.fields else None
            self.errors.pop(finding.field, None)
            self.add_error(name, sentence(finding))

    def _forget_refused_words(self) -> None:
        for key in list(self.data):
            broken = [] if self._is_choice(key) else refusals(plain("\n".join(_values(self.data, key))))
            if broken and key != "csrfmiddlewaretoken":
                self._empty([key])
                field = self._field_of(key)
                self.refused += [Finding(field, rule) for rule in broken if field]

    def _is_choice(self, key: str) -> bool:
        """One of the form's own answers, like "not_yet". What somebody else put in its place is looked at."""
        field = self.fields.get(key)
        if not isinstance(field, ChoiceField):
            return False
        return all(field.valid_value(value) for value in _values(self.data, key))

    def _empty(self, keys: list[str]) -> None:
        data = self.data.copy()
        for key in keys:
            data[key] = ""
        self.data = data

    def _field_of(self, key: str) -> str:
        """The field that a box belongs to, one of a date's three too."""
        return next((name for name in self.fields if key in (name, *_boxes(name))), "")


def _values(data: Any, key: str) -> list[str]:
    values = data.getlist(key) if hasattr(data, "getlist") else [data[key]]
    return [str(value) for value in values]


def _boxes(name: str) -> list[str]:
    return [f"{name}-{part}" for part in ("day", "month", "year")]
