"""Which form a document is written in, and which lines each question has.

`answer_ranges` (with `section_breaks`) gives each start of a reading the lines of its answer,
`scoring` weighs the readings, by `content_lines`, and `chooser` takes the best. `weights` has the
thresholds, each with what it tells apart.
"""
