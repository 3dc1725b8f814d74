"""A session on the full screen. Line mode shares its parts.

full_screen    turns keys into events and states into pages
pages          a page for each state, with a `view`, `parts`, `choice` and `rating`;
               `revealed_pages` with the answer and its `checklist`, loaded at the first reveal;
               `interview_pages` has the rules, the note and the leaving of a mock
typed_answer   the answer being written; `spoken_note` a note on a spoken one
deck_edits     what marking changes in the deck
judge          the assistant: `judging`, `judging_pages`, `proposals`
leaving        the way out, and `summary` and `report` at the end
store          what a session needs of the history, as a protocol
reading_aloud  the questions of an interview, aloud; `instants` the present moment
"""
