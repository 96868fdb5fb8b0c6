"""What a form says and how it is drawn, where no reference example shows it."""

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.core.exceptions import ValidationError
from django.template import Context, Template

from core.form_errors import errors_of
from core.forms import Form, Helper, LongText, Look
from core.templatetags.govuk import govuk_field
from people.models import Person
from tests.reference import shape

SCRIPT = "<script>alert(1)</script>"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;"
CHOICES = [("late", "Sent late"), ("wrong", "A wrong figure")]


class UploadForm(Form):
    workbook = forms.FileField(label="Workbook")
    figure = forms.DecimalField(label="Figure", max_value=100, decimal_places=1)
    cases = forms.IntegerField(label="Cases", min_value=0)
    email = forms.EmailField(label="Your e-mail address")
    reason = forms.ChoiceField(label="Reason", choices=CHOICES, widget=forms.RadioSelect)
    details = forms.CharField(label="What is wrong?", required=False)
    is_final = forms.BooleanField(label="These figures are final")
    notes = LongText(label="Notes", max_length=10)
    looks = {"reason": Look(reveals={"wrong": "details"}), "figure": Look(suffix="%", width=5)}
    helper = Helper(submit="Check the workbook")


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({}, "workbook", "Choose the workbook"),
        ({}, "figure", "Enter the figure"),
        ({"figure": "98,9"}, "figure", "Figure must be a number, like 87.5"),
        ({"figure": "100.1"}, "figure", "Figure must be 100 or less"),
        ({"figure": "98.95"}, "figure", "Figure must have 1 decimal place or fewer"),
        ({"cases": "1.5"}, "cases", "Cases must be a whole number, like 12"),
        ({"cases": "-1"}, "cases", "Cases must be 0 or more"),
        ({}, "email", "Enter your e-mail address"),
        ({"email": "a"}, "email", "Enter an email address in the correct format, like name@example.com"),
        ({}, "reason", "Select the reason"),
        ({"reason": "other"}, "reason", "Choose the reason from those listed"),
        ({}, "is_final", "Tick “These figures are final” to go on"),
        ({"notes": "eleven char"}, "notes", "Notes must be 10 characters or fewer"),
    ],
)
def test_error_names_the_field_and_says_what_to_do(typed: dict, field: str, said: str) -> None:
    assert UploadForm(typed).errors[field] == [said]


def test_error_of_a_question_quotes_it() -> None:
    class Asking(Form):
        why = forms.CharField(label="Why was the figure late?")

    assert Asking({}).errors["why"] == ["Enter an answer to “Why was the figure late?”"]


@pytest.mark.parametrize(
    ("label", "is_one"),
    [
        ("Who", True),
        ("By whom", True),
        ("In which capacity", True),
        ("Exempt by which paragraphs of Schedule 12A", True),
        ("Moved by", True),
        ("Approved at the meeting on", True),
        ("Good is", True),
        ("Elected", True),
        ("Member", False),
        ("Form", False),
        ("Item of the panel's agenda", False),
        ("Kind of meeting", False),
    ],
)
def test_error_of_a_choice_is_a_sentence_whatever_its_label(label: str, is_one: bool) -> None:
    class Choosing(Form):
        one = forms.ChoiceField(label=label, choices=CHOICES)
        other = forms.CharField(label=label)

    said = [Choosing({}).errors["one"], Choosing({"one": "x"}).errors["one"], Choosing({}).errors["other"]]

    plain = f"{label[0].lower()}{label[1:]}"
    assert said == (
        [[f"“{label}”: choose one of those listed"]] * 2 + [[f"Enter what belongs under “{label}”"]]
        if is_one
        else [[f"Select the {plain}"], [f"Choose the {plain} from those listed"], [f"Enter the {plain}"]]
    )


def test_words_that_the_author_chose_stay() -> None:
    class Own(Form):
        month = forms.CharField(error_messages={"required": "Say which month"})

    assert Own({}).errors["month"] == ["Say which month"]


def test_line_ends_of_a_browser_count_once_and_are_kept_as_one() -> None:
    form = UploadForm({"notes": "12345\r\n789"})

    assert "notes" not in form.errors
    assert form.cleaned_data["notes"] == "12345\n789"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x0bb", "a\nb"),
        ("a\u2028b\u2029c", "a\nb\nc"),
        ("a\x0c\x85b", "a\n\nb"),
        ("a\r\r\nb", "a\n\nb"),
        ("a\x01\x1fb\x7f\x9f\ufffec", "abc"),
        ("a\tb\u00a0\u200dc", "a\tb\u00a0\u200dc"),
    ],
)
def test_pasted_line_ends_are_lines_and_what_nobody_can_see_is_left_out(typed: str, kept: str) -> None:
    assert UploadForm({"notes": typed}).fields["notes"].clean(typed) == kept


def test_every_error_in_the_summary_leads_to_a_box_that_is_drawn() -> None:
    form = UploadForm({"reason": "wrong"})

    hrefs = [error["href"] for error in errors_of(form)]

    drawn = render_crispy_form(form)
    assert hrefs == [f"#id_{name}" for name in ("workbook", "figure", "cases", "email", "is_final", "notes")]
    assert [drawn.count(f'id="{href[1:]}"') for href in hrefs] == [1] * 6


def test_error_of_the_whole_form_stands_first_without_a_link() -> None:
    form = UploadForm({})
    form.add_error(None, "This month has changed since the page loaded")

    assert errors_of(form)[0] == {"text": "This month has changed since the page loaded"}


def test_form_is_drawn_whole() -> None:
    drawn = render_crispy_form(UploadForm(), context={"csrf_token": "token"})

    assert drawn.startswith('<form method="post" enctype="multipart/form-data" novalidate>')
    assert '<input type="hidden" name="csrfmiddlewaretoken" value="token">' in drawn
    assert 'data-module="govuk-button">Check the workbook</button>' in drawn
    assert "govuk-error-summary" not in drawn


def test_field_that_a_choice_reveals_is_drawn_once_within_it() -> None:
    drawn = render_crispy_form(UploadForm())

    assert drawn.count('name="details"') == 1
    assert drawn.index("conditional-id_reason-2") < drawn.index('name="details"')


def test_filter_draws_the_fields_alone() -> None:
    template = Template("{% load crispy_forms_tags %}{{ form|crispy }}")

    drawn = template.render(Context({"form": UploadForm({})}))

    assert "<form" not in drawn
    assert drawn.count('<h2 class="govuk-error-summary__title">There is a problem</h2>') == 1


def test_errors_are_listed_once_even_where_the_page_lists_them_first() -> None:
    template = Template(
        "{% load crispy_forms_tags govuk %}{% page_errors as e %}{{ e|length }}{% crispy form %}"
    )

    drawn = template.render(Context({"form": UploadForm({})}))

    assert drawn.startswith("7")
    assert "govuk-error-summary" not in drawn


def test_what_need_not_be_answered_says_so() -> None:
    assert ">What is wrong? (optional)</label>" in govuk_field(UploadForm()["details"], is_revealed=True)


def test_list_of_several_choices_takes_several() -> None:
    class Choosing(Form):
        sections = forms.MultipleChoiceField(choices=CHOICES, initial=["late", "wrong"])

    drawn = govuk_field(Choosing()["sections"])

    assert (" multiple" in drawn, drawn.count(" selected")) == (True, 2)


def test_strange_widget_is_drawn_within_a_labelled_group() -> None:
    class Timed(Form):
        at = forms.SplitDateTimeField(label="Moment", help_text="Day, then time")

    drawn = govuk_field(Timed()["at"])

    assert '<label class="govuk-label" for="id_at_0">Moment</label>' in drawn
    assert drawn.count('aria-describedby="id_at-hint"') == 2


def test_hidden_field_is_drawn_without_a_label() -> None:
    class Versioned(Form):
        version = forms.IntegerField(widget=forms.HiddenInput, initial=3)

    expected = '<input type="hidden" name="version" value="3" id="id_version">'
    assert shape(govuk_field(Versioned()["version"])) == shape(expected)


def test_field_that_cannot_be_changed_is_disabled() -> None:
    class Locked(Form):
        code = forms.CharField(initial="CIC29", disabled=True)

    assert " disabled " in govuk_field(Locked()["code"])


@pytest.mark.parametrize(
    "widget",
    [forms.TextInput, forms.Textarea, forms.Select, forms.RadioSelect, forms.CheckboxInput, forms.FileInput],
)
def test_label_hint_choice_and_error_are_escaped(widget: type[forms.Widget]) -> None:
    class Hostile(Form):
        field = forms.ChoiceField(label=SCRIPT, help_text=SCRIPT, choices=[(SCRIPT, SCRIPT)], initial=SCRIPT)
        field.widget = widget()
        looks = {"field": Look(prefix=SCRIPT, suffix=SCRIPT, hints={SCRIPT: SCRIPT})}

    Hostile.base_fields["field"].choices = [(SCRIPT, SCRIPT)]
    form = Hostile({"field": SCRIPT})
    form.add_error("field", SCRIPT)

    drawn = render_crispy_form(form)

    assert SCRIPT not in drawn
    assert drawn.count(ESCAPED) >= 4


class Unseen(Form):
    note = forms.CharField(label="Your note")
    choice = forms.ModelChoiceField(label="Role", queryset=Person.objects.all())


def test_character_that_cannot_be_seen_is_told_in_our_words_with_what_to_do() -> None:
    form = Unseen({"note": "a\x00b", "choice": "\x00"})

    assert form.errors == {
        "note": [
            "Your note holds a character that cannot be seen: delete what is in the box and type it again"
        ],
        "choice": ["This holds a character that cannot be seen: delete what is in the box and type it again"],
    }


class OfAnotherPackage(forms.Form):
    login = forms.CharField()


def test_forms_of_other_packages_say_it_in_our_words_too() -> None:
    form = OfAnotherPackage({"login": "a\x00b"})

    said = "This holds a character that cannot be seen: delete what is in the box and type it again"
    assert form.errors == {"login": [said]}


@pytest.mark.parametrize("typed", ["\x01", "\x01 \x01", " \x7f\n\x9f ", "\ufffe\u2028\ufffe"])
def test_what_cannot_be_seen_is_no_answer(typed: str) -> None:
    with pytest.raises(ValidationError, match="This field is required"):
        LongText().clean(typed)


def test_blanks_beside_what_cannot_be_seen_go_with_it() -> None:
    assert LongText().clean("\x01 Now.\x01\x0b \x01") == "Now."
