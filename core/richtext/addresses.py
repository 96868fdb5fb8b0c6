"""Which addresses a link in a text may lead to: the web and e-mail, written so that nothing need be escaped twice."""

import re
from urllib.parse import quote, urlsplit

LONGEST = 2000
SAFE = "%/:?#[]@!$&*+,;=-._~"
NOT_IN_AN_ADDRESS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def safe_address(href: str) -> str:
    """The address, or nothing where it leads elsewhere: no scripts, no files, no pages of the reader's own site."""
    address = quote(NOT_IN_AN_ADDRESS.sub("", href).strip(), safe=SAFE)
    try:
        parts = urlsplit(address)
    except ValueError:  # half an IPv6 address
        return ""
    is_web = parts.scheme in ("http", "https") and parts.netloc
    is_mail = parts.scheme == "mailto" and "@" in parts.path
    if not (is_web or is_mail) or len(address) > LONGEST:
        return ""
    return f"{parts.scheme}{address[len(parts.scheme) :]}"
