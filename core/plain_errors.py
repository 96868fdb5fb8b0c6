"""Django's own error messages in the portal's words: what to do, with the field's name in the sentence."""

import re

from django import forms
from django.core.validators import ProhibitNullCharactersValidator

DETERMINERS = ("the ", "a ", "an ", "your ", "this ", "their ", "each ", "any ")
QUESTIONS = (
    "what ",
    "who ",
    "when ",
    "where ",
    "which ",
    "why ",
    "how ",
    "do ",
    "does ",
    "is ",
    "are ",
    "has ",
)


CLAUSE = re.compile(
    r"(?:by|in|for|from|to|at|on|with|until|since|it|that|move|exempt|whoever)(?: .+)?"
    r"|who|what|when|where|which|why|how|due|elected|\w+(?:ed|en) (?:by|on|to|at|as|together|from)(?: .+)?"
    r"|.+ (?:is|on|until|from)",
    re.IGNORECASE,
)
LISTED = "“{}”: choose one of those listed"
UNSEEN = ProhibitNullCharactersValidator
TYPE_AGAIN = "delete what is in the box and type it again"


def say_unseen_plainly() -> None:
    """Django asks the same validator in fields and forms whose messages are not ours, and takes no other words."""
    UNSEEN.message = f"This holds a character that cannot be seen: {TYPE_AGAIN}"


def put_plainly(field: forms.Field, label: str) -> None:
    """Replace each message that is still Django's own; what a form's author wrote stays."""
    field.label = field.label or label
    own = _own_messages(type(field))
    for code, message in _plain(field, str(label)).items():
        if field.error_messages.get(code, own.get(code)) == own.get(code):
            field.error_messages[code] = message


def _own_messages(kind: type[forms.Field]) -> dict:
    messages = {}
    for ancestor in reversed(kind.__mro__):
        if ancestor.__module__.startswith("django."):
            messages.update(getattr(ancestor, "default_error_messages", {}))
    return messages


def _plain(field: forms.Field, label: str) -> dict[str, str]:
    return {
        "required": _asked(field, label),
        "max_length": f"{label} must be %(limit_value)d characters or fewer",
        "min_length": f"{label} must be %(limit_value)d characters or more",
        "min_value": f"{label} must be %(limit_value)s or more",
        "max_value": f"{label} must be %(limit_value)s or less",
        UNSEEN.code: f"{label} holds a character that cannot be seen: {TYPE_AGAIN}",
        **_plain_for_kind(field, label),
    }


def _plain_for_kind(field: forms.Field, label: str) -> dict[str, str]:
    if isinstance(field, forms.EmailField):
        return {"invalid": "Enter an email address in the correct format, like name@example.com"}
    if isinstance(field, forms.DecimalField):
        most = f"{label} must have %(max)s decimal place{'' if field.decimal_places == 1 else 's'} or fewer"
        return {"invalid": f"{label} must be a number, like 87.5", "max_decimal_places": most}
    if isinstance(field, forms.FloatField):
        return {"invalid": f"{label} must be a number, like 87.5"}
    if isinstance(field, forms.IntegerField):
        return {"invalid": f"{label} must be a whole number, like 12"}
    if isinstance(field, forms.FileField):
        return {"missing": _asked(field, label), "empty": "The file is empty: choose another"}
    if isinstance(field, (forms.ChoiceField, forms.ModelChoiceField)):
        which = LISTED.format(label) if is_clause(label) else f"Choose {named(label)} from those listed"
        return {"invalid_choice": which}
    return {}


def _asked(field: forms.Field, label: str) -> str:
    if isinstance(field, forms.BooleanField):
        return f"Tick “{label}” to go on"
    if isinstance(field, forms.FileField):
        return f"Choose {named(label)}"
    if isinstance(field, (forms.ChoiceField, forms.ModelChoiceField)):
        return LISTED.format(label) if is_clause(label) else f"Select {named(label)}"
    return f"Enter {named(label)}"


def is_clause(label: str) -> bool:
    """Whether no article makes a thing of it: "By whom", "Moved by", "Who", but not "Email address"."""
    return bool(CLAUSE.fullmatch(label.strip()))


def named(label: str) -> str:
    """The label as it stands within a sentence: "Email address" gives "the email address"."""
    if label.endswith("?") or label.lower().startswith(QUESTIONS):
        return f"an answer to “{label}”"
    if is_clause(label):
        return f"what belongs under “{label}”"
    lowered = label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == " " else label
    return lowered if lowered.startswith(DETERMINERS) else f"the {lowered}"
