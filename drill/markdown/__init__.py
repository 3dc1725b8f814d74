"""Markdown with math as token trees, and formulas as Unicode."""
