"""What every test would pay for and none asks about."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.template import Context, Template
from django.test.utils import instrumented_test_render


def spare_what_was_collected() -> None:
    """Eleven thousand tests and all the portal's code stay until the end: no search for waste goes through them."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)  # a page leaves some thousand objects, nearly all freed at once


@contextmanager
def only_whole_pages_are_told() -> Iterator[None]:
    """``response.context`` is of the page itself: Django copies it anew for each of some twelve parts of a page."""
    told_of_all, Template._render = Template._render, _told_of_the_page
    yield
    Template._render = told_of_all


def _told_of_the_page(template: Template, context: Context) -> str:
    if context.template is template:
        return instrumented_test_render(template, context)
    return template.nodelist.render(context)
