"""Exports: cheat sheets, session reports, Anki packages, CSV and calendars, and what they share."""
