"""The terminal UI: Rich renderables, keys and countdowns. It has no access to the history.

keys       the keys, what they do on each screen, and how they are read
screen     the full screen, its pages, and the editor of typed answers
speech     reading aloud, recording, and the user's own words
session    a quiz or mock interview on the full screen: its pages, its end, its assistant
line_mode  the same session line by line
review     the review of drafted key points, both ways
listings   what the other commands show: plan, stats, lists, one question

`console` has the colours and glyphs, `layout` fills lines with pieces, `markdown` renders a deck's
text and `highlighting` its code. `pager`, `progress` and `editor` serve long output, long work and
the user's own editor.
"""
