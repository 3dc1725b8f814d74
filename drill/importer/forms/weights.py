"""Weights of readings, for comparison with others that explain the same lines equally well.

The weight is 1 if the starts share one mark: a label, a number, a level, bold type. A larger weight
wins such a tie, a smaller one loses it.
"""

IN_TURN = 1.05
"""A list of alternating questions and answers, against a list of questions."""
TWO_DEPTHS = 1.1
"""Lists in lists that all ask and answer, against the outer list with continuous numbers."""
PICKED_OUT = 1.02
"""Headings with a picture or in the contents, against all headings of their level."""
MIXED = 0.98
"""Two marks together (bold lines and lead-ins, lists with and without numbers), against one."""
QUOTED = 0.95
"""Questions in quotations: a quotation is more often an answer."""
BEFORE_LISTS = 0.95
"""Paragraphs before lists: a list is more often a part of the text above it."""
ABOVE_OPTIONS = 0.9
"""Whatever stands above options or folded answers: numbers, headings and labels tell more exactly
where it begins."""
MIXED_LABELS = 0.9
"""Labelled headings and lines together: lines below a labelled heading may label its parts."""
IN_CONTENTS = 0.9
"""Paragraphs that the contents list: headings are listed there more often."""
ASKING_ALONE = 0.85
"""Paragraphs or lines that only ask: prose asks too, so anything marked comes first."""
UNDECLARED = 0.3
"""Terms in a document that does not say it is a glossary: only where nothing else is found."""

SURE = 0.85
"""The least likelihood of a paragraph or line without any other mark."""
LONGEST = 300
"""The most characters of such a paragraph or line; a longer one is prose that happens to ask."""

DIFFERENT = 0.8
"""The least share of different titles above answers: a line on the level or the source repeats."""
