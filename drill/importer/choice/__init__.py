"""Chooses the form of a document, and the lines of each question.

`answer_ranges` (with `section_breaks` and `last_answer`) finds the lines of each answer of a
reading, each a `question_range`, `scoring` weighs the readings (with `content_lines` and
`asked_lines`), `decision` tells which of them make a document one of questions. `contest` has the
best reading of any part of a document, `chooser` takes that of the whole, `other_parts` those of
the parts that it leaves over, `trailing_titles` ends answers above the titles of the next section,
and `asides` leaves out tips and links beside a list of questions. `weights` explains the
thresholds.
"""
