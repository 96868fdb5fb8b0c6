"""What there is to tell of a PDF: sizes, tags, fonts, pictures."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

PAPER = {"A5": (148, 210), "A4": (210, 297), "A3": (297, 420), "Letter": (216, 279), "A2": (420, 594)}
NEAR = 3  # millimetres
MM = 25.4 / 72
DEEPEST = 5  # forms in forms
MOST_NAMED = 8
FILES = {"/FontFile", "/FontFile2", "/FontFile3"}


def size_of(page: pikepdf.Page) -> tuple[float, float]:
    """Width and height in points as a reader sees them. Raises ValueError where they cannot be told."""
    left, bottom, right, top = (float(number) for number in page.cropbox)
    unit = float(page.obj.get("/UserUnit", 1))
    width, height = abs(right - left) * unit, abs(top - bottom) * unit
    turned = int(page.obj.get("/Rotate", 0)) % 180 == 90
    return (height, width) if turned else (width, height)


def size_words(width: float, height: float) -> str:
    """ "A4 portrait", "210 x 148 mm"."""
    sides = width * MM, height * MM
    for name, (short, long) in PAPER.items():
        if abs(min(sides) - short) <= NEAR and abs(max(sides) - long) <= NEAR:
            return f"{name} {'landscape' if width > height else 'portrait'}"
    return f"{sides[0]:,.0f} x {sides[1]:,.0f} mm"


def is_tagged(pdf: Pdf) -> bool:
    marks, tree = pdf.Root.get("/MarkInfo"), pdf.Root.get("/StructTreeRoot")
    marked = isinstance(marks, Dictionary) and bool(marks.get("/Marked", False))
    return marked and isinstance(tree, Dictionary) and "/K" in tree and "/ParentTree" in tree


def fonts_missing(pdf: Pdf) -> list[str]:
    """Names of fonts that the file expects on the reader's machine."""
    found = {_name(font) for page in pdf.pages for font in _fonts(page.obj) if not _is_embedded(font)}
    return sorted(found)[:MOST_NAMED]


def has_picture(page: pikepdf.Page) -> bool:
    return any(Name.Image == form.get("/Subtype") for form in _forms(_resources(page.obj), set(), 0))


def _fonts(page: pikepdf.Object) -> Iterator[Dictionary]:
    resources = _resources(page)
    places = [resources, *(_resources(form) for form in _forms(resources, set(), 0))]
    for place in places:
        fonts = place.get("/Font")
        for font in fonts.values() if isinstance(fonts, Dictionary) else ():
            if isinstance(font, Dictionary):
                yield from _simple(font)


def _simple(font: Dictionary) -> Iterator[Dictionary]:
    """A font of many signs names the one that has the letters."""
    below = font.get("/DescendantFonts")
    held = [one for one in below if isinstance(one, Dictionary)] if isinstance(below, Array) else []
    yield from held or [font]


def _is_embedded(font: Dictionary) -> bool:
    if Name.Type3 == font.get("/Subtype"):
        return True  # drawn in the file itself
    described = font.get("/FontDescriptor")
    return isinstance(described, Dictionary) and bool(FILES & set(described.keys()))


def _name(font: Dictionary) -> str:
    return str(font.get("/BaseFont", "a font without a name")).lstrip("/").rpartition("+")[2]


def _resources(owner: pikepdf.Object) -> Dictionary:
    """A page may have those of the pages above it."""
    for _ in range(50):
        held = owner.get("/Resources")
        if isinstance(held, Dictionary):
            return held
        owner = owner.get("/Parent")
        if not isinstance(owner, Dictionary):
            break
    return Dictionary()


def _forms(resources: Dictionary, known: set, depth: int) -> Iterator[pikepdf.Object]:
    held = resources.get("/XObject")
    for form in held.values() if isinstance(held, Dictionary) else ():
        if isinstance(form, pikepdf.Stream) and form.objgen not in known:
            known.add(form.objgen)
            yield form
            if depth < DEEPEST and isinstance(form.get("/Resources"), Dictionary):
                yield from _forms(form.Resources, known, depth + 1)
