import pytest
from django.template import engines

from core.richtext import clean, drawn

TEXT = clean("<h2>a</h2><h3>b</h3><ol><li>c<ol><li>d</ol></ol>")


def render(template: str, **context) -> str:
    return engines["django"].from_string("{% load portal %}" + template).render(context)


def test_kept_text_is_drawn_as_it_is():
    assert render("{{ text|rich }}", text=TEXT) == f'<div class="portal-rich">{TEXT}</div>'


@pytest.mark.parametrize(
    ("level", "tags"), [(2, ["<h2>", "<h3>"]), (3, ["<h3>", "<h4>"]), (6, ["<h6>", "<h6>"])]
)
def test_headings_go_below_those_of_the_page(level, tags):
    found = render("{{ text|rich:level }}", text=TEXT, level=level)

    assert [tag for tag in (f"<h{n}>" for n in range(1, 7)) for _ in range(found.count(tag))] == tags


def test_every_paragraph_can_be_led_to():
    assert render('{% rich_text text anchor="m1" heading=4 %}', text=TEXT) == (
        '<div class="portal-rich"><h4 id="m1-heading-1">a</h4><h5 id="m1-heading-2">b</h5>'
        '<ol><li id="m1-1"><p>c</p><ol type="a"><li id="m1-1-a"><p>d</p></li></ol></li></ol></div>'
    )


def test_no_text_draws_nothing():
    assert drawn("") == ""


@pytest.mark.parametrize("how", [{}, {"heading": 3}, {"anchor": "m"}])
def test_what_was_written_into_the_database_by_hand_does_no_harm(how):
    found = drawn("<p onclick=x>a<script>alert(1)</script><img src=x onerror=y></p>", **how)

    assert [sign for sign in ("script", "alert", "onclick", "onerror", "<img") if sign in found] == []
    assert ">a<" in found
