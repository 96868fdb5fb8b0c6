from core.csv_files import csv_file


def test_cells_are_escaped_and_nothing_is_an_empty_cell():
    made = csv_file(["Name", "Number"], [["=1+1", -3], ["Zoë, “Z”", None]])

    assert made.decode("utf-8-sig") == 'Name,Number\r\n\'=1+1,-3\r\n"Zoë, “Z”",\r\n'
    assert made.startswith(b"\xef\xbb\xbf")
