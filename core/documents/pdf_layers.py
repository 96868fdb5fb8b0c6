"""Layers of a PDF that are switched off: what they hold is taken out, so that no other reader shows it.

A reader of the copy, and a pack above all, need not know of layers then: what was seen is there, the rest is not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf, String

BEGINS, ENDS = {"BDC", "BMC"}, {"EMC"}
PATHS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"}
DRAWS = {"Tj", "TJ", "Do", "sh", "EI", "INLINE IMAGE"}
NEXT_LINE = {"'", '"'}
DEEPEST = 12


def take_out_hidden(pdf: Pdf) -> int:
    """How many layers were switched off. No layer is left, and what stood in those that were on stays."""
    held = pdf.Root.get("/OCProperties")
    if held is None:
        return 0
    off = _switched_off(held)
    if off:
        for page in pdf.pages:
            _clean_annotations(page.obj, off)
            _clean_page(pdf, page, off)
        for one in list(pdf.objects):
            if isinstance(one, pikepdf.Stream):
                _clean_drawing(one, off)
        pdf.remove_unreferenced_resources()
    for group in _listed(held, "/OCGs"):
        group.Name = String("Layer")
    del pdf.Root["/OCProperties"]
    return len(off)


def _switched_off(held: pikepdf.Object) -> set[tuple[int, int]]:
    """As the file opens, and as it says for the screen or for print: one of them is enough to hide."""
    usual = held.get("/D", Dictionary()) if isinstance(held, Dictionary) else Dictionary()
    groups = {one.objgen: one for one in _listed(held, "/OCGs")}
    off = {one.objgen for one in _listed(usual, "/OFF")}
    if usual.get("/BaseState") == Name.OFF:
        off = set(groups) - {one.objgen for one in _listed(usual, "/ON")}
    return off | {one.objgen for one in _off_by_use(usual)}


def _off_by_use(usual: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for rule in _listed(usual, "/AS"):
        kind = str(rule.get("/Event", ""))
        for group in _listed(rule, "/OCGs"):
            use = group.get("/Usage", Dictionary())
            said = use.get(kind) if kind in ("/View", "/Print") and isinstance(use, Dictionary) else None
            if isinstance(said, Dictionary) and said.get(f"{kind}State") == Name.OFF:
                yield group


def _listed(owner: pikepdf.Object, key: str) -> list[pikepdf.Object]:
    held = owner.get(key) if isinstance(owner, Dictionary) else None
    if isinstance(held, Dictionary):
        return [held]
    return [one for one in held if isinstance(one, Dictionary)] if isinstance(held, Array) else []


def _is_hidden(layer: pikepdf.Object | None, off: set[tuple[int, int]], depth: int = 0) -> bool:
    """A group, or a rule over several. A rule that cannot be read hides nothing."""
    if not isinstance(layer, Dictionary) or depth > DEEPEST:
        return False
    if layer.get("/Type") != Name.OCMD:
        return layer.objgen in off
    if isinstance(layer.get("/VE"), Array):
        return not _is_true(layer.VE, off)
    hidden = [one.objgen in off for one in _listed(layer, "/OCGs")]
    if not hidden:
        return False
    rule = str(layer.get("/P", "/AnyOn"))
    shown = {"/AllOn": not any(hidden), "/AnyOff": any(hidden), "/AllOff": all(hidden)}
    return not shown.get(rule, not all(hidden))


def _is_true(rule: pikepdf.Object, off: set[tuple[int, int]], depth: int = 0) -> bool:
    if isinstance(rule, Dictionary):
        return rule.objgen not in off
    if not isinstance(rule, Array) or not len(rule) or depth > DEEPEST:
        return True
    how, *parts = list(rule)
    found = [_is_true(part, off, depth + 1) for part in parts]
    known = {"/Not": not all(found), "/Or": any(found)}
    return known.get(str(how), all(found))


def _clean_annotations(page: pikepdf.Object, off: set[tuple[int, int]]) -> None:
    held = page.get("/Annots")
    if isinstance(held, Array):
        page.Annots = Array(
            [one for one in held if not (isinstance(one, Dictionary) and _is_hidden(one.get("/OC"), off))]
        )


def _clean_drawing(drawing: pikepdf.Stream, off: set[tuple[int, int]]) -> None:
    if _is_hidden(drawing.get("/OC"), off):
        _empty(drawing)
    elif layers := _layers(drawing.get("/Resources"), off):
        drawing.write(pikepdf.unparse_content_stream(_shown(drawing, layers)))


def _clean_page(pdf: Pdf, page: pikepdf.Page, off: set[tuple[int, int]]) -> None:
    if layers := _layers(page.resources, off):
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(_shown(page, layers)))


def _layers(resources: pikepdf.Object | None, off: set[tuple[int, int]]) -> set[str]:
    """The names by which this drawing calls what is hidden."""
    known = resources.get("/Properties") if isinstance(resources, Dictionary) else None
    if not isinstance(known, Dictionary):
        return set()
    return {name for name, layer in known.items() if _is_hidden(layer, off)}


@dataclass(slots=True)
class _Depth:
    """Which of the marks that are open hide what stands in them."""

    open: list[bool] = field(default_factory=list)

    @property
    def is_hidden(self) -> bool:
        return any(self.open)


def _shown(drawing: pikepdf.Object | pikepdf.Page, layers: set[str]) -> Iterator[tuple]:
    """Without the strokes, words and pictures of hidden parts. Where the pen is and how it writes goes on."""
    depth = _Depth()
    for operands, operator in pikepdf.parse_content_stream(drawing):
        sign = str(operator)
        if sign in BEGINS:
            hides = sign == "BDC" and str(operands[0]) == "/OC" and str(operands[1]) in layers
            was_hidden = depth.is_hidden
            depth.open.append(hides)
            if not (hides or was_hidden):
                yield operands, operator
        elif sign in ENDS:
            was_hidden = depth.is_hidden
            if depth.open:
                depth.open.pop()
            if not was_hidden:
                yield operands, operator
        elif not depth.is_hidden:
            yield operands, operator
        else:
            yield from _unseen(operands, sign)


def _unseen(operands: list, sign: str) -> Iterator[tuple]:
    if sign in PATHS:
        yield [], Operator("n")
    elif sign in NEXT_LINE:
        yield [], Operator("T*")
    elif sign not in DRAWS:
        yield operands, Operator(sign)


def _empty(drawing: pikepdf.Stream) -> None:
    for key in set(drawing.keys()) - {"/Length"}:
        del drawing[key]
    drawing.Type, drawing.Subtype, drawing.BBox = Name.XObject, Name.Form, Array([0, 0, 0, 0])
    drawing.write(b"")
