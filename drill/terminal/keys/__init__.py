"""The keys: `keys` reads them (`posix`, `windows`), tables give them a meaning.

`bindings` has the table of each screen of a session, with `marking_bindings`; `review_bindings`
those of a review. `keymap` derives footers and help from a table; `actions` are what keys do.
"""
