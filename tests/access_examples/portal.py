"""The house's own pages."""

PUBLIC = {
    "home",
    "health",
    "style_guide",
    "favicon",
    "accessibility",
    "cookies",
}
