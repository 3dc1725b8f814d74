"""A person's own words judged by their own model, as a proposal that the person decides on.

`prompt` asks, `verdicts` reads the reply and checks its quotes, `record` stores it as JSON.
"""
