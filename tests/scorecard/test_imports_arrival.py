import pytest

from scorecard.imports.arrival import Arrival


@pytest.mark.parametrize(
    ("sent", "name", "extension"),
    [
        ("Scorecard August.XLSX", "Scorecard August.XLSX", "xlsx"),
        ("../../etc/passwd", "passwd", ""),
        ("C:\\Users\\Somebody\\august.ods", "august.ods", "ods"),
        ("figures.xlsx.exe", "figures.xlsx.exe", ""),
        ("august\x00\r\n.csv", "august .csv", "csv"),
        ("cod\u202exslx.exe", "cod xslx.exe", ""),
        ("xlsx", "xlsx", ""),
        ("", "unnamed file", ""),
        ("\u200b", "unnamed file", ""),
    ],
)
def test_name_is_shown_without_path_or_trickery(sent, name, extension):
    arrival = Arrival(b"", sent)

    assert (arrival.name, arrival.extension) == (name, extension)


def test_long_name_keeps_its_ending():
    name = Arrival(b"", "x" * 300 + ".xlsx").name

    assert (len(name), name[-6:]) == (255, "x.xlsx")
