"""The user's own words judged by their own model, as a proposal that the user decides on.

`prompt` asks, `verdicts` reads the reply and checks its quotes, `record` stores it as JSON.
"""
