"""A form that two officers had open at once: the second sees what the first saved, and keeps what they typed."""

from typing import Any

from django.db.models import Model
from django.forms import Form
from django.http import QueryDict


def as_stands(row: Model, form: type[Form]) -> dict[str, Any]:
    """What the form begins with."""
    return {name: getattr(row, name) for name in form.base_fields if hasattr(row, name)}


def again_with_theirs(form: type[Form], typed: QueryDict, theirs: Model, **how: Any) -> dict[str, Any]:
    """The form with all that was typed, now about the row as it stands: saving once more overrules it."""
    data = typed.copy()
    data["version"] = str(theirs.version)
    return {"form": form(data, **how), "theirs": theirs}
