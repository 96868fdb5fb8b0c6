import pytest
from django import forms
from lxml import html as parser

from core.forms import Form
from core.richtext import RichTextFormField
from core.templatetags.govuk import govuk_field


class MinuteForm(Form):
    text = RichTextFormField(label="Minute", help_text="In the past tense", headings=False)


class OptionalForm(Form):
    text = RichTextFormField(label="Report", required=False)


def boxes(form: forms.Form):
    """The plain box and the hidden one of the editor."""
    return parser.fromstring(govuk_field(form["text"])).xpath("//textarea")


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        ({"text": "1. one\na) two"}, '<ol><li><p>one</p><ol type="a"><li><p>two</p></li></ol></li></ol>'),
        (
            {"text": "<b>not</b> **so**\r\n\r\nmore"},
            "<p>&lt;b&gt;not&lt;/b&gt; <strong>so</strong></p><p>more</p>",
        ),
        ({"text-formatted": "<p><b>one</b></p>"}, "<p><strong>one</strong></p>"),
        ({"text-formatted": "<h2>one</h2>"}, "<p><strong>one</strong></p>"),
        ({"text": "old", "text-formatted": "<p>new</p>"}, "<p>new</p>"),
    ],
)
def test_an_answer_is_kept_whichever_box_it_was_typed_into(data, kept):
    form = MinuteForm(data)

    assert form.is_valid()
    assert form.cleaned_data == {"text": kept}


@pytest.mark.parametrize(
    "data", [{}, {"text": " \n "}, {"text-formatted": ""}, {"text-formatted": "<p>&nbsp;</p>"}]
)
def test_no_words_are_no_answer(data):
    form = MinuteForm(data)

    assert not form.is_valid()
    assert form.errors == {"text": ["Enter the minute"]}
    assert OptionalForm(data).is_valid()


@pytest.mark.parametrize("data", [{"text": "a\x07b"}, {"text-formatted": "<p>a\x07b</p>"}])
def test_a_refused_answer_comes_back_in_the_box_it_came_from(data):
    form = MinuteForm(data)
    page = govuk_field(form["text"])

    assert form.errors["text"] == [
        "The text has a control character (U+0007) after “a”. Delete what stands there and type it again."
    ]
    assert page.count("a\x07b") == (2 if "text" in data else 1)


def test_kept_text_stands_in_both_boxes():
    plain, formatted = boxes(MinuteForm(initial={"text": "<p>a <strong>b</strong></p>"}))

    assert (plain.text.strip(), formatted.text.strip()) == ("a **b**", "<p>a <strong>b</strong></p>")
    assert (plain.get("name"), formatted.get("name")) == ("text", "text-formatted")
    assert formatted.get("disabled") is not None


@pytest.mark.parametrize(
    ("data", "has_changed"),
    [
        ({"text": "a **b**"}, False),
        ({"text-formatted": "<p>a <b>b</b></p>"}, False),
        ({"text-formatted": "<p>a b</p>"}, True),
        ({"text": "a\x07"}, True),
    ],
)
def test_only_another_text_is_a_change(data, has_changed):
    form = MinuteForm(data, initial={"text": "<p>a <strong>b</strong></p>"})

    assert form.has_changed() is has_changed


def test_box_is_described_by_hint_and_error():
    form = MinuteForm({})
    plain, _ = boxes(form)
    editor = parser.fromstring(govuk_field(form["text"])).xpath("//portal-rich-text")[0]

    assert plain.get("aria-describedby") == "id_text-plain-hint id_text-hint id_text-error"
    assert editor.get("data-described-by") == "id_text-hint id_text-error"
    assert editor.get("data-headings") is None
