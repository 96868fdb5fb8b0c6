"""What an uploaded PDF goes on saying of itself once its author and program are taken out."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from core.documents.pdf_cleaning import clean
from core.documents.ua_claim import claims_ua

SAYS = b"<rdf:Description><dc:creator>canaryzq</dc:creator><pdfuaid:part>%s</pdfuaid:part></rdf:Description>"


@pytest.fixture
def pdf():
    with pikepdf.new() as made:
        made.add_blank_page()
        yield made


def cleaned(pdf: pikepdf.Pdf) -> bytes:
    clean(pdf)
    out = BytesIO()
    pdf.save(out, compress_streams=False)
    return out.getvalue()


@pytest.mark.parametrize(("part", "claimed"), [(b"1", True), (b"2", False), (b"12", False)])
def test_the_claim_stays_and_the_author_goes(pdf, part, claimed):
    pdf.Root.Metadata = pdf.make_stream(SAYS % part, Type=Name.Metadata, Subtype=Name.XML)

    assert b"canaryzq" not in cleaned(pdf)
    assert (claims_ua(pdf), "/Metadata" in pdf.Root) == (claimed, claimed)


def test_a_file_that_says_nothing_is_given_no_words(pdf):
    cleaned(pdf)

    assert "/Metadata" not in pdf.Root


def test_the_claim_goes_once_what_was_filled_in_is_printed_on_the_page(pdf):
    pdf.Root.Metadata = pdf.make_stream(SAYS % b"1", Type=Name.Metadata, Subtype=Name.XML)
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, Rect=[0, 0, 9, 9], F=4)
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(field)])

    cleaned(pdf)

    assert "/Metadata" not in pdf.Root
