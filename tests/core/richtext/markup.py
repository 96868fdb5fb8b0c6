"""HTML as nobody should write it, for laws that must hold whatever is pasted."""

from hypothesis import strategies as st

NAMES = [
    *[
        "p",
        "b",
        "strong",
        "i",
        "em",
        "ol",
        "ul",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h6",
        "blockquote",
        "br",
        "a",
        "div",
    ],
    *[
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "sub",
        "sup",
        "span",
        "script",
        "style",
        "img",
        "svg",
        "math",
    ],
    *["iframe", "o:p", "font", "hr", "pre", "template", "textarea", "dl", "dt", "dd", "caption", "noscript"],
]
ATTRIBUTES = [
    *["", ' type="a"', ' type="i"', " type=1", " start=7", ' href="https://a.example/b c"', ' scope="col"'],
    *[" onclick=alert(1)", ' href="javascript:alert(1)"', " style='mso-list:l0 level2 lfo1'", ' class="x"'],
    *[
        ' style="mso-list:Ignore"',
        " href=java&#115;cript:1",
        ' href="mailto:a@b.example"',
        " ' ",
        ' src="x"',
        ">",
    ],
    *[' style="font-weight:bold"', ' href="//a.example"', ' href="/logout"', ' href="https://[::1"'],
]
PIECES = [
    *[
        "a",
        "two words",
        " ",
        "\n",
        "\t",
        "&nbsp;",
        "&nbsp;&nbsp;",
        "·",
        "· ",
        "o\t",
        "1.\t",
        "a)\t",
        "i.\t",
        "•",
    ],
    *[
        "<",
        ">",
        "&",
        "&amp;",
        "&lt;b&gt;",
        "&#60;",
        "&#0;",
        "&#133;",
        '"',
        "'",
        "<!--",
        "-->",
        "<![if !x]>",
        "</",
    ],
    *[
        "<!",
        "<?",
        "\u200b",
        "\xad",
        "*",
        "**",
        "_",
        "^",
        "~",
        "[x](https://a.example)",
        "\\",
        "|",
        "|=",
        "##",
        "> ",
    ],
    *["---", "- ", "1. ", "ii. ", "2)", "é", "𝒳", "£5", "<br>", "<br><br>", "b)", "h) ", "i) "],
]


def element(inner):
    """An element around others; sometimes its start or its end is missing."""
    return st.builds(
        lambda name, attributes, children, has_start, has_end: (
            f"{f'<{name}{attributes}>' if has_start else ''}{''.join(children)}{f'</{name}>' if has_end else ''}"
        ),
        st.sampled_from(NAMES),
        st.sampled_from(ATTRIBUTES),
        st.lists(inner, max_size=5),
        st.sampled_from([True] * 9 + [False]),
        st.sampled_from([True] * 6 + [False]),
    )


def markup():
    piece = st.sampled_from(PIECES) | st.text(max_size=6)
    return st.lists(st.recursive(piece, element, max_leaves=25), max_size=6).map("".join)
