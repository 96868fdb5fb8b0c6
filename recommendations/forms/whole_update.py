"""All forms of the page on which an update is written, taken together."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model
from django.forms import BaseForm
from django.forms.utils import ErrorDict
from django.http import QueryDict

from core.forms import RowsFormSet
from recommendations.actions.drafts import Parts
from recommendations.forms.update_rows import Documents, Figures, Steps
from recommendations.forms.updates import LimbForm, UpdateForm
from recommendations.models import Recommendation, Update
from recommendations.updates import UpdateKind


class WholeUpdate:
    def __init__(
        self, data: QueryDict | None = None, *, recommendation: Recommendation, update: Update | None = None
    ) -> None:
        is_correction = update is not None and update.kind == UpdateKind.CORRECTION
        self.form = UpdateForm(data, update=update, is_correction=is_correction)
        said = {one.limb_id: one for one in update.limb_reports.all()} if update else {}
        self.limbs = [
            LimbForm(data, limb=limb, initial=_stored(said.get(limb.pk), LimbForm))
            for limb in recommendation.limbs.all()
        ]
        self.figures = _formset(Figures, data, "figures", update.figures.all() if update else ())
        self.steps = _formset(Steps, data, "steps", update.next_steps.all() if update else ())
        self.documents = _formset(Documents, data, "documents", update.documents.all() if update else ())

    @property
    def all(self) -> list[BaseForm | RowsFormSet]:
        """In the order of the page."""
        return [self.form, *self.limbs, self.figures, self.steps, self.documents]

    def is_valid(self) -> bool:
        """Every form is asked, so that every mistake shows at once; not so when a row was asked for."""
        asked_for_a_row = any(getattr(one, "was_asked_for_a_row", False) for one in self.all)
        if asked_for_a_row:
            for one in self.all:
                _leave_unjudged(one)
            return False
        judged = [one.is_valid() for one in self.all]
        return all(judged)

    @property
    def version(self) -> int:
        return self.form.cleaned_data["version"] or 0

    def words(self) -> dict[str, Any]:
        return self.form.words()

    def parts(self) -> Parts:
        return Parts(
            limbs=[row for row in (limb.row() for limb in self.limbs) if row],
            figures=_kept(self.figures),
            steps=_kept(self.steps),
            documents=_kept(self.documents),
        )


def _formset(
    kind: type[RowsFormSet], data: QueryDict | None, prefix: str, rows: Iterable[Model]
) -> RowsFormSet:
    initial = [_stored(row, kind.form) for row in rows]
    return kind(data, prefix=prefix, initial=initial)


def _stored(row: Model | None, form: type[BaseForm]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in form.base_fields} if row else {}


def _kept(rows: RowsFormSet) -> list[Mapping[str, Any]]:
    filled = [form for form in rows.forms if form not in rows.deleted_forms and form.cleaned_data]
    return [{name: value for name, value in form.cleaned_data.items() if name != "DELETE"} for form in filled]


def _leave_unjudged(one: BaseForm | RowsFormSet) -> None:
    """Asking for one row more makes no mistake of what the others still lack."""
    if isinstance(one, RowsFormSet):
        one.was_asked_for_a_row = bool(one.forms) or one.was_asked_for_a_row
    else:
        one._errors, one.cleaned_data = ErrorDict(), {}
