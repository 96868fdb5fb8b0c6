"""Answers in letters that the portal's own font lacks: on the page and on a poster."""

import re
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from fontTools.ttLib import TTFont

from challenge_cards.actions import wordings
from challenge_cards.models import PLAIN_FIELDS, CardWording, ChallengeCard, Language
from challenge_cards.report.public import _words
from tests.factories.challenge_cards import answered, looked_at, worker
from tests.page import open_page
from tests.pdf_checks import elements, problems

pytestmark = pytest.mark.django_db
ARABIC, ETHIOPIC = "vazirmatn-arabic", "noto-sans-ethiopic-ethiopic"
BUILD = Path(settings.BASE_DIR) / "static/build"
WORDS = {
    "ar": "نصف المقابلات الآن بعد المدرسة: ١٢٣ من 45؛ لماذا؟ «نعم»، شكرًا على سؤالكم وأسئلة ضيوفنا إذ غيّرت ظروف الخط.",
    "prs": "مصاحبه‌ها پس از مکتب است: ۱۲۳ تا ۴۵۶، چرا؟ «بلی»؛ گفتگو، ژانویه و پنجشنبه را می‌نویسیم.",
    "ckb": "چاوپێکەوتنەکان دوای قوتابخانەن: ١٢٣، بۆچی؟ گۆڕانکاری، دڵ، ڕێگا، ژوور، ڤیدیۆ و هەڤاڵ، ه\u200d.",
    "ps": "مرکې له ښوونځي وروسته دي: ۱۲۳، ولې؟ ټول ډېر ګړندي، موږ، ځوان، څوک، مڼه، ستړی، بدلولۍ، ووایئ.",
    "ti": "ፍርቂ ቃለ መጠይቓት ሕጂ ድሕሪ ትምህርቲ እዮም፦ 12፣ ስለምንታይ፧ ግዕዝ፤ ቐዳም፡ ኧ ዀነ ጐይታ ኲናት ጸሓይ ፅቡቕ።",
}
FONTS = {"ti": ETHIOPIC}


@pytest.fixture
def address(request):
    """Of a card that is answered in the language, checked."""
    language, by, card = request.param, worker(), answered()
    words = dict.fromkeys(PLAIN_FIELDS, "") | {"you_said": WORDS[language], "we_did": WORDS[language]}
    kept = wordings.write_wording(card, audience="11-16", language=language, version=0, by=by, **words)
    looked_at()
    wordings.check_wording(kept, version=1, by=by)
    return reverse("you_said:story_version", args=[card.pk, "11-16", language])


def each_language(test):
    return pytest.mark.parametrize(
        ("language", "address"), [(one, one) for one in WORDS], indirect=["address"]
    )(test)


def test_every_language_of_other_letters_is_tried_here():
    assert set(WORDS) == {one.value for one in Language if one.has_other_letters}


@pytest.mark.parametrize("weight", [400, 600])
@pytest.mark.parametrize("language", WORDS)
def test_font_has_every_letter_of_the_language_and_pages_ask_it_for_them(language, weight):
    name = FONTS.get(language, ARABIC)
    style = (BUILD / "letters.css").read_text()
    (face,) = re.findall(rf"\{{[^}}]*{name}-{weight}\.woff2[^}}]*\}}", style)
    asked = {code for first, last in re.findall(r"U\+(\w+)-(\w+)", face) for code in _range(first, last)}
    with TTFont(BUILD / f"fonts/{name}-{weight}.woff2") as font:
        held = asked & set(font.getBestCmap())

    assert {letter for letter in WORDS[language] if ord(letter) > 0xFF and ord(letter) not in held} == set()


@each_language
def test_page_tells_language_and_direction_and_has_the_letters(language, address):
    page = open_page(Client(), address)
    (article,) = page.all("article")
    ours = {(one.get("lang"), one.get("dir")) for one in page.all(".yousaid-label, .yousaid-ours")}

    assert (article.get("lang"), article.get("dir")) == (language, Language(language).direction)
    assert ours == {("en-GB", "ltr")}
    assert page.all("link[href$='letters.css']")
    assert f"{address}poster/" in page.links(".yousaid-ways a")


@pytest.mark.parametrize(
    ("language", "written", "shown"),
    [
        ("ar", "اتصل على 0800 1111.", "اتصل على \u20660800 1111\u2069."),
        ("prs", "۰۸۰۰ ۱۱۱۱", "\u2066۰۸۰۰ ۱۱۱۱\u2069"),
        ("ps", "+44 20-7946", "\u2066+44 20-7946\u2069"),
        ("ckb", "١٢ لە 24", "١٢ لە 24"),
        ("ti", "0800 1111", "0800 1111"),
    ],
)
def test_telephone_number_reads_from_the_left_in_every_language(language, written, shown):
    assert _words(ChallengeCard(), CardWording(language=language, you_said=written))["you_said"] == shown


def test_other_pages_do_not_load_the_letters():
    answered()

    assert open_page(Client(), reverse("you_said:page_read")).all("link[href$='letters.css']") == []


@pytest.mark.pdf
@each_language
def test_poster_is_drawn_in_its_own_letters_and_can_be_read_back(language, address):
    data = Client().get(f"{address}poster/").content
    is_rtl = Language(language).direction == "rtl"

    assert problems(data) == []
    assert _other_letters(_read_back(data)) == _other_letters(WORDS[language] * 2)
    with pikepdf.open(BytesIO(data)) as pdf:
        tags = elements(pdf)
        fonts = {str(one.FontName) for one in pdf.objects if "/FontFile2" in _keys(one)}
        in_order = " ".join(str(tag.ActualText) for tag in tags if "/ActualText" in tag)
    assert {str(tag.Lang) for tag in tags if tag.S == "/Art"} == {language}
    assert {str(tag.Lang) for tag in tags if "/Lang" in tag} == {language, "en-GB"}
    assert in_order == (f"{WORDS[language]} {WORDS[language]}" if is_rtl else "")
    assert any(("Ethiopic" if language == "ti" else "Vazirmatn") in name for name in fonts)


@pytest.mark.pdf
@each_language
def test_every_line_of_a_poster_begins_on_the_side_of_its_language(language, address):
    command = ["pdftotext", "-bbox-layout", "-", "-"]
    data = Client().get(f"{address}poster/").content
    told = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    lines = re.findall(r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"', told)
    starts = [
        float(right if Language(language).direction == "rtl" else left)
        for left, top, right in lines
        if 60 < float(top) < 750  # between head and foot, which are English
    ]

    assert len(starts) > 5
    assert max(starts) - min(starts) < 12  # a quotation mark or full stop has white beside it


def _range(first: str, last: str) -> range:
    return range(int(first, 16), int(last, 16) + 1)


def _keys(held) -> set:
    return set(held.keys()) if isinstance(held, pikepdf.Dictionary) else set()


def _read_back(data: bytes) -> str:
    return subprocess.run(
        ["pdftotext", "-", "-"], input=data, capture_output=True, check=True
    ).stdout.decode()


def _other_letters(words: str) -> Counter:
    """How often each stands there: pdftotext turns the two letters of a ligature round."""
    return Counter(letter for letter in words if letter.isalnum() and ord(letter) > 0xFF)
