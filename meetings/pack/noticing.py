"""What a file says of itself: its bookmarks, whether it claims PDF/UA, fonts that it lacks."""

import pikepdf
from pikepdf import Array, Dictionary, Name

MOST_MARKS, DEEPEST_MARK = 300, 3


def fonts_outside(pdf: pikepdf.Pdf) -> list[str]:
    for held in pdf.objects:
        if isinstance(held, Dictionary) and held.get("/Type") == Name.Font:
            descriptor = held.get("/FontDescriptor")
            is_composed = "/DescendantFonts" in held or held.get("/Subtype") == Name.Type3
            inside = isinstance(descriptor, Dictionary) and any(
                key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")
            )
            if not is_composed and not inside:
                return ["a font that is not in the file"]
    return []


def own_marks(source: pikepdf.Pdf) -> list[tuple[int, str, int]]:
    """At most some hundred, and none where they cannot be read: they only help to find the way."""
    numbers = {page.objgen: index for index, page in enumerate(source.pages)}
    found: list[tuple[int, str, int]] = []
    try:
        with source.open_outline(max_depth=DEEPEST_MARK) as outline:
            _gather(outline.root, 1, numbers, found)
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError, RuntimeError):
        return []
    return found[:MOST_MARKS]


def _gather(items: list, level: int, numbers: dict, found: list) -> None:
    for item in items:
        target = item.destination
        if isinstance(target, Array) and len(target) and isinstance(target[0], pikepdf.Object):
            index = numbers.get(target[0].objgen)
            title = " ".join(str(item.title).split())[:200]
            if index is not None and title and len(found) < MOST_MARKS:
                found.append((level, title, index))
        if level < DEEPEST_MARK:
            _gather(item.children, level + 1, numbers, found)
