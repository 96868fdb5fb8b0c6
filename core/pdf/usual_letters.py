"""The letters that papers usually print, and a page of them for the renderer to learn its fonts by."""

USUAL = "".join(map(chr, range(33, 127))) + "£§©°½·–—‘’“”•…éë"
WHOLE = "fi fl ff ffi ft tt fj"  # drawn as one letter, if the font does so
FACES = ("{}", "<strong>{}</strong>", "<em>{}</em>", "<strong><em>{}</em></strong>")


def page_of_letters() -> str:
    """HTML that prints the usual letters in each face."""
    words = "".join(f"&#{ord(letter)};" for letter in USUAL)
    lines = "".join(f"<p>{face.format(f'{words} {WHOLE}')}</p>" for face in FACES)
    return f"<html><head></head><body><h1>Letters</h1>{lines}<table><tr><td>1</td></tr></table></body></html>"
