"""Judges the user's own words by their own model; the result is a proposal that they decide on.

`prompt` makes the prompt, `verdicts` reads the reply and checks its quotes, `record` converts a
proposal to JSON.
"""
