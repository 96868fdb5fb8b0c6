"""Whether a PDF says that it keeps PDF/UA-1, and how it goes on saying so without the facts that stand around it."""

import re

import pikepdf
from pikepdf import Name, Pdf

CLAIM = re.compile(rb"""pdfuaid:part(?:\s*=\s*["']|\s*>)\s*1\b""")
BARE = b"""<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def claims_ua(pdf: Pdf) -> bool:
    told = pdf.Root.get("/Metadata")
    return isinstance(told, pikepdf.Stream) and bool(CLAIM.search(told.read_bytes()))


def claim_ua(pdf: Pdf) -> None:
    """And nothing else of what its metadata said."""
    pdf.Root.Metadata = pdf.make_stream(BARE, Type=Name.Metadata, Subtype=Name.XML)
