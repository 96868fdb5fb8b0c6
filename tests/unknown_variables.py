"""Makes a template's reading of a variable that nobody gave it an error, where Django would show nothing."""

import sys
from pathlib import Path

from django.template import engines
from django.template.base import FilterExpression

OWN = str(Path(__file__).resolve().parent.parent / "templates")
TOLERANT = ("_components", "govuk")  # what is drawn of many optional parts
MAY_BE_MISSING = {"default", "default_if_none", "yesno"}


class UnknownVariable(str):
    """Made of "%s", so that Django fills it in: ``self % variable``."""

    def __mod__(self, variable: object) -> str:
        frame = sys._getframe(1)
        expression, context = frame.f_locals["self"], frame.f_locals["context"]
        name = context.render_context.template.origin.name
        own_page = name.startswith(OWN) and Path(name).relative_to(OWN).parts[0] not in TOLERANT
        if own_page and isinstance(expression, FilterExpression) and not _expects_nothing(expression):
            raise AssertionError(f"{name} shows {{{{ {variable} }}}}, which nobody gave it")
        return _filtered(expression, context)


def _expects_nothing(expression: FilterExpression) -> bool:
    return bool(expression.filters) and expression.filters[0][0].__name__ in MAY_BE_MISSING


def _filtered(expression: FilterExpression, context: object) -> str:
    """What Django makes of a missing variable when it is not asked to speak up: its filters, on nothing."""
    engine = engines["django"].engine
    loud, engine.string_if_invalid = engine.string_if_invalid, ""
    try:
        return expression.resolve(context)
    finally:
        engine.string_if_invalid = loud
