"""The judging of somebody's own words by their own model: a proposal, which the person decides on.

`prompt` asks, `verdicts` reads the reply and checks its quotes, `record` keeps a proposal as JSON.
"""
