"""A served page, asked in CSS selectors."""

from cssselect2 import ElementWrapper
from django.test import Client
from lxml import html


class Page:
    def __init__(self, content: bytes):
        self.root = html.fromstring(content)

    def all(self, selector: str) -> list[html.HtmlElement]:
        return [found.etree_element for found in ElementWrapper.from_html_root(self.root).query_all(selector)]

    def texts(self, selector: str) -> list[str]:
        return [text_of(element) for element in self.all(selector)]

    def links(self, selector: str) -> list[str]:
        return [element.get("href") for element in self.all(selector)]


def open_page(client: Client, address: str, status: int = 200) -> Page:
    """What stands after "#" is for the browser alone."""
    response = client.get(address.partition("#")[0])
    assert response.status_code == status
    return Page(response.content)


def text_of(element: html.HtmlElement) -> str:
    """As a reader sees it, with single spaces."""
    return " ".join(element.text_content().split())
