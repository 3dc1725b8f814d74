"""The report of one session, and its four formats."""
