"""Reference examples of form fields that the pack does not draw, each with the reason."""

UNCOUNTED = "the limit is the server's, which counts characters"
LIMITLESS = "a limit that no server check stands behind helps nobody"
LANGUAGE = "the portal speaks one language"
LEGEND = "a group of choices or boxes always has a legend"
NAMES = "the parts of a field are named after it"
CLASSES = "the look is said once, in the form, not in classes on every part"
DISTRUST = "a file is chosen with the browser's own control"
PARTIAL_DATE = "a date field asks for a whole date"
NUMBERS = "numbers are typed as text: spinners change figures by accident"
SAID = "a box drawn as wrong is always told why"
VALUES = "every choice of a Django field has a value"
UNSUPPORTED: dict[str, dict[str, str]] = {
    "character-count": {
        **dict.fromkeys(
            [f"with count type '{kind}'{more}" for kind in ("characters", "words")
             for more in ("", " and value", " and error message", " and threshold")], UNCOUNTED,
        ),
        "with count type 'length'": UNCOUNTED,
        "with custom textarea description": LANGUAGE,
        "custom classes on countMessage": CLASSES,
        "with textarea maxlength attribute": "too long a text is told so, not cut off",
        "to configure in JavaScript": LIMITLESS,
        "with neither maxlength nor maxwords set": LIMITLESS,
        "with neither maxlength, maxwords nor textarea description set": LIMITLESS,
        "with translations": LANGUAGE,
    },
    "checkboxes": {
        **dict.fromkeys(["with hints on items", "with id and name", "with disabled item"], NAMES),
        **dict.fromkeys(
            ["with idPrefix", "with falsy values", "classes", "attributes", "with checked item",
             "items with attributes",
             "empty conditional", "with label classes", "multiple hints", "label with attributes",
             "with error and idPrefix", "item checked overrides values",
             "with single option set 'aria-describedby' on input, and describedBy"], LEGEND,
        ),
        "with single option (and hint) set 'aria-describedby' on input, and describedBy": LEGEND,
        "fieldset params": CLASSES,
    },
    "date-input": {
        "with translations": LANGUAGE,
        "with values, name prefix and custom names": NAMES,
        **dict.fromkeys(
            ["day and month", "day and month (using items)", "month and year", "month and year (using items)"],
            PARTIAL_DATE,
        ),
        **dict.fromkeys(
            ["with errors only", "with errors only (using classes)", "with errors only (using items)",
             "with errors only (using items and classes)"], SAID,
        ),
        **dict.fromkeys(
            ["classes", "attributes", "with empty items", "custom pattern", "custom inputmode", "with nested name",
             "with id on items", "suffixed id", "with item value", "with field value", "with field value and items",
             "with field value and item value", "with field value, item value and values",
             "with field value overriding values", "items with classes", "items without classes"], LEGEND,
        ),
        "with input attributes": CLASSES,
    },
    "file-upload": {
        **dict.fromkeys(
            ["enhanced", "enhanced, with error message and hint", "enhanced, multiple files",
             "enhanced, custom wrapper classes and attributes", "translated"], DISTRUST,
        ),
    },
    "input": {
        "custom type": NUMBERS,
        "with pattern attribute": NUMBERS,
        **dict.fromkeys(
            ["with prefix with classes", "with prefix with attributes", "with suffix with classes",
             "with suffix with attributes", "with customised input wrapper"], CLASSES,
        ),
    },
    "password-input": {"with translations": LANGUAGE},
    "radios": {
        **dict.fromkeys(["with hints on items", "with disabled"], NAMES),
        **dict.fromkeys(
            ["without fieldset", "with idPrefix", "minimal items and name", "with falsy items", "attributes",
             "items with attributes", "with empty conditional", "label with classes", "with error message",
             "with error message and idPrefix", "label with attributes", "item checked overrides value",
             "prechecked using value"], LEGEND,
        ),
        "fieldset params": CLASSES,
    },
    "select": {
        **dict.fromkeys(["without values", "without values with selected value", "with falsy values"], VALUES),
        "item selected overrides value": "one value says what is chosen",
    },
}  # fmt: skip
