import pytest

from core.contact_links import contact_links


def number(dialled: str, shown: str) -> str:
    return f'<a class="govuk-link portal-number" href="tel:{dialled}">{shown}</a>'


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("", ""),
        ("Ask your school.", "Ask your school."),
        ("Call 999.", f"Call {number('999', '999')}."),
        ("free on 0800 1111, day", f"free on {number('08001111', '0800 1111')}, day"),
        ("or +44 20 7946 0000", f"or {number('+442079460000', '+44 20 7946 0000')}"),
        (
            "0808 800 5792, or help@advocates.example.",
            number("08088005792", "0808 800 5792")
            + ', or <a class="govuk-link" href="mailto:help@advocates.example">help@advocates.example</a>.',
        ),
        ("since 2018, 1999 or 9990", "since 2018, 1999 or 9990"),
        ("<b>Us & them</b> 999", f"&lt;b&gt;Us &amp; them&lt;/b&gt; {number('999', '999')}"),
    ],
)
def test_what_can_be_called_or_written_to_is_a_link(text, drawn):
    assert contact_links(text) == drawn
