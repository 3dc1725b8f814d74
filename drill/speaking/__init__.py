"""Answers in your own words: how they were spoken, and where to read them again."""
