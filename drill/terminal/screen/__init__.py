"""The full screen: `screen` draws the pages that `page` lays out.

`rendered` and `prefetch` prepare answers while the user thinks. `writing` is the editor of typed
answers, with `writing_posix` and `wrapping`; `line_editor` edits a single line.
"""
