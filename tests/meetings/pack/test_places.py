from itertools import product as every

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.pack.places import (
    BAND,
    SMALLEST,
    at_top_right,
    centred_at_foot,
    inverse,
    moved,
    moved_box,
    product,
    seen,
    shrunk,
)

SIZES = [
    (595, 842),
    (842, 595),
    (612, 792),
    (842, 1191),
    (1191, 842),
    (280, 120),
    (72, 72),
    (3, 3),
    (14400, 14400),
]
PAGES = list(every(SIZES, (0, 90, 180, 270), ((0, 0), (-100, 50)), (1, 2.5)))
sides = st.floats(3, 14400)


def box_of(size, corner):
    return (*corner, corner[0] + size[0], corner[1] + size[1])


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_seen_corners_are_corners_of_the_page_as_it_is_turned(rotate):
    page = seen((10, 20, 110, 220), rotate, 1)

    corner = {0: (10, 20), 90: (110, 20), 180: (110, 220), 270: (10, 220)}[rotate]
    assert moved(page.to_user, 0, 0) == corner
    assert (page.width, page.height) == ((100, 200) if rotate in (0, 180) else (200, 100))


@pytest.mark.parametrize(("size", "rotate", "corner", "unit"), PAGES)
def test_a_page_is_shrunk_into_itself_and_never_below_nine_tenths(size, rotate, corner, unit):
    box = box_of(size, corner)
    page = seen(box, rotate, unit)

    inner = moved_box(shrunk(page), box)
    across, up = ((inner[2] - inner[0]) / size[0], (inner[3] - inner[1]) / size[1])

    assert across == pytest.approx(up)
    assert SMALLEST - 1e-9 <= across < 1
    assert all(low >= start - 1e-6 for low, start in zip(inner[:2], box[:2], strict=True))
    assert all(high <= end + 1e-6 for high, end in zip(inner[2:], box[2:], strict=True))


@pytest.mark.parametrize(("size", "rotate", "corner", "unit"), PAGES)
def test_stamps_stand_on_the_page_and_clear_of_what_was_on_it(size, rotate, corner, unit):
    box = box_of(size, corner)
    page = seen(box, rotate, unit)
    content = moved_box(inverse(page.to_user), moved_box(shrunk(page), box))

    for width, (x, y) in (
        (40, centred_at_foot(page, 40 * page.unit)),
        (75, at_top_right(page, 75 * page.unit)),
    ):
        left, right = x, x + width * page.unit
        low, high = y - 2.1 * page.unit, y + 7.2 * page.unit  # what hangs below the line, and capitals
        assert 0 <= left < right <= page.width
        assert 0 < low < high < page.height
        assert high <= content[1] + 1e-6 or low >= content[3] - 1e-6


def test_bands_on_a4_leave_nearly_all_of_the_page():
    assert shrunk(seen((0, 0, 595, 842), 0, 1))[0] == pytest.approx(1 - 2 * BAND / 842)


@given(sides, sides, st.sampled_from([0, 90, 180, 270]), st.floats(0.1, 10))
def test_seen_and_user_space_lead_back_to_each_other(width, height, rotate, unit):
    page = seen((0, 0, width, height), rotate, unit)

    assert product(page.to_user, inverse(page.to_user)) == pytest.approx((1, 0, 0, 1, 0, 0), abs=1e-6)
