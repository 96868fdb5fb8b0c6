"""Every reason why a file cannot be read, each with what to do about it: one catalogue, in plain English."""

import re

SAVE_AGAIN = "Open it in Excel or LibreOffice, save it under a new name and upload that."
SAVE_LEAN = "Delete the pictures, sheets and formatting that are not needed, save it and upload it again."
SAVE_AS_CSV = 'In Excel choose Save As, then "CSV UTF-8 (comma delimited)", and upload that.'
UNCLEAR = f"so it is not clear which one counts. {SAVE_AGAIN}"

SENTENCES = {
    # the file as a whole
    "nothing_in_it": "The file is empty (0 bytes). Save the workbook again and upload it.",
    "too_large": f"The file is {{size}} and the most that can be read is {{most}}. {SAVE_LEAN}",
    "ending": 'A file whose name ends in "{ending}" cannot be read. Save it as an Excel workbook (.xlsx), '
    "an OpenDocument spreadsheet (.ods) or CSV, and upload that.",
    "other_content": 'The name ends in "{ending}", but the file is {found}. {fix}',
    "password": "The workbook is protected by a password, so it cannot be read. Open it, remove the password "
    "(in Excel: File, Info, Protect Workbook, Encrypt with Password), save it and upload it again.",
    "cut_off": "The file breaks off: it was not saved or copied whole. Save it or copy it again and upload that.",
    "damaged": f"The file is damaged: {{detail}}. {SAVE_AGAIN}",
    # parts that have no business in it
    "macros": "The workbook contains macros ({part}). Save it as an Excel workbook without macros (.xlsx) "
    "and upload that.",
    "unwanted_part": "The workbook contains {what} ({part}). {fix}",
    "document_type": "The part {part} of the file declares a document type (DOCTYPE). No spreadsheet needs "
    f"one and it can be used to attack, so the file is refused. {SAVE_AGAIN}",
    "unpacks_too_large": f"The file unpacks to more than {{most}}, so it is refused. {SAVE_LEAN}",
    "packed_too_tightly": "The part {part} of the file unpacks to more than {ratio} times its size. "
    f"No ordinary workbook does, so the file is refused. {SAVE_AGAIN}",
    "too_many_parts": "The file has {found} parts inside it and the most that can be read is {most}. "
    f"{SAVE_LEAN}",
    "part_twice": f"The file holds the part {{part}} twice, {UNCLEAR}",
    "part_path": f"The file names a part outside itself ({{part}}), so it is refused. {SAVE_AGAIN}",
    # sheets, rows and cells
    "too_many_sheets": "The workbook has more than {most} sheets, the most that can be read. "
    "Delete the sheets that are not needed and upload it again.",
    "sheet_twice": f'The sheet "{{sheet}}" is there twice, {UNCLEAR}',
    "row_twice": f"{{place}} appears twice, or after a later row, {UNCLEAR}",
    "cell_twice": f"{{place}} appears twice, or after a later cell, {UNCLEAR}",
    "too_many_rows": "{place} holds something, and only the first {most} rows can be read. "
    "Delete what stands below your figures, or upload them in several files.",
    "too_many_columns": "{place} holds something, and only the first {most} columns can be read. "
    "Delete what stands to the right of your figures.",
    "too_many_empty_rows": "{place} is reached without an end in sight: the sheet declares a great many "
    "empty rows. Delete the empty rows below your figures, save it and upload it again.",
    "too_many_cells": "{place} is one cell too many: at most {most} filled cells can be read. "
    "Delete what is not needed, or upload the figures in several files.",
    "too_much_text": "{place} goes past the most text that can be read ({most} characters in the whole "
    "file). Shorten the notes, or put them elsewhere.",
    "cell_too_long": "{place} holds more than {most} characters, which no spreadsheet program allows. "
    "Shorten it.",
    # CSV
    "encoding": f"The text of the file cannot be made out. {SAVE_AS_CSV}",
    "control_character": f"{{place}} holds a character that is not text (code {{number}}). {SAVE_AS_CSV}",
    "csv_too_wide": "Row {row} of the file has {found} columns, and only {most} can be read. Perhaps its rows are "
    f"not on lines of their own, or its numbers have commas in them. {SAVE_AS_CSV}",
    "csv_row": f"Row {{row}} of the file cannot be made out: {{detail}}. {SAVE_AS_CSV}",
    # the reading itself
    "too_slow": f"Reading the file took longer than {{seconds}} seconds, so it was stopped. {SAVE_LEAN}",
    "too_much_memory": f"Reading the file takes more memory than is allowed. {SAVE_LEAN}",
    "reader_stopped": f"The file could not be read: the reader stopped at it. {SAVE_AGAIN}",
    "busy": "Several files are being read at the moment. Wait a minute and upload yours again.",
}

# Controls, and marks that change the direction of the words around them.
UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]+"
)
LONGEST_FIELD = 120


class UnreadableWorkbook(Exception):
    """A whole file that cannot be read. ``str()`` is the sentence for the person who uploaded it."""

    def __init__(self, code: str, /, **fields: object) -> None:
        self.code = code
        self.fields = {name: _tame(value) for name, value in fields.items()}
        super().__init__(SENTENCES[code].format_map(self.fields))


def _tame(value: object) -> str:
    """A name out of a hostile file, as part of one line."""
    text = UNPRINTABLE.sub(" ", str(value))
    return text if len(text) <= LONGEST_FIELD else f"{text[: LONGEST_FIELD - 1]}…"


def megabytes(size: int) -> str:
    return f"{size / (1024 * 1024):.1f} MB".replace(".0 MB", " MB")
