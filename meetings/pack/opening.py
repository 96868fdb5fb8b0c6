"""Opens a file that somebody uploaded. What cannot be taken in whole is refused; nothing is left out in silence."""

from io import BytesIO

import pikepdf

from meetings.pack.faults import PackFault

MOST_PAGES = 2000
MENDED = ("file is damaged", "reconstruct")
LOST = (
    "EOF",
    "unable to recover",
    "parse error",
    "expected end",
    "treating stream as empty",
    "invalid password",
)


def opened(data: bytes) -> tuple[pikepdf.Pdf, list[str]]:
    """With what its reader had to say so far. Restrictions that need no password to open are lifted.

    Raises PackFault.
    """
    if not data.strip():
        raise PackFault("empty")
    try:
        pdf = pikepdf.open(BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError:
        raise PackFault("password") from None
    except (pikepdf.PdfError, RuntimeError):
        raise PackFault("unreadable") from None
    return pdf, _refuse_what_is_not_whole(pdf)


def warnings_of(pdf: pikepdf.Pdf) -> list[str]:
    """Those since it was last asked; some come only when a part is read."""
    return [str(warning) for warning in pdf.get_warnings()]


def was_mended(warnings: list[str]) -> bool:
    """Whether its index of objects had to be put together again."""
    return _are_in(MENDED, warnings)


def refuse_what_is_lost(warnings: list[str]) -> None:
    """An index can be mended without loss; an object that breaks off cannot. Raises PackFault."""
    if _are_in(LOST, warnings):
        raise PackFault("torn")


def _are_in(signs: tuple[str, ...], warnings: list[str]) -> bool:
    return any(sign in warning for warning in warnings for sign in signs)


def _refuse_what_is_not_whole(pdf: pikepdf.Pdf) -> list[str]:
    told = _told_pages(pdf)
    try:
        found = len(pdf.pages)
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError):
        raise PackFault("unreadable") from None
    warnings = warnings_of(pdf)
    if not found:
        raise PackFault("no_pages")
    if found > MOST_PAGES:
        raise PackFault("too_many_pages", found=found, most=MOST_PAGES)
    if told is not None and told > found:
        raise PackFault("cut_short", told=told, found=found)
    refuse_what_is_lost(warnings)
    return warnings


def _told_pages(pdf: pikepdf.Pdf) -> int | None:
    """How many the file says it has, asked before its tree of pages is mended."""
    try:
        return int(pdf.Root.Pages.Count)
    except (AttributeError, KeyError, TypeError, ValueError, pikepdf.PdfError):
        return None
