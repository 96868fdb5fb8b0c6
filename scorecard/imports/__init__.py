"""From a workbook to figures: its layout, the check and its report, the writing of what was approved."""
