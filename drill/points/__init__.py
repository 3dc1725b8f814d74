"""Proposes the key points of an answer, by rules alone: no network, no model, the same every time.

`proposing` runs the pipeline:

1. `blocks` (with `inline` and `atoms`) reads the Markdown.
2. `marked` finds the points that the document itself marks (`section_names`).
3. `quizzes` finds answers that are options or tasks, and `noise` text without content.
4. `collecting` gathers `facts`: `outline` knows the lists and sections, `labels`, `lists`, `rows`
   and `sentences` take them apart, `splitting` and `openings` make each part stand alone.
5. `merging` joins two short facts of one subject.
6. `shortening` cuts long facts: `cuts` finds the places, `weights` the cost, `wholeness` (with
   `other_half`, `series` and `verbs`) checks that a sentence is left.
7. `reference` drops points that refer to something unseen; `soundness` is the last check.
8. `ranking` chooses the best.

`languages` holds the words of each language and `content` compares texts; `relatedness` tells
whether a point belongs to an answer. `drafting` asks a person's own model instead; its points pass
the same checks. `drafts` says which questions need a draft, and `review` is the state of a review
of drafts.
"""
