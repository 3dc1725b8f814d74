"""What sessions and histories come to, as values and in words.

`report` is one session, made of `items`, and `report_record` its JSON; `stats` is all of the
history, `overview` a deck or a tag in one row, `sheet_ranking` what a cheat sheet carries first.
Words: `report_text`, `speech_text`, `next_steps`, `titles` (short titles that differ), `humanize`
(numbers and dates).
"""
