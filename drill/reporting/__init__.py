"""Reports and statistics, as values and in words.

`report` is one session, made of `items`, and `report_record` its JSON; `stats` covers the whole
history, `overview` a deck or tag in one row, `sheet_ranking` the order of a cheat sheet. Words:
`report_text`, `speech_text`, `next_steps`, `titles` (short titles that differ), `humanize` (numbers
and dates).
"""
