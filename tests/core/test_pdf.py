import hashlib
import os
import re
import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest
from django.conf import settings as django_settings

from core.pdf import Attachment, PdfError, html_of, render
from core.pdf.rendering import LIMITS
from tests.core.documents import TITLE, document, page, rendered, table
from tests.pdf_checks import assert_accessible, elements, spoken

pytestmark = pytest.mark.pdf

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100"
    "c9fe92ef0000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def scorecard() -> bytes:
    return render(document(), title=TITLE)


@pytest.fixture
def refused(caplog):
    """How many addresses the last document asked for in vain."""

    def count() -> int:
        found = [re.search(r"refused (\d+) addresses", record.getMessage()) for record in caplog.records]
        return sum(int(match[1]) for match in found if match)

    return count


def words(data: bytes) -> str:
    told = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return " ".join(told.stdout.decode().split())


# Accessible


def test_a_document_keeps_pdf_ua(scorecard):
    assert_accessible(scorecard)


def test_total_of_a_table_over_several_pages_stands_at_its_end_only():
    rows = "".join(f"<tr><th scope='row'>{age}</th><td>5</td></tr>" for age in range(120))
    foot = "<tfoot><tr><th scope='row'>All children</th><td>600</td></tr></tfoot>"
    head = "<thead><tr><th scope='col'>Age</th><th scope='col'>Number</th></tr></thead>"
    data = render(page(f"<h1>Care</h1><table>{head}<tbody>{rows}</tbody>{foot}</table>"), title=TITLE)

    assert words(data).count("All children") == 1
    assert words(data).count("Age") > 1
    assert_accessible(data)


def test_a_paragraph_is_one_tag_however_many_lines_it_has():
    html = page(
        f"<h1>Care</h1><p>{'Words <span>of the</span> panel. ' * 60}</p><p>One <strong>loud</strong> word.</p>"
    )
    data = render(html, title=TITLE)

    with pikepdf.open(BytesIO(data)) as pdf:
        kinds = [str(element.S) for element in elements(pdf)]
    assert kinds[1:] == ["/H1", "/P", "/P", "/NonStruct", "/Span"]  # the last two: the loud word
    said = " ".join(" ".join(re.findall('"(.*)"', spoken(data))).split())
    assert said == f"Care {'Words of the panel. ' * 60}One loud word."
    assert_accessible(data)


def test_a_document_is_read_out_in_order_with_the_chart_described(scorecard):
    said = spoken(scorecard)

    assert [said.index(word) for word in ("Children in care", "the guidance", "Indicator 0", "Łukasz Nguyễn")]
    with pikepdf.open(BytesIO(scorecard)) as pdf:
        (figure,) = [element for element in elements(pdf) if str(element.S) == "/Figure"]
        assert str(figure.Alt).startswith(
            "47.7% in August 2018. 50% in September 2017, 49% in November 2017."
        )


def test_running_header_and_page_number_are_seen_but_not_read_out(scorecard):
    assert "Page 2 of" in words(scorecard)
    assert "Page 2 of" not in spoken(scorecard)


def test_a_table_over_several_pages_is_one_table_whose_head_is_seen_on_each(scorecard):
    with pikepdf.open(BytesIO(scorecard)) as pdf:
        pages = len(pdf.pages)
        kinds = [str(element.S) for element in elements(pdf)]

    assert pages > 2
    assert (kinds.count("/Table"), kinds.count("/THead"), kinds.count("/Caption")) == (1, 1, 1)
    assert words(scorecard).count("24 months") == pages
    assert spoken(scorecard).count('"24 months"') == 1


def test_a_link_is_called_by_its_words(scorecard):
    with pikepdf.open(BytesIO(scorecard)) as pdf:
        assert [str(link.Contents) for link in pdf.pages[0].Annots] == ["the guidance", "the figures"]


def test_scope_follows_the_html():
    data = rendered("<h1>T</h1><table><tr><th>Month</th></tr><tr><th scope='row'>August</th></tr></table>")

    with pikepdf.open(BytesIO(data)) as pdf:
        heads = [element.A.Scope for element in elements(pdf) if str(element.S) == "/TH"]
    assert heads == ["/Column", "/Row"]


def test_a_figure_stands_where_it_is_drawn(scorecard):
    with pikepdf.open(BytesIO(scorecard)) as pdf:
        (figure,) = [element for element in elements(pdf) if str(element.S) == "/Figure"]
        left, bottom, right, top = map(float, figure.A.BBox)
        width, height = map(float, figure.Pg.MediaBox[2:])
    assert 56 < left < right < width - 56
    assert 300 < bottom < top < height - 56


@pytest.mark.parametrize("picture", ['<img src="attachment:a.png">', "<svg viewBox='0 0 1 1'></svg>"])
def test_a_picture_without_a_description_is_refused(picture):
    with pytest.raises(PdfError, match=f"“{TITLE}” .* no description"):
        rendered(picture, attachments=[Attachment("a.png", PIXEL, "image/png")])


def test_a_chart_that_cannot_be_drawn_is_not_left_out():
    with pytest.raises(PdfError, match="could not be drawn"):
        rendered(
            '<svg viewBox="0 0 1 1"><title>A chart</title><g transform="rotate(a)"><path d="M0 0"/></g></svg>'
        )


# Letters


def test_letters_of_many_languages_are_printed_in_the_portals_font():
    data = rendered("<h1>Łódź, Nguyễn, Ştefan, Жук, Ελλάς, £5, “quoted”, → ≥ ● ▲ ◆</h1>")

    assert "Łódź, Nguyễn, Ştefan, Жук, Ελλάς, £5, “quoted”" in words(data)
    assert set("→≥●▲◆") <= set(words(data))
    with pikepdf.open(BytesIO(data)) as pdf:
        fonts = {str(part.BaseFont).split("+")[1] for part in pdf.objects if "/BaseFont" in keys(part)}
    assert {font.rstrip(",") for font in fonts} == {"Source-Sans-3", "Source-Sans-3-Semi-Bold"}


def keys(part) -> set[str]:
    return set(part.keys()) if isinstance(part, pikepdf.Dictionary) else set()


def test_emoji_become_words():
    assert "Happy [grinning face] [waving hand sign] ❤" in words(rendered("<p>Happy 😀 👋🏽 ❤️</p>"))


def test_characters_that_are_none_are_left_out():
    assert "A plain word" in words(rendered("<p>A pl\x07ain\x00 wo\ud800rd\ufffe</p>"))


def test_letters_the_font_lacks_are_named():
    with pytest.raises(PdfError, match=r"cannot print: ب \(arabic letter beh\)"):
        rendered("<p>ب</p>")


# What a document may open


FORBIDDEN = (
    "file:///etc/hostname",
    "https://portal.invalid/static/../../etc/hostname",
    "https://portal.invalid/static/%2e%2e/pyproject.toml",
    "http://127.0.0.1:9/x.png",
    "data:image/png;base64,AAAA",
    "attachment:another",
)


@pytest.mark.parametrize(
    ("route", "asked"),
    [
        ("<link rel='attachment' href='{}'>", 6),
        ("<p><a rel='attachment' href='{}'>file</a></p>", 4),  # file: and data: are no links at all
        ("<img alt='x' src='{}'>", 6),
        ("<svg viewBox='0 0 9 9'><title>x</title><image href='{}' width='9' height='9'/></svg>", 6),
        ("<style>@import url('{}')</style>", 6),
        ("<style>@font-face{{font-family:X;src:url('{}')}} p{{font-family:X}}</style><p>x</p>", 6),
        ("<p style=\"background:url('{}')\">x</p>", 6),
    ],
    ids=["link", "a", "img", "svg image", "import", "font", "background"],
)
def test_nothing_outside_the_allow_list_is_opened(route, asked, refused):
    data = rendered("<h1>T</h1>" + "".join(route.format(address) for address in FORBIDDEN))

    assert refused() == asked
    with pikepdf.open(BytesIO(data)) as pdf:
        assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})
        assert not [part for part in pdf.objects if "/EF" in keys(part)]


def test_a_link_that_leads_out_of_the_static_folder_is_refused(tmp_path, settings, refused):
    (tmp_path / "static").mkdir()
    (tmp_path / "secret.png").write_bytes(PIXEL)
    (tmp_path / "static" / "way-out.png").symlink_to(tmp_path / "secret.png")
    settings.STATICFILES_DIRS = [*settings.STATICFILES_DIRS, tmp_path / "static"]

    rendered("<img alt='x' src='/static/way-out.png'>", base_url="https://panel.example/")

    assert refused() == 1


def test_a_document_may_show_its_own_attachment(refused):
    data = rendered(
        "<h1>T</h1><p><img alt='One dot' src='attachment:dot.png'></p>",
        attachments=[Attachment("dot.png", PIXEL, "image/png")],
    )

    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages[0].get_images()) == 1
    assert refused() == 0


def test_a_missing_file_of_our_own_is_named():
    with pytest.raises(PdfError, match=r"own file build/gone\.css is missing"):
        rendered("<p>x</p>", stylesheets=("build/gone.css",))


def test_a_link_that_leads_nowhere_from_paper_becomes_words():
    addresses = ("javascript:alert(1)", "JavaScript:x", "file:///etc/passwd", "/scorecard/", "data:,x", "")
    links = "".join(f"<a href='{address}'>Read on {number}</a> " for number, address in enumerate(addresses))

    data = rendered(f"<h1>T</h1><p>{links}</p>")

    assert "Link" not in spoken(data)
    assert "Read on 0 Read on 1 Read on 2 Read on 3 Read on 4 Read on 5" in words(data)


def test_a_relative_link_leads_to_the_portal_when_its_address_is_given():
    data = rendered("<h1>T</h1><p><a href='/scorecard/'>Read on</a></p>", base_url="https://panel.example/")

    assert_accessible(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert str(pdf.pages[0].Annots[0].A.URI) == "https://panel.example/scorecard/"


# Limits


def test_too_deep_nesting_is_said_plainly():
    with pytest.raises(PdfError, match="nested too deeply"):
        rendered("<ul><li>x" * 400)


def test_a_document_that_takes_too_long_is_stopped():
    nested = "<div style='display:flex'><p>x</p>" * 14
    with pytest.raises(PdfError, match=f"“{TITLE}” .* took longer than 1 seconds"):
        rendered(nested, limits=LIMITS._replace(cpu_seconds=1, wall_seconds=1))


def test_a_document_that_needs_too_much_memory_is_stopped():
    with pytest.raises(PdfError, match=f"“{TITLE}” could not be made"):
        rendered(table(100), limits=LIMITS._replace(memory_bytes=150 * 1024 * 1024))


# The same again


def test_the_same_input_gives_the_same_bytes_in_another_process(scorecard):
    program = (
        "import django, hashlib, sys; django.setup(); "
        "from core.pdf import render; from tests.core.documents import TITLE, document; "
        "print(hashlib.sha256(render(document(), title=TITLE)).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "DJANGO_SETTINGS_MODULE": "cpp_portal.settings"}
    told = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        cwd=django_settings.BASE_DIR,
        capture_output=True,
        check=True,
    )

    assert told.stdout.decode().strip() == hashlib.sha256(scorecard).hexdigest()


def test_no_clock_and_no_version_is_in_the_file(scorecard):
    with pikepdf.open(BytesIO(scorecard)) as pdf:
        assert dict(pdf.docinfo) == {"/Title": TITLE, "/Producer": "Corporate Parenting Panel portal"}
    assert not re.search(rb"WeasyPrint|pikepdf|/ModDate|/CreationDate", scorecard)


# From a template


def test_a_template_gives_a_whole_paper(settings):
    settings.COUNCIL_NAME = "Anytown <Council>"

    data = render(html_of("pdf/base.html", {}, title="A & B"), title="A & B")

    assert "Anytown <Council>" in words(data)
    assert "Page 1 of 1" in words(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert str(pdf.docinfo.Title) == "A & B"


def test_a_landscape_paper_is_landscape():
    html = page("<h1>Wide</h1>").replace("<body", '<body class="landscape"')

    with pikepdf.open(BytesIO(render(html, title=TITLE))) as pdf:
        assert [round(float(side)) for side in pdf.pages[0].MediaBox[2:]] == [842, 595]
