"""Takes the pictures of docs/images anew: .venv/bin/python tools/pictures.py http://localhost:8000

From a demonstration that nobody has changed, served on that address, after `tools/setup dev`.
"""

import os
import sys
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from pypdfium2 import PdfDocument

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.chromium import chromium  # noqa: E402  found by the line above

IMAGES = ROOT / "docs" / "images"
PASSWORD = "corporate-parents"
COLOURS, PAPER_WIDTH = 128, 936
OFFICER, MEMBER, ANALYST, NOBODY = "democratic.services", "panel.member", "mi.officer", ""
DESK, TALL, TABLET, PHONE = (1280, 900), (1280, 1120), (768, 900), (375, 900)
SLIPS = {"E2": "ninety-eight", "E6": "98,9", "A8": "CIC99", "F10": 5000}


class Picture(NamedTuple):
    name: str
    reader: str
    path: str
    size: tuple[int, int] = DESK
    top: str = ""  # what to scroll to


PICTURES = (
    Picture("scorecard", MEMBER, "/scorecard/?month=2018-08"),
    Picture("phone", MEMBER, "/scorecard/?month=2018-08", PHONE, "Care planning and placements"),
    Picture("indicator", MEMBER, "/scorecard/indicators/CIC29/?month=2018-08", TALL),
    Picture("meeting", NOBODY, "/meetings/3/"),
    Picture("pack", NOBODY, "/meetings/3/pack/"),
    Picture("agenda-draft", OFFICER, "/meetings/11/agenda/", TALL),
    Picture("minutes", NOBODY, "/meetings/2/minutes/"),
    Picture("attendance", OFFICER, "/meetings/11/attendance/", TABLET),
    Picture("recommendations", NOBODY, "/recommendations/"),
    Picture("recommendation", NOBODY, "/recommendations/4/"),
    Picture("you-said", NOBODY, "/you-said-we-did/", PHONE),
)


def take_all(address: str) -> None:
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=options)
        readers = {reader: signed_in(browser, address, reader) for reader in {one.reader for one in PICTURES}}
        for one in PICTURES:
            page = readers[one.reader]
            page.set_viewport_size({"width": one.size[0], "height": one.size[1]})
            page.goto(f"{address}{one.path}")
            if one.top:
                page.get_by_role("heading", name=one.top).evaluate("heading => heading.scrollIntoView()")
            keep(one.name, screen(page))
        take_upload(signed_in(browser, address, ANALYST), address)
        take_paper(readers[MEMBER], address)


def signed_in(browser: Browser, address: str, reader: str) -> Page:
    page = browser.new_page()
    if reader:
        page.goto(f"{address}/accounts/login/")
        page.fill("input[name=login]", f"{reader}@demonstration.example")
        page.fill("input[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "login" not in url)
    return page


def take_upload(page: Page, address: str) -> None:
    """August as it was uploaded, with slips that a person makes."""
    month = page.request.get(f"{address}/scorecard/uploads/4/file/").body()
    book = load_workbook(BytesIO(month))
    for cell, value in SLIPS.items():
        book["Scorecard"][cell] = value
    book.save(made := BytesIO())
    page.set_viewport_size({"width": TALL[0], "height": TALL[1]})
    page.goto(f"{address}/scorecard/uploads/new/")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    workbook = {"name": "scorecard-2018-08.xlsx", "mimeType": kind, "buffer": made.getvalue()}
    page.set_input_files("input[type=file]", files=[workbook])
    page.locator("main form button").first.click()
    page.get_by_role("heading", name="problems to fix").first.wait_for()
    keep("upload-check", screen(page))


def take_paper(page: Page, address: str) -> None:
    """Its first page."""
    pdf = page.request.get(f"{address}/scorecard/2018-08.pdf").body()
    first = PdfDocument(pdf)[0]
    keep("paper", first.render(scale=PAPER_WIDTH / first.get_width()).to_pil())


def screen(page: Page) -> Image.Image:
    return Image.open(BytesIO(page.screenshot()))


def keep(name: str, picture: Image.Image) -> None:
    picture.convert("RGB").quantize(COLOURS).save(IMAGES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    take_all(sys.argv[1].rstrip("/"))
