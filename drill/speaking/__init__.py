"""Analyses answers in the user's own words.

`measures` has silence, pauses and speaking time of a recording, `nearest` the sentence nearest to a
key point. The pace is in `drill.model.pace`.
"""
