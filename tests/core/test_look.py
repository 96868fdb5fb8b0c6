"""Colours that can be read, and pages that are light to fetch."""

import gzip
import itertools
import re
from pathlib import Path

import pytest

from tests.contrast import contrast

ROOT = Path(__file__).parent.parent.parent
TOKEN = re.compile(r'"([a-z-]+)": \((#[0-9a-f]{6}), (#[0-9a-f]{6})\)')
TOKENS = {name: pair for name, *pair in TOKEN.findall((ROOT / "static/src/_tokens.scss").read_text())}
MODES = [(0, "light"), (1, "dark")]

TEXT_ON = {
    "body-background": [
        "text", "secondary-text", "link", "link-visited", "link-hover", "link-active", "error", "success",
        "rag-not-rated", "chart-line", "chart-concern", "warm-accent",
    ],
    "surface-background": ["surface-text", "secondary-text", "link", "link-visited", "link-hover", "error", "success"],
    "template-background": ["text", "secondary-text", "link", "link-visited", "link-hover"],
    "brand": ["inverse-text"],
    "brand-tint": ["text", "link"],
    "success-fill": ["inverse-text"],
    "focus": ["focus-text"],
    "button": ["inverse-text"],
    "button-hover": ["inverse-text"],
    "button-quiet": ["text"],
    "button-quiet-hover": ["text"],
    "button-warning": ["inverse-text"],
    "button-warning-hover": ["inverse-text"],
    "tag": ["tag-text"],
    "rag-green": ["rag-green-text"],
    "rag-amber": ["rag-amber-text"],
    "rag-red": ["rag-red-text"],
}  # fmt: skip
SHAPES_ON_PAGE = [
    "input-border",
    "error",
    "success",
    "link",
    "rag-not-rated",
    "button",
    "chart-line",
    "chart-concern",
]


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(("mode", "name"), MODES)
@pytest.mark.parametrize(("ground", "text"), [(g, t) for g, texts in TEXT_ON.items() for t in texts])
def test_text_stands_out_from_its_ground(ground: str, text: str, mode: int, name: str) -> None:
    assert contrast(TOKENS[text][mode], TOKENS[ground][mode]) >= 4.5


@pytest.mark.parametrize(("mode", "name"), MODES)
@pytest.mark.parametrize("shape", SHAPES_ON_PAGE)
def test_shape_stands_out_from_the_page(shape: str, mode: int, name: str) -> None:
    assert contrast(TOKENS[shape][mode], TOKENS["body-background"][mode]) >= 3


@pytest.mark.parametrize(("mode", "name"), MODES)
def test_red_stands_out_most(mode: int, name: str) -> None:
    page = TOKENS["body-background"][mode]
    red, amber, green = (
        contrast(TOKENS[f"rag-{colour}"][mode], page) for colour in ("red", "amber", "green")
    )

    assert red > max(amber, green)


def test_every_colour_is_named_in_the_tokens() -> None:
    sources = [path for path in (ROOT / "static/src").glob("*.scss") if path.name != "_tokens.scss"]
    colours = itertools.chain.from_iterable(
        re.findall(r"#[0-9a-f]{3,8}\b", path.read_text()) for path in sources
    )

    assert set(colours) <= {"#000000", "#ffffff"}  # paper and ink in print


def test_first_visit_fetches_at_most_150_kilobytes() -> None:
    build = ROOT / "static/build"
    text = [len(gzip.compress((build / name).read_bytes())) for name in ("portal.css", "portal.js")]
    fonts = [
        (build / f"fonts/source-sans-3-latin-{weight}-normal.woff2").stat().st_size for weight in (400, 600)
    ]

    assert sum(text + fonts) <= 150_000
    assert sum(text + fonts) > 20_000  # something was built
