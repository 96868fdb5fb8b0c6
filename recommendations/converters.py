from recommendations.exports import FORMATS


class RegisterFormatConverter:
    """The ending of a download of the register."""

    regex = "|".join(FORMATS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
