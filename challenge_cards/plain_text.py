"""Text as a reader sees it, whatever it was typed with: one kind of digit, dash, quote and space, nothing unseen."""

import re
import unicodedata

UNSEEN = ("Cf", "Cc", "Co", "Cn", "Mn", "Me")  # format and control characters, and marks set upon letters
SAME = str.maketrans("‐‑‒–—−’‘‛ʼ′“”„", "------'''''\"\"\"")
# Letters of other alphabets that look like Latin ones, as used to slip words past a filter
# Letters that are no others with a mark set upon them
SPELT = str.maketrans(
    {"Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d", "ı": "i", "ß": "ss", "Æ": "Ae", "æ": "ae"}
)
LOOK_ALIKE = str.maketrans(
    "аеорсухіјѕԁһɡνοαρτυκАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdhgvoaptukABEKMHOPCTXIJSABEZHIKMNOPTYX",
)


def plain(text: str) -> str:
    """Accents fall away too: "José" is found as "Jose". Lines stay lines."""
    spread = unicodedata.normalize("NFKD", text)
    seen = "".join(one for one in spread if one in "\n\t" or unicodedata.category(one) not in UNSEEN)
    latin = seen.translate(SAME).translate(SPELT).translate(LOOK_ALIKE)
    return re.sub(r"[^\S\n]+", " ", re.sub(r"\d", lambda digit: str(int(digit[0])), latin))
