"""Components that govuk-frontend does not have, and what all components share."""

import pytest
from django.template import Context, Template

from core.templatetags.portal import component, may
from tests.reference import shape

RATINGS = ["green", "amber", "red", "not_rated"]


@pytest.mark.parametrize(
    ("rating", "word", "drawn"),
    [
        ("green", "Green", "circle"),
        ("amber", "Amber", "path"),
        ("red", "Red", "path"),
        ("not_rated", "Not rated", "circle"),
    ],
)
def test_rating_is_a_word_a_shape_and_a_colour(rating: str, word: str, drawn: str) -> None:
    ((tag_name, attributes, (svg, text)),) = shape(component("rag", rating=rating))

    assert (tag_name, attributes["class"], text) == ("strong", f"portal-rag portal-rag--{rating}", word)
    assert (svg[1]["aria-hidden"], [child[0] for child in svg[2]]) == ("true", [drawn])


def test_ratings_have_shapes_of_their_own() -> None:
    shapes = {rating: str(shape(component("rag", rating=rating, text=" "))[0][2][0]) for rating in RATINGS}

    assert len(set(shapes.values())) == 4


@pytest.mark.parametrize("arrow", ["up", "down", "level"])
def test_direction_is_a_word_beside_its_arrow(arrow: str) -> None:
    ((_, _, (svg, text)),) = shape(component("direction", arrow=arrow, text="0.9 points worse"))

    assert (svg[1]["aria-hidden"], text) == ("true", "0.9 points worse")


def test_component_sees_only_what_it_is_given() -> None:
    page = Template('{% load portal %}{% component "tag" text=given %}').render(
        Context({"given": "A", "classes": "B"})
    )

    assert shape(page) == shape('<strong class="govuk-tag">A</strong>')


def test_box_holds_what_stands_between_its_tags_and_escapes_what_it_is_told() -> None:
    template = Template('{% load portal %}{% box "details" summary=title %}<p>{{ title }}</p>{% endbox %}')

    drawn = template.render(Context({"title": "<script>"}))

    assert drawn.count("&lt;script&gt;") == 2
    assert "<script>" not in drawn


def test_unknown_permission_in_a_template_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no_such_permission"):
        may(None, "no_such_permission")
