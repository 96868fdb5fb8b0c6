"""What the ``govuk`` crispy-forms pack asks for: the parts of one field, and the errors of a whole page."""

from django import template
from django.forms import BaseForm, BoundField
from django.forms.formsets import BaseFormSet
from django.template.loader import get_template
from django.utils.safestring import SafeString

from core.field_kinds import kind_of, revealed_names
from core.field_parts import parts_of
from core.form_errors import errors_of

register = template.Library()


@register.simple_tag
def govuk_field(field: BoundField, is_revealed: bool = False) -> SafeString | str:
    """One field in full. A field that a choice reveals is drawn there, not a second time in its place."""
    if field.is_hidden:
        return field.as_hidden() if field.auto_id else str(field)
    if not is_revealed and field.name in revealed_names(field.form):
        return ""
    return get_template(f"govuk/{kind_of(field)}.html").render(parts_of(field))


@register.simple_tag
def summary_errors(problem: BaseForm | BaseFormSet) -> list[dict]:
    """The errors to list, once a page: base.html lists those it knows of, a form drawn alone lists its own."""
    if getattr(problem, "errors_are_listed", False):
        return []
    problem.errors_are_listed = True
    return errors_of(problem)


@register.simple_tag(takes_context=True)
def page_errors(context: template.Context) -> list[dict]:
    """Errors of all that the view calls ``form``, ``formset`` or, for several, ``forms``."""
    problems = [context.get("form"), context.get("formset"), *(context.get("forms") or [])]
    kept = [p for p in problems if isinstance(p, (BaseForm, BaseFormSet))]
    return [error for problem in kept for error in summary_errors(problem)]


@register.simple_tag(takes_context=True)
def has_errors(context: template.Context) -> bool:
    problems = [context.get("form"), context.get("formset"), *(context.get("forms") or [])]
    return any(errors_of(p) for p in problems if isinstance(p, (BaseForm, BaseFormSet)))
