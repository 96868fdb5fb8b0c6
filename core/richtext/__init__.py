"""Formatted text: cleaned on the way in, numbered 1. a) i. on page and paper, editable without an editor."""

from core.richtext.cleaning import clean
from core.richtext.difference import Change, changes, difference
from core.richtext.drawing import drawn
from core.richtext.form_field import RichTextFormField, RichTextInput
from core.richtext.model_field import RichTextField
from core.richtext.plain_text import from_plain, to_plain
from core.richtext.walking import Addressed, paragraphs, plain_text, reading_minutes, word_count

__all__ = [
    "Addressed",
    "Change",
    "RichTextField",
    "RichTextFormField",
    "RichTextInput",
    "changes",
    "clean",
    "difference",
    "drawn",
    "from_plain",
    "paragraphs",
    "plain_text",
    "reading_minutes",
    "to_plain",
    "word_count",
]
