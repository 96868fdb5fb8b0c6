"""The page numbers that the portal's own papers print at their top right: in a pack they would contradict its own."""

import re

PIXEL = 0.75  # points
MARGIN = 75.0  # pixels: the page's own, above which no table repeats its head
SET_APART = re.compile(
    rb"/Artifact <</Type /Pagination>> BDC\n"
    rb"(?:[^\n]* (?:gs|rg)\n)*"
    rb"BT\n1 0 0 -1 (?P<left>[\d.]+) (?P<down>[\d.]+) Tm\n[^\n]*\n[^\n]* TJ\nET\nEMC\n"
)


def without_numbers(content: bytes, width: float) -> bytes:
    """``width`` of the page in points. What runs along its left stays: title and council."""
    return SET_APART.sub(lambda found: b"" if _is_at_top_right(found, width) else found[0], content)


def _is_at_top_right(found: re.Match[bytes], width: float) -> bool:
    return float(found["left"]) * PIXEL > width / 2 and float(found["down"]) < MARGIN
