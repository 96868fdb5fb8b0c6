"""How the sheets of the month's template look: what to fill in, and what is there to be compared with."""

from openpyxl.styles import Alignment, Font, PatternFill

HEADING = Font(bold=True, color="FFFFFF")
HEADING_FILL = PatternFill("solid", fgColor="24537A")
TO_FILL_IN = PatternFill("solid", fgColor="FFF8E5")
FOR_REFERENCE = PatternFill("solid", fgColor="E7E9EA")
QUIET = Font(color="505A5F")
WRAPPED = Alignment(wrap_text=True, vertical="top")
