"""Answers in the user's own words: measures of speech, and the sentence nearest to a point."""
