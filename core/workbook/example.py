"""A workbook like those that come, for the reader to have read one before it waits for the next."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

from .limits import MONTHLY
from .namespaces import OFFICE
from .wire import pack_order

ROWS = 60
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CELLS = (
    '<c r="A{0}" t="s"><v>0</v></c><c r="B{0}" t="inlineStr"><is><t>% of children in care {0}</t></is></c>'
    '<c r="C{0}" t="s"><v>1</v></c><c r="D{0}" s="1"><v>43343</v></c><c r="E{0}" s="2"><v>0.98{0}</v></c>'
    '<c r="F{0}"><v>15{0}</v></c><c r="G{0}"><v>153{0}</v></c><c r="H{0}" t="str"><f>A1</f><v>Reported</v></c>'
)


def example_order() -> bytes:
    """What the child is asked when the file is an ordinary month's."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in _parts().items():
            package.writestr(name, content)
    return pack_order(".xlsx", MONTHLY, file.getvalue())


def _parts() -> dict[str, str]:
    rows = "".join(f'<row r="{n}">{CELLS.format(n)}</row>' for n in range(1, ROWS + 1))
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default ContentType="text/xml"/></Types>',
        "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": _relations(
            *("worksheet", "sheet.xml", "styles", "styles.xml", "sharedStrings", "strings.xml")
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{OFFICE}" xmlns:r="{RELATED}"><sheets><sheet name="Scorecard" r:id="r0"/></sheets>'
            "</workbook>"
        ),
        "xl/styles.xml": (
            f'<styleSheet xmlns="{OFFICE}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs>'
            "</styleSheet>"
        ),
        "xl/strings.xml": (
            f'<sst xmlns="{OFFICE}"><si><t>CIC01</t></si><si><r><t>All children</t></r></si></sst>'
        ),
        "xl/sheet.xml": f'<worksheet xmlns="{OFFICE}"><sheetData>{rows}</sheetData></worksheet>',
    }


def _relations(*kinds_and_targets: str) -> str:
    pairs = zip(kinds_and_targets[::2], kinds_and_targets[1::2], strict=True)
    items = "".join(
        f'<Relationship Id="r{n}" Type="{RELATED}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(pairs)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'
