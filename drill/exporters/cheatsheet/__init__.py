"""Cheat sheets: their content, and their three formats."""
