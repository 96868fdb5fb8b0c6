import pytest
from django.template import Context, engines
from django.template.base import Origin, Template

from tests.unknown_variables import OWN


def drawn(source: str, name: str = "page.html", **given) -> str:
    engine = engines["django"].engine
    template = Template(source, origin=Origin(f"{OWN}/{name}"), engine=engine)
    return template.render(Context(given))


def test_variable_that_nobody_gave_is_an_error():
    with pytest.raises(AssertionError, match=r"page.html shows {{ item.name }}, which nobody gave it"):
        drawn("{{ item.name|upper }}", item={})


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{{ item.name }}", "A name"),
        ("{% if other %}yes{% else %}no{% endif %}", "no"),
        ('{{ other|default:"none" }}', "none"),
        ("{{ nothing }}", "None"),
    ],
)
def test_what_is_given_asked_for_or_expected_to_be_missing_is_shown(source, shown):
    assert drawn(source, item={"name": "A name"}, nothing=None) == shown


def test_component_may_be_given_less_than_it_can_show():
    assert drawn("[{{ hint|upper }}]", name="_components/tag.html") == "[]"
