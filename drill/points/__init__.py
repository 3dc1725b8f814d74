"""Key points out of an answer, by rules alone: no network, no model, the same every time.

`proposing` runs the pipeline. It reads `blocks` (with `inline` and `atoms`), looks for what the
document itself marks (`marked`, `section_names`), leaves out what says nothing (`noise`), and lets
`collecting` gather `facts`: `outline` knows what belongs together, `labels`, `lists`, `rows` and
`sentences` take it apart, `splitting` and `openings` let each part stand alone, `merging` puts
short ones of one subject together. `shortening` makes a long fact short: `cuts` says where,
`weights` what that costs, `wholeness` whether a sentence is left. `reference` drops what points at
something else, `soundness` is the last check, `ranking` takes the best. `languages` holds the
words that help, `content` what texts have in common; `relatedness` finds points that belong to
another answer.

`drafting` asks a person's own model instead; its points pass the same checks. `drafts` says which
questions need a draft, and when a draft has become a person's own points; `review` is the state
of a walk through drafts.
"""

from drill.points.proposing import propose, statements
from drill.points.relatedness import related

__all__ = ["propose", "related", "statements"]
