"""A month's way to the panel: its commentary, its text, its publication. Each function is one transaction."""
