"""Key points out of an answer, by rules alone: no network, no model, the same every time.

`proposing` is the way through; it reads `blocks` (with `inline` and `atoms`), looks for what the
document itself marks (`marked`, `names`), leaves out what says nothing (`noise`), collects `facts`
(`labels`, `lists`, `rows`, `sentences`, `splitting`, `openings`), shortens them (`shortening`),
checks them (`soundness`) and takes the best (`ranking`). `languages` holds the words that help;
`relatedness` tells a foreign point.

`drafting` is the other way: a person's own model is asked, and its points pass the same checks.
"""

from drill.points.proposing import propose, statements
from drill.points.relatedness import related

__all__ = ["propose", "related", "statements"]
